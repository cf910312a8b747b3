package org.chronus.presets.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.chronus.presets.draft.EntrySpans.Span;
import org.chronus.presets.library.ProgramAddress;
import org.chronus.presets.text.YamlNode;
import org.chronus.presets.text.YamlNode.Field;
import org.chronus.presets.text.YamlNode.Fields;
import org.chronus.presets.text.YamlNode.Items;
import org.chronus.presets.text.YamlNode.Text;

/**
 * Changes the order of a bank in its text, and leaves every other character as it is: an entry goes to its new place with the comments beside and
 * directly above it. The result is read again, and is given only if nothing but the order has changed. Stateless; any thread but audio.
 */
public final class BankOrder {
    private static final String BANKS = "banks", PROGRAMS = "programs", SET = "set";

    /** What takes the place of a piece of text. */
    private record Edit(Span span, String text) { }

    private final TextLines lines;
    private final Fields root;
    private final List<Edit> edits = new ArrayList<>();

    private BankOrder(String text, Fields root) {
        lines = new TextLines(text);
        this.root = root;
    }

    /**
     * The text with the programs of a bank behind other numbers. The numbers stay the same; a set goes on naming the same programs.
     *
     * @param order the programs that are to be behind the lowest number, the next, and so on, by their numbers now, from 0 as on the wire
     * @return nothing if these are not all of its programs, or are written in a way in which they cannot be moved
     */
    public static Optional<String> programs(String text, int bank, List<Integer> order) {
        List<Integer> numbers = order.stream().sorted().toList();
        UnaryOperator<ProgramAddress> moved = moved(bank, order);
        return edited(text, draft -> draft.movePrograms(bank, numbers, order) && draft.renumberSet(moved), before -> {
            Map<String, String> after = new TreeMap<>(before);
            for (int i = 0; i < order.size(); i++) {
                after.put(place(new ProgramAddress(bank, numbers.get(i))), before.get(place(new ProgramAddress(bank, order.get(i)))));
            }
            after.replaceAll((key, value) -> key.startsWith(SET + "/") ? place(moved.apply(address(value))) : value);
            return after;
        });
    }

    /** Where each program is after that. */
    public static UnaryOperator<ProgramAddress> moved(int bank, List<Integer> order) {
        List<Integer> numbers = order.stream().sorted().toList();
        return address -> address.bank() == bank && order.contains(address.program())
                ? new ProgramAddress(bank, numbers.get(order.indexOf(address.program()))) : address;
    }

    /**
     * The text with its set in another order.
     *
     * @param order the places that are to be first, second, and so on, as they are now, from 0
     */
    public static Optional<String> set(String text, List<Integer> order) {
        return edited(text, draft -> draft.moveSet(order), before -> {
            Map<String, String> after = new TreeMap<>(before);
            for (int i = 0; i < order.size(); i++) {
                after.put(SET + "/" + i, before.get(SET + "/" + order.get(i)));
            }
            return after;
        });
    }

    private static Optional<String> edited(String text, Predicate<BankOrder> change, UnaryOperator<Map<String, String>> expected) {
        String mark = LevelEdit.mark(text), body = text.substring(mark.length());
        // The last line may go elsewhere: it is given an end, and whichever is last then loses its own.
        String end = body.endsWith("\n") ? "" : body.contains("\r\n") ? "\r\n" : "\n", whole = body + end;
        return LevelEdit.root(whole).map(root -> new BankOrder(whole, root)).filter(change).map(BankOrder::apply)
                .filter(after -> LevelEdit.root(after).map(BankOrder::flat).equals(LevelEdit.root(whole).map(BankOrder::flat).map(expected)))
                .map(after -> mark + after.substring(0, after.length() - end.length()));
    }

    /** A program of a bank; nothing if there is none, or it is there twice. */
    static Optional<Field> program(Fields root, ProgramAddress program) {
        List<Field> found = maps(root, program.bank()).stream().flatMap(map -> map.fields().stream())
                .filter(field -> number(field.key()) - first(root) == program.program()).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** The map that has all the programs of a bank; nothing if there are two, or none. */
    private static List<Fields> maps(Fields root, int bank) {
        List<Fields> maps = new ArrayList<>();
        if (bank == 0 && root.find(PROGRAMS).orElse(null) instanceof Fields programs) {
            maps.add(programs);
        }
        if (root.find(BANKS).orElse(null) instanceof Fields banks && banks.find(String.valueOf(bank)).orElse(null) instanceof Fields programs) {
            maps.add(programs);
        }
        return maps;
    }

    private static int first(Fields root) {
        return root.find("first").map(BankOrder::number).filter(number -> number == 1).orElse(0);
    }

    private static int number(YamlNode node) {
        return node instanceof Text text && text.value().matches("\\d{1,6}") ? Integer.parseInt(text.value()) : -1;
    }

    private boolean movePrograms(int bank, List<Integer> numbers, List<Integer> order) {
        List<Fields> maps = maps(root, bank);
        if (maps.size() != 1) {
            return false;
        }
        List<Field> fields = maps.getFirst().fields();
        int first = first(root);
        List<Integer> there = fields.stream().map(field -> number(field.key()) - first).toList();
        Optional<List<Span>> spans = new EntrySpans(lines).find(maps.getFirst().place(), fields.stream().map(field -> field.key().place()).toList());
        if (spans.isEmpty() || !there.stream().sorted().toList().equals(numbers)) {
            return false;
        }
        for (int slot = 0; slot < fields.size(); slot++) {
            int other = there.indexOf(order.get(numbers.indexOf(there.get(slot))));
            Span from = spans.get().get(other), key = span(fields.get(other).key());
            edits.add(new Edit(spans.get().get(slot), lines.text.substring(from.from(), key.from()) + (there.get(slot) + first)
                    + lines.text.substring(key.to(), from.to())));
        }
        return true;
    }

    private boolean renumberSet(UnaryOperator<ProgramAddress> moved) {
        for (YamlNode item : set(root)) {
            Optional<Text> number = programOf(item);
            Optional<ProgramAddress> before = address(root, item);
            if (number.isEmpty() || before.isEmpty() || !number.get().oneLine()) {
                return false;
            }
            edits.add(new Edit(span(number.get()), String.valueOf(moved.apply(before.get()).program() + first(root))));
        }
        return true;
    }

    private boolean moveSet(List<Integer> order) {
        List<YamlNode> items = set(root);
        if (items.isEmpty() || !order.stream().sorted().toList().equals(IntStream.range(0, items.size()).boxed().toList())) {
            return false;
        }
        Optional<List<Span>> spans = new EntrySpans(lines).find(root.find(SET).orElseThrow().place(), items.stream().map(YamlNode::place).toList());
        for (int slot = 0; slot < items.size() && spans.isPresent(); slot++) {
            Span from = spans.get().get(order.get(slot));
            edits.add(new Edit(spans.get().get(slot), lines.text.substring(from.from(), from.to())));
        }
        return spans.isPresent();
    }

    private Span span(Text text) {
        int from = lines.offset(text.place());
        return new Span(from, from + text.value().length() + (text.quoted() ? 2 : 0));
    }

    private String apply() {
        StringBuilder edited = new StringBuilder(lines.text);
        edits.stream().sorted(Comparator.comparingInt((Edit edit) -> edit.span().from()).reversed())
                .forEach(edit -> edited.replace(edit.span().from(), edit.span().to(), edit.text()));
        return edited.toString();
    }

    private static List<YamlNode> set(Fields root) {
        return root.find(SET).filter(Items.class::isInstance).map(node -> ((Items) node).nodes()).orElse(List.of());
    }

    /** The word of a place of the set that says the program. */
    private static Optional<Text> programOf(YamlNode item) {
        return (item instanceof Fields fields ? fields.find("program") : Optional.of(item)).filter(Text.class::isInstance).map(Text.class::cast);
    }

    private static Optional<ProgramAddress> address(Fields root, YamlNode item) {
        int bank = item instanceof Fields fields ? fields.find("bank").map(BankOrder::number).orElse(0) : 0;
        return programOf(item).map(text -> new ProgramAddress(bank, number(text) - first(root)));
    }

    private static ProgramAddress address(String place) {
        String[] parts = place.split("/");
        return new ProgramAddress(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    static String place(ProgramAddress address) {
        return PROGRAMS + "/" + address.bank() + "/" + address.program();
    }

    /** All that it says, without where: programs and places of the set by names of their own. */
    static Map<String, String> flat(Fields root) {
        Map<String, String> flat = new TreeMap<>();
        for (Field field : root.fields()) {
            String key = field.key().value();
            if (key.equals(PROGRAMS) && field.value() instanceof Fields programs) {
                programs(flat, root, 0, programs);
            } else if (key.equals(BANKS) && field.value() instanceof Fields banks) {
                banks.fields().stream().filter(bank -> bank.value() instanceof Fields).forEach(bank ->
                        programs(flat, root, number(bank.key()), (Fields) bank.value()));
            } else if (!key.equals(SET)) {
                flat.put(key, plain(field.value()));
            }
        }
        List<YamlNode> set = set(root);
        for (int i = 0; i < set.size(); i++) {
            flat.put(SET + "/" + i, address(root, set.get(i)).map(BankOrder::place).orElse(""));
        }
        return flat;
    }

    private static void programs(Map<String, String> flat, Fields root, int bank, Fields programs) {
        programs.fields().forEach(program -> flat.merge(place(new ProgramAddress(bank, number(program.key()) - first(root))), plain(program.value()),
                String::concat));
    }

    static String plain(YamlNode node) {
        return switch (node) {
            case Text text -> '"' + text.value() + '"';
            case Items items -> items.nodes().stream().map(BankOrder::plain).toList().toString();
            case Fields fields -> fields.fields().stream().map(field -> plain(field.key()) + ":" + plain(field.value())).toList().toString();
        };
    }
}

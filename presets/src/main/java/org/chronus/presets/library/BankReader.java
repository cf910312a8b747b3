package org.chronus.presets.library;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

import org.chronus.presets.preset.PartReader;
import org.chronus.presets.text.Problems;
import org.chronus.presets.text.ReadResult;
import org.chronus.presets.text.Severity;
import org.chronus.presets.text.UnquotedHash;
import org.chronus.presets.text.YamlNode;
import org.chronus.presets.text.YamlNode.Field;
import org.chronus.presets.text.YamlNode.Fields;
import org.chronus.presets.text.YamlNode.Text;
import org.chronus.presets.text.YamlTree;
import org.chronus.presets.value.Header;
import org.chronus.presets.value.Values;

/**
 * Reads banks: all that is wrong in one go. A program that cannot be used is an error, and the bank comes without it, so that one missing
 * file does not take a whole evening's set away; if none is left there is no bank. Immutable; any thread but the audio thread.
 */
public final class BankReader {
    private static final List<String> KEYS = List.of("chronus", "bank", "first", "programs", "banks", "set");
    private static final List<String> ENTRY_KEYS = List.of("preset", "level", "transpose");
    private static final String EXAMPLE = "write for example 0: stage-tine.yaml";
    static final int HIGHEST_PROGRAM = 127;
    static final int HIGHEST_BANK = 16_383;

    private final Presets presets;

    /** Where a bank's presets are looked for. */
    public interface Presets {
        /** The file, or one error. */
        ReadResult<PresetFile> resolve(String reference, String bankFile);
    }

    /** A reader that looks for presets beside the bank and in this library. */
    public BankReader(PresetLibrary library) {
        this(library::resolve);
    }

    public BankReader(Presets presets) {
        this.presets = presets;
    }

    /**
     * Reads a bank. Takes any text whatever and throws nothing; what is wrong with it is among the problems.
     *
     * @param fileName for messages; references are looked for in its folder first
     */
    public ReadResult<Bank> read(String text, String fileName) {
        Problems problems = new Problems(fileName, text);
        Optional<Fields> root = YamlTree.read(text, problems).flatMap(node -> Header.check(node, "a bank", problems));
        return new ReadResult<>(root.map(fields -> bank(fields, fileName, problems)).orElse(null), problems.list());
    }

    /** True if a text looks like a bank rather than a preset, right or wrong. */
    public static boolean isBank(String text) {
        return text.lines().anyMatch(line -> line.startsWith("programs:") || line.startsWith("bank:") || line.startsWith("banks:"));
    }

    private Bank bank(Fields root, String fileName, Problems problems) {
        if (root.find("modules").isPresent() || root.find("parts").isPresent()) {
            problems.error(root.place(), "this is a preset", "a bank has programs: a map from numbers to presets");
            return null;
        }
        Values values = new Values(problems, 1);
        values.onlyKeys(root, "a bank", KEYS);
        String name = Header.name(root, "bank", fileName, values, problems);
        int first = root.find("first").map(node -> values.whole(node, "first", 0, 1).orElse(0)).orElse(0);
        NavigableMap<Integer, NavigableMap<Integer, BankEntry>> banks = new TreeMap<>();
        root.find("programs").ifPresent(node -> programs(node, 0, first, banks, fileName, values, problems));
        root.find("banks").flatMap(node -> values.fields(node, "banks", "write for example banks: {3: {0: choir.yaml}}")).ifPresent(fields -> {
            for (Field field : fields.fields()) {
                number(field.key(), "bank", 0, HIGHEST_BANK, problems).ifPresent(bank ->
                        programs(field.value(), bank, first, banks, fileName, values, problems));
            }
        });
        if (banks.isEmpty() && !problems.hasErrors()) {
            problems.error(root.place(), "the bank is empty", "list its programs, " + EXAMPLE);
        }
        if (banks.isEmpty()) {
            return null;
        }
        List<ProgramAddress> set = root.find("set").map(new SetListReader(first, banks, values, problems)::read).orElse(List.of());
        return new Bank(name, first, banks, set, fileName);
    }

    private void programs(YamlNode node, int bank, int first, NavigableMap<Integer, NavigableMap<Integer, BankEntry>> banks, String fileName,
                          Values values, Problems problems) {
        NavigableMap<Integer, BankEntry> programs = banks.computeIfAbsent(bank, key -> new TreeMap<>());
        for (Field field : values.fields(node, "programs", EXAMPLE).map(Fields::fields).orElse(List.of())) {
            Optional<Integer> program = number(field.key(), "program", first, first + HIGHEST_PROGRAM, problems).map(shown -> shown - first);
            Optional<BankEntry> entry = entry(field, fileName, values, problems);
            if (program.isPresent() && programs.containsKey(program.get())) {
                problems.error(field.key().place(), "program " + field.key().value() + " of bank " + bank + " is there twice", "remove one");
            } else if (program.isPresent() && entry.isPresent()) {
                programs.put(program.get(), entry.get());
            }
        }
        if (programs.isEmpty()) {
            banks.remove(bank);
        }
    }

    private Optional<BankEntry> entry(Field field, String fileName, Values values, Problems problems) {
        if (!(field.value() instanceof Fields fields)) {
            return preset(field.value(), fileName, values, problems).map(preset -> new BankEntry(preset, 1, 0));
        }
        values.onlyKeys(fields, "a program", ENTRY_KEYS);
        double level = fields.find("level").map(node -> values.number(node, PartReader.LEVEL).orElse(1)).orElse(1.0);
        double transpose = fields.find("transpose").map(node -> values.number(node, PartReader.TRANSPOSE).orElse(0)).orElse(0.0);
        Optional<YamlNode> preset = fields.find("preset");
        if (preset.isEmpty()) {
            problems.error(field.key().place(), "program " + field.key().value() + " has no preset", "write {preset: stage-tine.yaml}");
        }
        return preset.flatMap(node -> preset(node, fileName, values, problems)).map(found -> new BankEntry(found, level, transpose));
    }

    private Optional<String> preset(YamlNode node, String fileName, Values values, Problems problems) {
        Optional<Text> text = values.text(node, "preset", EXAMPLE);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        UnquotedHash.check(text.get(), problems);
        ReadResult<PresetFile> file = presets.resolve(text.get().value(), fileName);
        file.problems().stream().filter(problem -> problem.severity() == Severity.ERROR).findFirst().ifPresent(problem ->
                problems.error(text.get().place(), "\"" + Problems.quote(text.get().value()) + "\": " + problem.what(), problem.cure()));
        return file.found().map(found -> text.get().value());
    }

    private static Optional<Integer> number(Text key, String name, int lowest, int highest, Problems problems) {
        int number = key.value().matches("\\d{1,6}") ? Integer.parseInt(key.value()) : -1;
        if (number < lowest || number > highest) {
            problems.error(key.place(), "there is no " + name + " \"" + Problems.quote(key.value()) + "\"",
                    name + "s are " + lowest + " .. " + highest + (name.equals("program") ? " here (first: " + lowest + ")" : ""));
            return Optional.empty();
        }
        return Optional.of(number);
    }
}

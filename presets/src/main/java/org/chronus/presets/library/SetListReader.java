package org.chronus.presets.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

import org.chronus.presets.text.Problems;
import org.chronus.presets.text.YamlNode;
import org.chronus.presets.text.YamlNode.Fields;
import org.chronus.presets.text.YamlNode.Items;
import org.chronus.presets.text.YamlNode.Text;
import org.chronus.presets.value.Values;

/** Reads the set list of a bank: programs as the bank counts them, also of other banks, also twice. For the one thread that reads the file. */
final class SetListReader {
    private static final String EXAMPLE = "write for example set: [3, 0, {bank: 2, program: 5}]";
    private static final List<String> KEYS = List.of("bank", "program");

    private final int first;
    private final Map<Integer, NavigableMap<Integer, BankEntry>> banks;
    private final Values values;
    private final Problems problems;

    /**
     * @param first what the bank calls its first program
     * @param banks what may be named
     */
    SetListReader(int first, Map<Integer, NavigableMap<Integer, BankEntry>> banks, Values values, Problems problems) {
        this.first = first;
        this.banks = banks;
        this.values = values;
        this.problems = problems;
    }

    List<ProgramAddress> read(YamlNode node) {
        List<ProgramAddress> set = new ArrayList<>();
        Optional<Items> items = values.items(node, "set", EXAMPLE);
        for (YamlNode item : items.map(Items::nodes).orElse(List.of())) {
            address(item).ifPresent(set::add);
        }
        if (items.isPresent() && items.get().nodes().isEmpty()) {
            problems.error(node.place(), "the set is empty", "list its programs, or leave it out");
        }
        return set;
    }

    private Optional<ProgramAddress> address(YamlNode item) {
        if (item instanceof Text) {
            return address(item, 0, item);
        }
        Optional<Fields> fields = values.fields(item, "a place of the set", EXAMPLE);
        fields.ifPresent(found -> values.onlyKeys(found, "a place of the set", KEYS));
        Optional<YamlNode> program = fields.flatMap(found -> found.find("program"));
        if (fields.isPresent() && program.isEmpty()) {
            problems.error(item.place(), "this place of the set has no program", EXAMPLE);
        }
        int bank = fields.flatMap(found -> found.find("bank"))
                .map(node -> values.whole(node, "bank", 0, BankReader.HIGHEST_BANK).orElse(0)).orElse(0);
        return program.flatMap(node -> address(node, bank, item));
    }

    private Optional<ProgramAddress> address(YamlNode number, int bank, YamlNode item) {
        var shown = values.whole(number, "program", first, first + BankReader.HIGHEST_PROGRAM);
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        ProgramAddress address = new ProgramAddress(bank, shown.getAsInt() - first);
        if (!banks.containsKey(bank) || !banks.get(bank).containsKey(address.program())) {
            problems.error(item.place(), "there is no program " + shown.getAsInt() + (bank == 0 ? "" : " in bank " + bank),
                    "list it under programs, or take it out of the set");
            return Optional.empty();
        }
        return Optional.of(address);
    }
}

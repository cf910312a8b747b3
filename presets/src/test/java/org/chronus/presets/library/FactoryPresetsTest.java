package org.chronus.presets.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chronus.presets.preset.Preset;
import org.chronus.presets.preset.Texts;
import org.junit.jupiter.api.Test;

class FactoryPresetsTest {
    private static final int FAMILY = 16;
    /** By the first tag of a preset. */
    private static final List<Set<String>> FAMILIES = List.of(Set.of("keys", "organ"),
            Set.of("mallets", "bell", "guitar", "harp", "koto", "pluck"), Set.of("strings", "choir", "brass", "winds", "pad"),
            Set.of("bass", "lead", "drums", "split", "layer"));
    private static final List<String> OUTSIDE = List.of("init.yaml", "arpeggio.yaml", "reference-voice.yaml");

    private final PresetLibrary library = PresetLibrary.of(Texts.reader(), Map.of("XDG_DATA_HOME", "/nonexistent"));
    private final Bank bank = library.factoryBank().value();

    @Test void theBankIsGood() {
        assertEquals(List.of(), library.factoryBank().problems());
    }

    @Test void everyPresetIsGood() {
        bank.programs(0).values().forEach(entry -> assertEquals(List.of(), library.load(bank, entry).problems(), entry.presetReference()));
    }

    @Test void everyPresetIsInTheBank() throws IOException, URISyntaxException {
        Path folder = Path.of(FactoryPresets.class.getResource("factory/bank.yaml").toURI()).getParent();
        try (Stream<Path> files = Files.list(folder)) {
            TreeSet<String> present = files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("bank.yaml"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(present, bank.programs(0).values().stream().map(BankEntry::presetReference).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test void eachSixteenIsAFamilyWithoutGaps() {
        for (int family = 0; family < FAMILIES.size(); family++) {
            List<Integer> numbers = List.copyOf(bank.programs(0).subMap(FAMILY * family, FAMILY * (family + 1)).keySet());
            for (int i = 0; i < numbers.size(); i++) {
                assertEquals(FAMILY * family + i, numbers.get(i), "there is a gap");
                Preset preset = library.load(bank, bank.find(0, numbers.get(i)).orElseThrow()).value();
                assertTrue(FAMILIES.get(family).contains(preset.tags().getFirst()), preset.name() + " is of another family");
            }
        }
        assertEquals(OUTSIDE, bank.programs(0).tailMap(FAMILY * FAMILIES.size()).values().stream().map(BankEntry::presetReference).toList());
    }

    @Test void aProgramIsFoundByItsPreset() {
        assertEquals(Optional.of(new ProgramAddress(0, 127)), bank.address("reference-voice.yaml"));
        assertEquals(Optional.empty(), bank.address("no-such.yaml"));
    }

    @Test void programZeroIsWhatAPlayerTriesFirst() {
        assertEquals("Stage tine", library.load(bank, bank.find(0, 0).orElseThrow()).value().name());
    }
}

package org.chronus.presets.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chronus.presets.preset.Texts;
import org.junit.jupiter.api.Test;

class FactoryPresetsTest {
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

    @Test void programZeroIsWhatAPlayerTriesFirst() {
        assertEquals("Stage tine", library.load(bank, bank.find(0, 0).orElseThrow()).value().name());
    }
}

package org.chronus.presets.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.chronus.presets.text.ReadResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresetStoreTest {
    @TempDir
    Path folder;
    private PresetStore store;

    @BeforeEach void open() {
        store = new PresetStore(folder.resolve("presets"));
    }

    private static String refusal(ReadResult<Path> saved) {
        assertTrue(saved.found().isEmpty());
        return saved.problems().getFirst().toString();
    }

    @Test void aNameBecomesAFileAndAPathIsOne() throws IOException {
        assertEquals(folder.resolve("presets/glide-lead-2.yaml"), store.save("Glide lead #2", "a", false, List.of()).value());
        assertEquals(folder.resolve("presets/gig/one.yaml"), store.save("gig/one.yaml", "b", false, List.of()).value());
        assertEquals("a", Files.readString(folder.resolve("presets/glide-lead-2.yaml")));
        try (Stream<Path> files = Files.walk(folder)) {
            assertEquals(List.of(), files.filter(file -> file.toString().endsWith(".part")).toList());
        }
    }

    @Test void itsOwnFileIsWrittenOverAndNobodyElses() throws IOException {
        Path file = store.save("Mine", "a", false, List.of()).value();
        assertEquals(file, store.save("Mine", "b", false, List.of()).value());
        Files.writeString(file, "edited by hand");
        assertTrue(refusal(store.save("Mine", "c", false, List.of())).contains("is there already"));
        assertEquals("edited by hand", Files.readString(file));
        assertEquals(file, store.save("Mine", "d", true, List.of()).value());
        assertEquals("d", Files.readString(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../out.yaml", "/tmp/out.yaml", "gig/../../out.yaml", "gig/one", "", "#", "nul\0.yaml"})
    void nothingIsWrittenOutsideTheFolder(String word) {
        assertTrue(refusal(store.save(word, "x", true, List.of())).contains("presets are saved in"), word);
        assertTrue(Files.notExists(folder.resolve("out.yaml")));
    }

    @Test void aDiskThatRefusesIsOneLine() throws IOException {
        Files.writeString(folder.resolve("presets"), "a file in the place of the folder");
        assertTrue(refusal(store.save("Mine", "a", false, List.of())).contains("cannot be written"));
    }
}

package org.chronus.presets.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.preset.PresetReader;
import org.chronus.presets.preset.Texts;
import org.chronus.presets.text.ReadResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A preset brings its own tuning, in Scala files beside it. */
class PresetTuningTest {
    @TempDir
    Path folder;

    @BeforeEach void writeFiles() throws IOException {
        Files.writeString(folder.resolve("quarter.scl"), "quarter tones\n1\n50.\n");
        Files.writeString(folder.resolve("low.kbm"), "0\n0\n127\n60\n69\n415\n0\n");
        Files.writeString(folder.resolve("bad.scl"), "bad\n2\n100.\nfifth\n");
    }

    private ReadResult<Preset> read(String tuning) {
        return new PresetReader(ModuleCatalog.load()).read(Texts.VOICE + "tuning: " + tuning + "\n", folder.resolve("mine.yaml").toString());
    }

    /** With the folder left out. */
    private List<String> problems(String tuning) {
        return read(tuning).problems().stream().map(problem -> problem.toString().replace(folder + "/", "")).toList();
    }

    @Test void itsFilesAreBesideIt() {
        assertEquals(69.5f, read("{scale: quarter.scl}").value().tuning().pitch(70));
        float low = (float) (69.5 + 12 * Math.log(415 / 440.0) / Math.log(2));
        assertEquals(low, read("{scale: quarter.scl, keymap: low.kbm}").value().tuning().pitch(70), 1e-5);
        assertEquals(69.5f, read("{scale: " + folder.resolve("quarter.scl") + "}").value().tuning().pitch(70));
    }

    @Test void aKeymapAloneIsForEqualSemitones() {
        assertEquals(70 + 12 * Math.log(415 / 440.0) / Math.log(2), read("{keymap: low.kbm}").value().tuning().pitch(70), 1e-5);
    }

    @Test void aBankThatTransposesItLeavesItsTuning() {
        assertEquals(69.5f, read("{scale: quarter.scl}").value().adjusted(1, 12).tuning().pitch(70));
    }

    @Test void withoutItThereIsNone() {
        assertNull(Texts.read(Texts.VOICE).value().tuning());
    }

    @Test void aMistakeInTheScaleIsToldWhereItIs() {
        assertEquals(List.of("bad.scl:4:1: fifth is no interval: write cents with a point (701.955), a ratio (3/2) or a whole number (2)"),
                problems("{scale: bad.scl}"));
        assertTrue(read("{scale: bad.scl}").found().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{scale: none.scl}                       | there is no file \"none.scl\": name a .scl file; without a folder it is beside the preset",
        "{scale: quarter.scl, keymap: none.kbm}  | there is no file \"none.kbm\": name a .kbm file; without a folder it is beside the preset",
        "{scale: .}                              | there is no file \".\": name a .scl file; without a folder it is beside the preset",
        "{}                                      | the tuning has no scale and no keymap: write for example tuning: {scale: just.scl}",
        "just.scl                                | tuning needs keys with values: write for example tuning: {scale: just.scl}",
        "{scale: quarter.scl, kbm: low.kbm}      | tuning has no \"kbm\": there are keymap, scale"})
    void aMistakeInThePresetIsToldThere(String tuning, String message) {
        assertTrue(problems(tuning).getFirst().startsWith("mine.yaml:"), () -> problems(tuning).toString());
        assertTrue(problems(tuning).getFirst().endsWith(": " + message), () -> problems(tuning).toString());
    }
}

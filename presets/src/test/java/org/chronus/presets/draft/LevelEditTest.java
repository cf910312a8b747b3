package org.chronus.presets.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.preset.PresetReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LevelEditTest {
    private static final String REST = "\nmodules: {osc: {type: saw}, amp: {type: vca, gain: 0.1}}  # two\r\ncables:\n  - osc -> amp -> out\n";

    private static void becomes(String before, String after) {
        assertEquals(Optional.of(after), LevelEdit.apply(before, "-7.5 dB"));
    }

    @Test void aLevelIsWrittenInTenthsOfADecibel() {
        assertEquals(List.of("-9.4 dB", "0 dB", "0 dB", "12 dB"), List.of(LevelEdit.text(-9.4), LevelEdit.text(0), LevelEdit.text(-0.01),
                LevelEdit.text(12)));
    }

    @Test void aLevelThatIsThereIsReplacedAndNothingElse() {
        becomes("# a\nchronus: 1\nlevel:   -6 dB   # low\nname: x" + REST, "# a\nchronus: 1\nlevel:   -7.5 dB   # low\nname: x" + REST);
        becomes("chronus: 1\nlevel: \"0.5\"" + REST, "chronus: 1\nlevel: -7.5 dB" + REST);
        becomes("chronus: 1\r\nname: \"\uD83C\uDFB9\"\r\nlevel: 50 %\r\nhold: 2 s",
                "chronus: 1\r\nname: \"\uD83C\uDFB9\"\r\nlevel: -7.5 dB\r\nhold: 2 s");
        becomes("{chronus: 1, name: \"\uD83C\uDFB9\", level: 2, hold: 2 s}", "{chronus: 1, name: \"\uD83C\uDFB9\", level: -7.5 dB, hold: 2 s}");
        becomes("\uFEFFlevel: 1\nchronus: 1", "\uFEFFlevel: -7.5 dB\nchronus: 1");
    }

    @Test void aMissingLevelIsALineBelowTheName() {
        becomes("chronus: 1\nname: Soft  # lead\n# on\nhold: 1 s\n", "chronus: 1\nname: Soft  # lead\nlevel: -7.5 dB\n# on\nhold: 1 s\n");
        becomes("chronus: 1\r\nhold: 1 s\r\n", "chronus: 1\r\nlevel: -7.5 dB\r\nhold: 1 s\r\n");
        becomes("hold: 1 s\nchronus: 1", "hold: 1 s\nchronus: 1\nlevel: -7.5 dB");
        becomes("  chronus: 1\n  hold: 1 s", "  chronus: 1\n  level: -7.5 dB\n  hold: 1 s");
        becomes("{hold: 1 s, chronus: 1}", "{hold: 1 s, chronus: 1, level: -7.5 dB}");
    }

    @Test void levelsOfPartsAreLeftAlone() {
        becomes("chronus: 1\nparts:\n  a: {level: 2}\n  b:\n    level: 3\n",
                "chronus: 1\nlevel: -7.5 dB\nparts:\n  a: {level: 2}\n  b:\n    level: 3\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "level", "- level: 1", "chronus: 1\nlevel: [1]", "chronus: 1\nlevel: >\n  1\n", "chronus: {", "a: 1\n", "---\n---\n"})
    void whatCannotBeEditedIsRefused(String text) {
        assertEquals(Optional.empty(), LevelEdit.apply(text, "-7.5 dB"));
    }

    @Test void whatWasWrittenIsRead() {
        String edited = LevelEdit.apply("chronus: 1" + REST, "-20 dB").orElseThrow();
        assertEquals(0.1, new PresetReader(ModuleCatalog.load()).read(edited, "x.yaml").value().plan().level(), 1e-6);
    }
}

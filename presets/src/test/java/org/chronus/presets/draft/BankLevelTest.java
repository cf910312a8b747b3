package org.chronus.presets.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.chronus.presets.library.ProgramAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BankLevelTest {
    private static void becomes(String before, int bank, int program, String after) {
        assertEquals(Optional.of(after), BankLevel.apply(before, new ProgramAddress(bank, program), "-7.5 dB"));
    }

    @Test void aProgramThatIsANameBecomesAMapAndCommentsStay() {
        becomes("chronus: 1\nprograms:\n  # quiet\n  0: a.yaml   # first\n  1: b.yaml\n", 0, 0,
                "chronus: 1\nprograms:\n  # quiet\n  0: {preset: a.yaml, level: -7.5 dB}   # first\n  1: b.yaml\n");
        becomes("programs: {0: a.yaml,  1: \"b # c\"}\r\nchronus: 1", 0, 1,
                "programs: {0: a.yaml,  1: {preset: \"b # c\", level: -7.5 dB}}\r\nchronus: 1");
        becomes("\uFEFFprograms:\n  0: Tine, strings and O'Hara\n", 0, 0,
                "\uFEFFprograms:\n  0: {preset: 'Tine, strings and O''Hara', level: -7.5 dB}\n");
    }

    @Test void aLevelThatIsThereIsReplacedAndOneThatIsMissingStandsBehindThePreset() {
        becomes("programs: {0: {level: 2, preset: a}, 1: b}\n", 0, 0, "programs: {0: {level: -7.5 dB, preset: a}, 1: b}\n");
        becomes("programs:\n  0: {preset: a, transpose: 12 st}  # up\n", 0, 0,
                "programs:\n  0: {preset: a, level: -7.5 dB, transpose: 12 st}  # up\n");
        becomes("programs:\n  3:\n    preset: b.yaml   # the second\n    transpose: 1 st\n  4: c\n", 0, 3,
                "programs:\n  3:\n    preset: b.yaml   # the second\n    level: -7.5 dB\n    transpose: 1 st\n  4: c\n");
    }

    @Test void programsAreNamedAsOnTheWireAndBanksByTheirNumber() {
        becomes("first: 1\nprograms: {1: a, 2: b}\nset: [2, 1]\n", 0, 1, "first: 1\nprograms: {1: a, 2: {preset: b, level: -7.5 dB}}\nset: [2, 1]\n");
        becomes("programs: {0: a}\nbanks: {2: {0: d}}\n", 2, 0, "programs: {0: a}\nbanks: {2: {0: {preset: d, level: -7.5 dB}}}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "programs", "programs: {1: a}", "programs: [a]", "programs: {0: {level: [1], preset: a}}", "programs: {0: [a]}",
        "programs:\n  0: >\n    a\n", "programs: {0: a}\nbanks: {0: {0: b}}\n", "programs: {0: }\n", "programs: {"})
    void whatCannotBeEditedIsRefused(String text) {
        assertEquals(Optional.empty(), BankLevel.apply(text, new ProgramAddress(0, 0), "-7.5 dB"));
    }
}

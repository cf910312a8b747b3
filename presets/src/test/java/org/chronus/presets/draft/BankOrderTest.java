package org.chronus.presets.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.chronus.presets.library.ProgramAddress;
import org.junit.jupiter.api.Test;

class BankOrderTest {
    private static void becomes(String before, List<Integer> order, String after) {
        assertEquals(Optional.of(after), BankOrder.programs(before, 0, order));
    }

    @Test void linesGoWithTheirCommentsAndNumbersStay() {
        becomes("""
                chronus: 1
                bank: Gig            # tonight

                programs:
                  # quiet
                  0: a.yaml          # first
                  3:
                    preset: b.yaml
                    level: -2 dB     # softer

                  9: {preset: c.yaml, transpose: 12 st}
                # the end
                """, List.of(9, 0, 3), """
                chronus: 1
                bank: Gig            # tonight

                programs:
                  0: {preset: c.yaml, transpose: 12 st}
                  # quiet
                  3: a.yaml          # first

                  9:
                    preset: b.yaml
                    level: -2 dB     # softer
                # the end
                """);
        becomes("chronus: 1\r\nfirst: 1\r\nprograms:\r\n  1: a\r\n  2: b", List.of(1, 0), "chronus: 1\r\nfirst: 1\r\nprograms:\r\n  1: b\r\n  2: a");
        becomes("programs:\n  5: a\n  2: \"b # c\"\nchronus: 1\n", List.of(5, 2), "programs:\n  5: \"b # c\"\n  2: a\nchronus: 1\n");
    }

    @Test void aMapInBracesKeepsItsBlanks() {
        becomes("{chronus: 1, programs: {0: a.yaml,  1: {preset: 'b, c', level: 2} , 2: d}}", List.of(2, 1, 0),
                "{chronus: 1, programs: {0: d,  1: {preset: 'b, c', level: 2} , 2: a.yaml}}");
    }

    @Test void aSetGoesOnNamingTheSamePrograms() {
        becomes("chronus: 1\nprograms: {0: a, 1: b}\nset: [1, 0, 1, {bank: 2, program: 1}]   # twice\nbanks: {2: {1: c}}\n", List.of(1, 0),
                "chronus: 1\nprograms: {0: b, 1: a}\nset: [0, 1, 0, {bank: 2, program: 1}]   # twice\nbanks: {2: {1: c}}\n");
        assertEquals(Optional.of("programs: {0: a}\nset: [{bank: 2, program: 0}, 0]\nbanks: {2: {0: d, 1: c}}\n"),
                BankOrder.programs("programs: {0: a}\nset: [{bank: 2, program: 1}, 0]\nbanks: {2: {0: c, 1: d}}\n", 2, List.of(1, 0)));
        assertEquals(new ProgramAddress(2, 5), BankOrder.moved(2, List.of(5, 1)).apply(new ProgramAddress(2, 1)));
        assertEquals(new ProgramAddress(0, 1), BankOrder.moved(2, List.of(5, 1)).apply(new ProgramAddress(0, 1)));
    }

    @Test void aSetIsPutInAnotherOrder() {
        assertEquals(Optional.of("programs: {0: a, 1: b}\nset: [1, 1, 0]  # x\n"), BankOrder.set("programs: {0: a, 1: b}\nset: [1, 0, 1]  # x\n",
                List.of(0, 2, 1)));
        assertEquals(Optional.of("programs: {0: a, 1: b}\nset:\n  # loud\n  - 1\n  - 0  # soft\n"),
                BankOrder.set("programs: {0: a, 1: b}\nset:\n  - 0  # soft\n  # loud\n  - 1\n", List.of(1, 0)));
    }

    @Test void whatCannotBeMovedIsLeftAlone() {
        assertEquals(Optional.empty(), BankOrder.programs("programs: {0: a, 1: b}\n", 0, List.of(1)));
        assertEquals(Optional.empty(), BankOrder.programs("programs: {0: a, 1: b}\n", 0, List.of(1, 2)));
        assertEquals(Optional.empty(), BankOrder.programs("programs: {0: a, # one\n 1: b}\n", 0, List.of(1, 0)));
        assertEquals(Optional.empty(), BankOrder.programs("programs: {0: a}\nbanks: {0: {1: b}}\n", 0, List.of(1, 0)));
        assertEquals(Optional.empty(), BankOrder.programs("no bank", 0, List.of(1, 0)));
        assertEquals(Optional.empty(), BankOrder.set("programs: {0: a, 1: b}\n", List.of(0)));
    }
}

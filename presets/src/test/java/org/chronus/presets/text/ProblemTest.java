package org.chronus.presets.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.presets.preset.Texts;
import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test void pointsAtThePlace() {
        Problem problem = new Problem("a.yaml", 2, 7, Severity.ERROR, "wrong", "write right", "name: x");
        assertEquals("a.yaml:2:7: wrong: write right", problem.toString());
        assertEquals("a.yaml:2:7: wrong: write right\n  name: x\n        ^".replace("\n", System.lineSeparator()), problem.withCaret());
    }

    @Test void ofAWholeFileHasNoPlace() {
        Problem problem = new Problem("a.yaml", 0, 0, Severity.ERROR, "missing", "make it", "");
        assertEquals("a.yaml: missing: make it", problem.toString());
        assertEquals(problem.toString(), problem.withCaret());
    }

    @Test void showsAPieceOfALongLine() {
        Problem problem = new Problem("a.yaml", 1, 1_001, Severity.ERROR, "wrong", "write right", "x".repeat(1_000) + "!" + "x".repeat(1_000));
        String[] lines = problem.withCaret().split(System.lineSeparator());
        assertTrue(lines[1].length() < 200);
        assertEquals('!', lines[1].charAt(lines[2].indexOf('^')));
    }

    @Test void sendsNoEscapesToTheTerminal() {
        String said = Texts.only(Texts.VOICE + "\"\\e[31m\\nfoo\": 1\n");
        assertFalse(said.chars().anyMatch(Character::isISOControl), said);
    }

    @Test void quotesLongWordsInPart() {
        assertEquals("p.yaml:7:1: a preset has no \"" + "x".repeat(40)
                + "...\": there are cables, chronus, controllers, hold, instrument, level, mix, modules, "
                + "name, parts, players, prime, silent, tags, tempo, transition, tuning, voices",
                Texts.only(Texts.VOICE + "x".repeat(500) + ": 1\n"));
    }

    @Test void areABoundedNumber() {
        StringBuilder text = new StringBuilder(Texts.VOICE);
        for (int i = 0; i < 1_000; i++) {
            text.append("wrong").append(i).append(": 1\n");
        }
        assertEquals(101, Texts.said(text.toString()).size());
        assertTrue(Texts.said(text.toString()).getLast().endsWith("there are more problems: correct these first"));
    }
}

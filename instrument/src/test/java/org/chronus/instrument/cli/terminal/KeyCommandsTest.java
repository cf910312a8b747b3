package org.chronus.instrument.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class KeyCommandsTest {
    private final List<String> wished = new ArrayList<>();
    private final KeyCommands keys = new KeyCommands(new KeyCommands.Wishes() {
        @Override public void program(int number) {
            wished.add("program " + number);
        }

        @Override public void next() {
            wished.add("next");
        }

        @Override public void previous() {
            wished.add("previous");
        }

        @Override public void panic() {
            wished.add("panic");
        }

        @Override public void quit() {
            wished.add("quit");
        }

        @Override public void help() {
            wished.add("help");
        }
    });

    private List<String> after(String typed) {
        typed.chars().forEach(keys::press);
        return wished;
    }

    @Test void aLetterActsWithoutEnter() {
        assertEquals(List.of("previous", "panic", "quit"), after("-pq"));
    }

    @Test void enterAloneIsTheNextProgram() {
        assertEquals(List.of("next", "next"), after("\n\r"));
    }

    @Test void digitsWaitForEnter() {
        assertEquals(List.of(), after("12"));
        assertEquals("12", keys.pending());
        assertEquals(List.of("program 12"), after("\n"));
        assertEquals("", keys.pending());
    }

    @Test void backspaceRemovesADigit() {
        assertEquals(List.of("program 13"), after("12\u007f3\n"));
    }

    @Test void backspaceBeforeAnyDigitDoesNothing() {
        assertEquals(List.of("program 5"), after("\b\u007f5\n"));
    }

    @Test void whenAllDigitsAreRemovedEnterIsTheNextProgram() {
        assertEquals(List.of("next"), after("1\b\n"));
    }

    @Test void aFourthDigitIsNotTaken() {
        assertEquals(List.of("program 123"), after("1234\n"));
    }

    @Test void aLetterForgetsTheDigitsBeforeIt() {
        assertEquals(List.of("panic", "next"), after("12p\n"));
    }

    @Test void whateverElseIsTypedAsksForHelpOnce() {
        assertEquals(List.of("help", "help", "help"), after("x ü"));
    }

    @Test void anArrowOrFunctionKeyIsOneKey() {
        assertEquals(List.of("help", "help", "help", "panic"), after("\u001b[A\u001b[15~\u001bOPp"));
    }

    @Test void escapeDoesNotSwallowTheKeyBehindIt() {
        assertEquals(List.of("help", "quit"), after("\u001bq"));
    }

    @Test void aLineIsObeyedAsAWhole() {
        List.of("", "-", "p", "q", "7", "1234", "pq", "panic").forEach(keys::obey);
        assertEquals(List.of("next", "previous", "panic", "quit", "program 7", "help", "help", "help"), wished);
    }
}

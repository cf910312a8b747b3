package org.chronus.instrument.cli.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.chronus.midi.device.MidiInput;
import org.chronus.midi.testing.TestKeyboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeyboardChoiceTest {
    private final List<TestKeyboard> keyboards = List.of(TestKeyboard.plugIn("Stage piano"), TestKeyboard.plugIn("Organ"),
            TestKeyboard.plugIn("Organ"), TestKeyboard.plugIn("Pads [hw:1,2,0]"));

    @AfterEach void unplug() {
        keyboards.forEach(TestKeyboard::close);
    }

    private static Optional<Set<String>> choose(String... words) throws Refusal {
        return KeyboardChoice.of(Arrays.asList(words)).names();
    }

    @Test void autoIsEveryKeyboardAlsoThoseThatComeLater() throws Refusal {
        assertTrue(KeyboardChoice.of(List.of("auto")).test(new MidiInput("Nobody knows it yet", "", "")));
    }

    @Test void noneIsNone() throws Refusal {
        assertTrue(KeyboardChoice.of(List.of("none")).isNone());
        assertFalse(KeyboardChoice.of(List.of("auto")).isNone());
    }

    @Test void severalAreNamedByPartsInOneWordOrInMany() throws Refusal {
        assertEquals(Optional.of(Set.of("Stage piano", "Organ")), choose("piano", "Organ"));
        assertEquals(Optional.of(Set.of("Stage piano", "Organ #2")), choose("PIANO, gan #2"));
        assertEquals(Optional.of(Set.of("Pads [2,0]")), choose("Pads [2,0]"), "the comma is the name's own");
    }

    @Test void anyOfThemThatIsNotThereIsRefused() {
        assertTrue(assertThrows(Refusal.class, () -> choose("piano,theremin")).getMessage().startsWith("no MIDI input matches \"theremin\""));
        assertTrue(assertThrows(Refusal.class, () -> choose("orga")).getMessage().startsWith("more than one MIDI input matches \"orga\""));
    }
}

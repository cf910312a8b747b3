package org.chronus.midi.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;

class SourceNumbersTest {
    private final SourceNumbers numbers = new SourceNumbers(2);

    @Test
    void whoeverComesBackHasItsNumberAgain() throws MidiInputException {
        assertEquals(1, numbers.take("A", List.of()));
        assertEquals(2, numbers.take("B", List.of("A")));
        assertEquals(1, numbers.take("A", List.of("B")));
    }

    @Test
    void whenAllAreGivenTheOneThatWasConnectedLeastRecentlyIsPassedOn() throws MidiInputException {
        numbers.take("A", List.of());
        numbers.take("B", List.of());
        numbers.take("A", List.of());
        assertEquals(2, numbers.take("C", List.of()));
        assertEquals(2, numbers.given());
    }

    @Test
    void aNumberInUseIsNotPassedOn() throws MidiInputException {
        numbers.take("A", List.of());
        numbers.take("B", List.of("A"));
        assertEquals(1, numbers.take("C", List.of("B")));
        var refusal = assertThrows(MidiInputException.class, () -> numbers.take("D", List.of("B", "C")));
        assertEquals("D: 2 devices are connected already: unplug one", refusal.getMessage());
    }
}

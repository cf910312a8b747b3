package org.chronus.midi.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import javax.sound.midi.MidiDevice;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Transmitter;

import org.chronus.midi.command.Gesture.NoteOn;
import org.chronus.midi.testing.TestKeyboard;
import org.junit.jupiter.api.Test;

/** A driver that throws what it must not: one line is said, the device is tried again, and the others go on. */
class BrokenDriverTest extends DevicesSession {
    private static final int UNLIMITED = -1;

    /** A keyboard of that name, whose driver does what the test says and nothing else. */
    private static MidiDevice keyboard(String name) {
        MidiDevice device = mock(MidiDevice.class);
        when(device.getDeviceInfo()).thenReturn(new MidiDevice.Info(name, "Chronus", name, "1") { });
        when(device.getMaxTransmitters()).thenReturn(UNLIMITED);
        return device;
    }

    @Test void aDeviceThatThrowsOnOpeningIsSaidOnceAndTriedUntilItOpens() throws MidiUnavailableException {
        MidiDevice broken = keyboard("Broken");
        doThrow(new IllegalArgumentException("no such port")).doThrow(new IllegalArgumentException("no such port")).doNothing().when(broken).open();
        when(broken.getTransmitter()).thenReturn(mock(Transmitter.class));
        try (var _ = TestKeyboard.plugIn(broken)) {
            TestKeyboard grand = plugIn("Grand");
            open();
            grand.press(60, 127);
            assertEquals(new NoteOn(devices.sources(), 0, 60, 1), commands().getLast(), "the other one plays");
            awaitLines(3);
        }
        assertEquals(List.of("Broken: it cannot be opened (no such port): end the program that uses it, or choose another input; "
                + "it is tried again until it opens", "Grand is here", "Broken is here"), said.subList(0, 3));
        verify(broken, times(3)).open();
    }

    @Test void aDeviceThatOpensAndLetsNobodyListenIsClosedAgain() throws MidiUnavailableException {
        MidiDevice broken = keyboard("Broken");
        when(broken.getTransmitter()).thenThrow(new MidiUnavailableException("no transmitter")).thenReturn(mock(Transmitter.class));
        try (var _ = TestKeyboard.plugIn(broken)) {
            open();
            awaitLines(2);
            verify(broken).close();
        }
        assertEquals("Broken is here", said.get(1));
    }

    @Test void aDeviceThatThrowsWithoutAReasonAndOnClosingTooDoesNotEndTheOthers() throws MidiUnavailableException {
        MidiDevice broken = keyboard("Broken");
        doThrow(new NullPointerException()).doNothing().when(broken).open();
        when(broken.getTransmitter()).thenReturn(mock(Transmitter.class));
        doThrow(new IllegalStateException("gone")).when(broken).close();
        try (var _ = TestKeyboard.plugIn(broken)) {
            open();
            awaitLines(2);
        }
        awaitLines(3);
        plugIn("Grand");
        awaitLines(4);
        assertEquals(List.of("Broken: it cannot be opened (NullPointerException): end the program that uses it, or choose another input; "
                + "it is tried again until it opens", "Broken is here", "Broken is gone; its keys are released", "Grand is here"), said);
    }
}

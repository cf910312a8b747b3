package org.chronus.instrument.jack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

/** A keyboard has one name, whichever server and driver it comes through, for its input and its output. */
class PortNamesTest {
    @Test void pipeWireNamesThePortOfTheDevice() {
        assertEquals("Keystation 49 MIDI 1", PortNames.device("Midi-Bridge:Keystation 49 0:(capture_0) Keystation 49 MIDI 1", List.of()));
        assertEquals("Keystation 49 MIDI 1", PortNames.device("Midi-Bridge:Keystation 49 0:(playback_0) Keystation 49 MIDI 1", List.of()));
    }

    @Test void soDoesTheBridgeOfAlsa() {
        assertEquals("Keystation 49 MIDI 1", PortNames.device("a2j:Keystation 49 [20] (capture): Keystation 49 MIDI 1", List.of()));
    }

    @Test void jacksOwnDriverSaysItInAnAlias() {
        assertEquals("Keystation-49", PortNames.device("system:midi_capture_1", List.of("alsa_pcm:Keystation-49/midi_capture_1", "other")));
        assertEquals("Keystation-49", PortNames.device("system:midi_playback_1", List.of("alsa_pcm:Keystation-49/midi_playback_1")));
    }

    @Test void whereNobodySaysItItIsThePort() {
        assertEquals("system:midi_capture_1", PortNames.device("system:midi_capture_1", List.of()));
        assertEquals("from system midi_capture_1", PortNames.own("system:midi_capture_1", true), "a colon ends the name of a client");
    }
}

package org.chronus.midi.decoder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.chronus.midi.command.Command;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.Gesture.NoteOn;

/** What tests share that send bytes to a decoder. */
abstract class DecoderSession {
    static final int SOURCE = 3;
    static final NoteOn MIDDLE_C = new NoteOn(SOURCE, 0, 60, 1), E = new NoteOn(SOURCE, 0, 64, 1);

    final List<Event> events = new ArrayList<>();
    final MidiDecoder decoder = new MidiDecoder(SOURCE, VelocityCurve.SQUARE, events::add);

    final void send(int... stream) {
        byte[] bytes = new byte[stream.length];
        for (int i = 0; i < stream.length; i++) {
            bytes[i] = (byte) stream[i];
        }
        decoder.decode(0, bytes, 0, bytes.length);
    }

    final void expect(Command... commands) {
        assertEquals(List.of(commands), events.stream().map(Event::command).toList());
    }
}

package org.chronus.instrument.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;

import org.chronus.presets.files.StandardOutput;

/** Commands run in this machine, with standard output in other hands. One thread. */
final class Chronus {
    /** How a command ended, and what it said. */
    record Said(int code, byte[] data, String err) {
        String out() {
            return new String(data, StandardCharsets.UTF_8);
        }
    }

    private Chronus() { }

    static Said run(Object... words) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        Said said = into(data, words);
        return new Said(said.code(), data.toByteArray(), said.err());
    }

    /** With that as standard output. */
    static Said into(OutputStream data, Object... words) {
        PrintStream out = System.out, err = System.err;
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        try {
            System.setOut(StandardOutput.over(data));
            System.setErr(new PrintStream(rest, true, StandardCharsets.UTF_8));
            int code = Main.run(Arrays.stream(words).map(Object::toString).toArray(String[]::new));
            return new Said(code, new byte[0], rest.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /** A stream that says so at each write. */
    static OutputStream failing(String words) {
        return new OutputStream() {
            @Override public void write(int value) throws IOException {
                throw new IOException(words);
            }
        };
    }

    /** One short note. */
    static Path song(Path file) throws InvalidMidiDataException, IOException {
        Sequence sequence = new Sequence(Sequence.PPQ, 480, 1);
        sequence.getTracks()[0].add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_ON, 0, 60, 90), 0));
        sequence.getTracks()[0].add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_OFF, 0, 60, 0), 96));
        MidiSystem.write(sequence, 0, file.toFile());
        return file;
    }
}

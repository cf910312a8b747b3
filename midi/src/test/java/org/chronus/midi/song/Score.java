package org.chronus.midi.song;

import java.io.IOException;
import java.nio.file.Path;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.SysexMessage;
import javax.sound.midi.Track;

/** Writes small songs for tests: every call adds to the newest track. */
final class Score {
    private final Sequence sequence;
    private Track track;

    private Score(Sequence sequence) {
        this.sequence = sequence;
        this.track = sequence.createTrack();
    }

    static Score inBeats(int ticksPerBeat) {
        return in(Sequence.PPQ, ticksPerBeat);
    }

    static Score in(float divisionType, int resolution) {
        try {
            return new Score(new Sequence(divisionType, resolution));
        } catch (InvalidMidiDataException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    Score newTrack() {
        track = sequence.createTrack();
        return this;
    }

    Score tempo(long tick, int microsPerBeat) {
        byte[] data = {(byte) (microsPerBeat >> 16), (byte) (microsPerBeat >> 8), (byte) microsPerBeat};
        return meta(tick, 0x51, data);
    }

    Score end(long tick) {
        return meta(tick, 0x2F, new byte[0]);
    }

    Score noteOn(long tick, int key) {
        return put(tick, 0x90, key, 127);
    }

    Score noteOff(long tick, int key) {
        return put(tick, 0x80, key, 127);
    }

    Score put(long tick, int status, int first, int second) {
        try {
            return add(tick, new ShortMessage(status, first, second));
        } catch (InvalidMidiDataException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    /** A system exclusive message, from its 0xF0 on. */
    Score exclusive(long tick, int... bytes) {
        byte[] data = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            data[i] = (byte) bytes[i];
        }
        try {
            return add(tick, new SysexMessage(data, data.length));
        } catch (InvalidMidiDataException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private Score meta(long tick, int type, byte[] data) {
        try {
            return add(tick, new MetaMessage(type, data, data.length));
        } catch (InvalidMidiDataException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private Score add(long tick, MidiMessage message) {
        track.add(new MidiEvent(message, tick));
        return this;
    }

    Path writeTo(Path file) throws IOException {
        MidiSystem.write(sequence, sequence.getTracks().length == 1 ? 0 : 1, file.toFile());
        return file;
    }
}

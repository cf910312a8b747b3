package org.chronus.midi.song;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes MIDI files byte by byte, as no program should. Belongs to one thread. */
final class RawSong {
    static final int DIVISION = 480;
    /** A note of a beat on key 60, and the end of the track. */
    static final int[] NOTE = {0, 0x90, 60, 127, 0x83, 0x60, 0x80, 60, 127}, END = {0, 0xFF, 0x2F, 0};

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** With a header of the usual length. */
    static RawSong of(int format, int tracks, int division) {
        return new RawSong().chunk("MThd", format >> 8, format, tracks >> 8, tracks, division >> 8, division);
    }

    /** A header of format 1, for so many tracks. */
    static RawSong of(int tracks) {
        return of(1, tracks, DIVISION);
    }

    /** A track with an end. */
    RawSong track(int... events) {
        return chunk("MTrk", joined(events, END));
    }

    /** As long as it says. */
    RawSong chunk(String name, int... bytes) {
        return claiming(name, bytes.length, bytes);
    }

    /** A chunk that says it has this length. */
    RawSong claiming(String name, int length, int... bytes) {
        return text(name).bytes(ByteBuffer.allocate(4).putInt(length).array()).raw(bytes);
    }

    /** A chunk of a RIFF file, with its pad byte. */
    RawSong riff(String name, int length, byte[] bytes) {
        text(name).bytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(length).array()).bytes(bytes);
        return bytes.length % 2 == 1 ? raw(0) : this;
    }

    RawSong text(String text) {
        return bytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawSong bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    RawSong raw(int... bytes) {
        for (int next : bytes) {
            out.write(next);
        }
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    static int[] joined(int[] first, int... second) {
        int[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}

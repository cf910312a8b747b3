package org.chronus.midi.song;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * Reads the events of one track. What the standard does not know is passed over and noted; a track that is cut plays up to there. Running
 * status goes on after meta events and system exclusive, as many programs write it. Mutable; the thread that reads the song.
 */
final class TrackReader {
    private static final int EXCLUSIVE = 0xF0, SONG_POSITION = 0xF2, TUNE_REQUEST = 0xF6, PACKET = 0xF7, REAL_TIME = 0xF8, META = 0xFF;
    /** Events that are read: all of a track, or as many as tell whether they make sense. */
    private static final int ALL = Integer.MAX_VALUE, FEW = 8;
    private static final int NONE = 0, LARGEST_QUANTITY = 0x0FFF_FFFF, HIGHEST = 127, USUAL_VELOCITY = 64;

    private final ChunkBytes file;
    private final int number, end, most;
    private final List<TrackEvent> events = new ArrayList<>();
    private final Faults faults = new Faults();
    /** Keys that are down, by channel * 128 + key. */
    private final BitSet down = new BitSet();
    private final ExclusivePackets exclusive = new ExclusivePackets(events);
    private long tick;
    private int at, running;
    private boolean isEnded, isCut;

    /**
     * Reads it.
     *
     * @param number for what is said of it
     * @param end    the place where its bytes end at the latest
     */
    TrackReader(ChunkBytes file, int number, int at, int end) {
        this(file, number, at, end, NONE, ALL);
    }

    private TrackReader(ChunkBytes file, int number, int at, int end, int running, int most) {
        this.file = file;
        this.number = number;
        this.at = at;
        this.end = end;
        this.running = running;
        this.most = most;
        for (int i = 0; i < most && at() < end && !isEnded && !isCut; i++) {
            readEvent();
        }
        exclusive.end();
        if (isCut) {
            letGo();
        }
    }

    private void readEvent() {
        int start = at;
        long delta = quantity();
        if (delta < 0 || at >= end) {
            cut(start);
            return;
        }
        tick += delta;
        if (next() < 0x80 && running == NONE) {
            faults.add(number, at, "data without a status is passed over");
            while (at < end && next() < 0x80) {
                at++;
            }
        }
        if (at < end) {
            readEvent(next() < 0x80 ? running : file.unsignedByte(at++), start);
        }
    }

    private void readEvent(int status, int start) {
        if (status < EXCLUSIVE) {
            exclusive.end();
            running = status;
            readMessage(status, start);
        } else if (status == EXCLUSIVE || status == PACKET) {
            readExclusive(status, start);
        } else if (status == META) {
            exclusive.end();
            readMeta(start);
        } else {
            readSystem(status);
        }
    }

    private void readMessage(int status, int start) {
        int length = (status & 0xE0) == 0xC0 ? 1 : 2, seen = 0;
        byte[] message = new byte[1 + length];
        message[0] = (byte) status;
        while (seen < length && at < end) {
            int data = file.unsignedByte(at++);
            if (isLoneSystemByte(data)) {
                passOver(data);
                continue;
            } else if (data > HIGHEST) {
                faults.add(number, at - 1, "the value " + data + " is taken as " + HIGHEST);
            }
            message[++seen] = (byte) Math.min(data, HIGHEST);
        }
        if (seen < length) {
            cut(start);
            return;
        }
        add(TrackEvent.MESSAGE, message);
        if (status < 0xA0) {
            down.set((status & 15) * 128 + message[1], status >= 0x90 && message[2] > 0);
        }
    }

    /** One that stands between the bytes of another message: real time, and what has no data. */
    private static boolean isLoneSystemByte(int status) {
        return status >= 0xF4 && status != PACKET && status != META;
    }

    /**
     * Files have no real-time and no common messages. One takes its data along. Often the event behind it has no time of its own: so it is
     * where a time, and what follows, would make no sense.
     */
    private void readSystem(int status) {
        passOver(status);
        int length = status == SONG_POSITION ? 2 : status < 0xF4 ? 1 : 0;
        while (length-- > 0 && at < end && next() < 0x80) {
            at++;
        }
        boolean isStatus = at < end && next() >= 0x80 && next() < EXCLUSIVE;
        if (isStatus && most == ALL && !new TrackReader(file, number, at, end, running, FEW).isSound()) {
            readEvent(file.unsignedByte(at++), at - 1);
        }
    }

    private boolean isSound() {
        return !isCut && faults.summary().isEmpty();
    }

    private void passOver(int status) {
        if (most == ALL) {
            faults.add(number, at - 1, Integer.toHexString(status).toUpperCase(Locale.ROOT) + " does not belong in a song and is passed over");
        }
    }

    /** The packets of a message are put together; a packet alone is any bytes. */
    private void readExclusive(int status, int start) {
        long length = quantity();
        if (status == EXCLUSIVE) {
            exclusive.begin();
            length = trueLength(length, start);
        }
        if (length < 0 || at + length > end) {
            exclusive.forget();
            at = length < 0 ? at : end;
            cut(start);
            return;
        }
        byte[] data = Arrays.copyOfRange(file.bytes(), at, at + (int) length);
        at += (int) length;
        if (exclusive.isOpen()) {
            exclusive.add(tick, data);
        } else {
            add(TrackEvent.MESSAGE, data);
        }
    }

    /** Lengths that end before or after the F7 are known from old programs. No status may stand inside, but for real time. */
    private long trueLength(long length, int start) {
        if (length >= 0 && at + length < end && file.unsignedByte(at + (int) length) == PACKET) {
            return length + 1;
        }
        for (int i = at; i < Math.min(at + length - 1, end); i++) {
            int next = file.unsignedByte(i);
            if (next >= 0x80 && next < REAL_TIME) {
                faults.add(number, start, "system exclusive has a wrong length and is read up to its end");
                return i - at + (next == PACKET ? 1 : 0);
            }
        }
        return length;
    }

    private void readMeta(int start) {
        int type = at < end ? file.unsignedByte(at++) : NONE;
        long length = quantity();
        if (length < 0 || at + length > end) {
            at = length < 0 ? at : end;
            cut(start);
            return;
        }
        at += (int) length;
        isEnded = type == TrackEvent.END_OF_TRACK;
        add(type, Arrays.copyOfRange(file.bytes(), at - (int) length, at));
    }

    /** A number of variable length; -1 if it is cut or larger than the standard allows. */
    private long quantity() {
        long value = 0;
        while (at < end && value <= LARGEST_QUANTITY) {
            int next = file.unsignedByte(at++);
            value = value << 7 | next & 0x7F;
            if (next < 0x80) {
                return value <= LARGEST_QUANTITY ? value : -1;
            }
        }
        return -1;
    }

    private void cut(int start) {
        isCut = true;
        faults.add(number, start, at < end ? "a number beyond the standard ends the track" : "the track ends in the middle of an event");
    }

    /** Nobody lets go of the keys of a track that is cut. */
    private void letGo() {
        for (int key = down.nextSetBit(0); key >= 0; key = down.nextSetBit(key + 1)) {
            add(TrackEvent.MESSAGE, new byte[] {(byte) (0x80 | key / 128), (byte) (key % 128), USUAL_VELOCITY});
        }
    }

    private void add(int meta, byte[] bytes) {
        events.add(new TrackEvent(tick, meta, bytes));
    }

    private int next() {
        return file.unsignedByte(at);
    }

    /** The place behind what was read. */
    int at() {
        return at;
    }

    /** True if its end was found. */
    boolean isEnded() {
        return isEnded;
    }

    /** True if it ends in the middle. */
    boolean isCut() {
        return isCut;
    }

    List<TrackEvent> events() {
        return events;
    }

    Faults faults() {
        return faults;
    }
}

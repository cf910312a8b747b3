package org.chronus.midi.song;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * Puts the packets of a track's system exclusive together, so that no other track's events can stand between them. A message whose F7 was
 * left out ends where another event follows. Mutable; the thread that reads the song.
 */
final class ExclusivePackets {
    private static final int BEGIN = 0xF0, END = 0xF7;

    private final List<TrackEvent> events;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private long tick;

    /** @param events gets whole messages, at the tick of their last packet */
    ExclusivePackets(List<TrackEvent> events) {
        this.events = events;
    }

    /** True if a message has begun and not ended. */
    boolean isOpen() {
        return message.size() > 0;
    }

    /** An event F0. */
    void begin() {
        end();
        message.write(BEGIN);
    }

    /** What an event brings of the message that has begun. */
    void add(long at, byte[] data) {
        tick = at;
        message.writeBytes(data);
        if (data.length > 0 && (data[data.length - 1] & 0xFF) == END) {
            emit();
        }
    }

    /** Nothing more comes of the message, if one has begun. */
    void end() {
        if (isOpen()) {
            message.write(END);
            emit();
        }
    }

    /** The message that has begun is cut. */
    void forget() {
        message.reset();
    }

    private void emit() {
        events.add(new TrackEvent(tick, TrackEvent.MESSAGE, message.toByteArray()));
        message.reset();
    }
}

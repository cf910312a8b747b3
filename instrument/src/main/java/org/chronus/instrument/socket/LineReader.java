package org.chronus.instrument.socket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;

/** Reads lines, of a limited length, from a channel; of what is longer the rest is passed over. Mutable; one thread. */
final class LineReader {
    /** What {@link #read} returns for a line that is too long; to be compared by identity. */
    static final byte[] TOO_LONG = new byte[0];

    private final ReadableByteChannel channel;
    private final ByteBuffer arrived = ByteBuffer.allocate(4_096).flip();
    private final int longest;
    private byte[] line = new byte[256];

    LineReader(ReadableByteChannel channel, int longest) {
        this.channel = channel;
        this.longest = longest;
    }

    /** The next line without its end, {@link #TOO_LONG}, or null at the end; a last line need not be ended. */
    byte[] read() throws IOException {
        int length = 0;
        boolean begun = false;
        while (arrived.hasRemaining() || fill()) {
            begun = true;
            byte next = arrived.get();
            if (next == '\n') {
                return line(length);
            }
            if (length < longest) {
                line = length == line.length ? Arrays.copyOf(line, 2 * length) : line;
                line[length] = next;
            }
            length = Math.min(length, longest) + 1;
        }
        return begun ? line(length) : null;
    }

    private byte[] line(int length) {
        return length > longest ? TOO_LONG : Arrays.copyOf(line, length);
    }

    private boolean fill() throws IOException {
        arrived.clear();
        int count = channel.read(arrived);
        arrived.flip();
        return count > 0;
    }
}

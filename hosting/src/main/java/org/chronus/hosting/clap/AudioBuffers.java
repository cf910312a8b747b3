package org.chronus.hosting.clap;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

import org.chronus.hosting.HostedPlugin;
import org.chronus.hosting.clap.abi.Memory;

/** The channels of a plugin's inputs, or of its outputs, and the clap_audio_buffers that point to them. Mutable; [audio]. */
final class AudioBuffers {
    private static final int BUFFER = 32, CHANNELS = 16;
    private static final long BYTES = HostedPlugin.MOST_FRAMES * 4L;
    /** What vector instructions like. */
    private static final long ALIGNMENT = 64;

    private final MemorySegment buffers;
    private final MemorySegment all;
    private final List<MemorySegment> channels = new ArrayList<>();
    private final int ports;

    AudioBuffers(Arena arena, List<AudioPort> ports) {
        this.ports = ports.size();
        buffers = arena.allocate(Math.max(1, ports.size()) * (long) BUFFER, Memory.POINTER);
        all = arena.allocate(Math.max(1, AudioPort.channels(ports)) * BYTES, ALIGNMENT);
        for (int i = 0; i < ports.size(); i++) {
            int count = ports.get(i).channels();
            long[] pointers = new long[count];
            for (int k = 0; k < count; k++) {
                MemorySegment channel = all.asSlice(channels.size() * BYTES, BYTES);
                pointers[k] = channel.address();
                channels.add(channel);
            }
            buffers.set(JAVA_LONG, i * (long) BUFFER, Memory.pointers(arena, pointers));
            buffers.set(JAVA_INT, i * (long) BUFFER + CHANNELS, count);
        }
    }

    /** Where the first clap_audio_buffer is. */
    long address() {
        return buffers.address();
    }

    /** How many clap_audio_buffers there are. */
    int ports() {
        return ports;
    }

    /** A channel, counted through all ports. */
    MemorySegment channel(int index) {
        return channels.get(index);
    }

    /** Every channel is zero. */
    void silence() {
        all.fill((byte) 0);
    }
}

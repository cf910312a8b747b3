package org.chronus.hosting.clap;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

import org.chronus.hosting.clap.abi.Calls;
import org.chronus.hosting.clap.abi.Memory;

/** An audio input or output of a plugin, of one or more channels. Immutable; any thread. */
record AudioPort(String name, int channels) {
    private static final int COUNT = 0, GET = 8, NAME = 4, NAME_SIZE = 256, CHANNELS = 264, SIZE = 288;

    /** [main thread] All inputs, or all outputs, in the plugin's order. The first is the main one. */
    static List<AudioPort> read(ClapInstance plugin, boolean input) {
        long ports = plugin.extension("clap.audio-ports");
        List<AudioPort> found = new ArrayList<>();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment port = arena.allocate(SIZE, Memory.POINTER);
            int count = ports == 0 ? 0 : Calls.count(Memory.pointer(ports + COUNT), plugin.address(), input);
            for (int i = 0; i < count; i++) {
                port.fill((byte) 0);
                boolean there = Calls.port(Memory.pointer(ports + GET), plugin.address(), i, input, port.address());
                // One that it does not describe keeps its place, without channels: the numbers of the others count on it.
                found.add(new AudioPort(Memory.text(port, NAME, NAME_SIZE), there ? port.get(ValueLayout.JAVA_INT, CHANNELS) : 0));
            }
        }
        return found;
    }

    /** A symbol for each channel of some ports: the port's name, with left and right, or a number, for those with more than one. */
    static List<String> symbols(List<AudioPort> ports, String normally) {
        Symbols symbols = new Symbols(normally);
        List<String> all = new ArrayList<>();
        for (AudioPort port : ports) {
            for (int i = 0; i < port.channels; i++) {
                String side = switch (port.channels) {
                    case 1 -> "";
                    case 2 -> i == 0 ? " left" : " right";
                    default -> " " + (i + 1);
                };
                all.add(symbols.of((port.name.isEmpty() ? normally : port.name) + side));
            }
        }
        return all;
    }

    /** How many channels they have together. */
    static int channels(List<AudioPort> ports) {
        return ports.stream().mapToInt(AudioPort::channels).sum();
    }
}

package org.chronus.hosting.lv2;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

import org.chronus.hosting.HostedPlugin;
import org.chronus.hosting.PluginParameter;
import org.chronus.hosting.lv2.data.PluginData;
import org.chronus.hosting.lv2.data.PortData;
import org.chronus.hosting.lv2.data.PortData.Kind;

/**
 * The memory that the ports of an instance are connected to, the same for its life: a block for each audio and CV port, a number for each
 * control port, a sequence for each atom port. For the thread that runs the plugin.
 */
final class Ports {
    /** As wide as the widest vector. */
    private static final int ALIGNMENT = 64;

    private final PluginData data;
    private final boolean offline;
    private final MemorySegment[] connections;
    private final MemorySegment controls;
    private final List<MemorySegment> inputs = new ArrayList<>();
    private final List<MemorySegment> outputs = new ArrayList<>();
    private final EventBuffer[] events;
    private final EventBuffer midi;
    /** By the place of the parameter. */
    private final int[] port;
    private final float[] minimum;
    private final float[] maximum;

    /** {@code offline}: time is not real. */
    Ports(Arena arena, PluginData data, boolean offline) {
        this.data = data;
        this.offline = offline;
        int count = data.ports().size();
        connections = new MemorySegment[count];
        controls = arena.allocate(JAVA_FLOAT, Math.max(1, count));
        List<PluginParameter> parameters = data.info().parameters();
        port = new int[parameters.size()];
        minimum = new float[parameters.size()];
        maximum = new float[parameters.size()];
        List<EventBuffer> sequences = new ArrayList<>();
        EventBuffer notes = null;
        for (int i = 0; i < count; i++) {
            PortData described = data.ports().get(i);
            if (described.kind() == Kind.ATOM) {
                EventBuffer sequence = new EventBuffer(arena, Math.max(HostFeatures.SEQUENCE_BYTES, described.minimumSize()), described.input());
                sequences.add(sequence);
                connections[i] = sequence.memory();
                if (notes == null && described.midi() && described.input()) {
                    notes = sequence;
                }
            } else {
                connections[i] = memory(arena, described, i);
            }
            if (described.place() >= 0) {
                port[described.place()] = i;
                minimum[described.place()] = parameters.get(described.place()).minimum();
                maximum[described.place()] = parameters.get(described.place()).maximum();
            }
        }
        events = sequences.toArray(EventBuffer[]::new);
        midi = notes;
        setDefaults();
    }

    private MemorySegment memory(Arena arena, PortData described, int index) {
        switch (described.kind()) {
            case AUDIO -> {
                MemorySegment block = block(arena);
                (described.input() ? inputs : outputs).add(block);
                return block;
            }
            case CV -> {
                return described.optional() ? MemorySegment.NULL : block(arena);
            }
            case CONTROL -> {
                return controls.asSlice(index * JAVA_FLOAT.byteSize(), JAVA_FLOAT.byteSize());
            }
            default -> {
                return MemorySegment.NULL;
            }
        }
    }

    private static MemorySegment block(Arena arena) {
        return arena.allocate(HostedPlugin.MOST_FRAMES * JAVA_FLOAT.byteSize(), ALIGNMENT);
    }

    void connect(Instance instance) {
        for (int i = 0; i < connections.length; i++) {
            instance.connect(i, connections[i]);
        }
    }

    MemorySegment input(int channel) {
        return inputs.get(channel);
    }

    MemorySegment output(int channel) {
        return outputs.get(channel);
    }

    /** Every parameter as the plugin's data has it. */
    void setDefaults() {
        for (int i = 0; i < connections.length; i++) {
            controls.setAtIndex(JAVA_FLOAT, i, data.ports().get(i).normally());
        }
        if (data.offlinePort() >= 0) {
            controls.setAtIndex(JAVA_FLOAT, data.offlinePort(), offline ? 1 : 0);
        }
    }

    /** A parameter by the symbol that the plugin has for it; unknown ones are passed over. */
    void set(String symbol, float value) {
        int index = data.port(symbol);
        if (index >= 0 && data.ports().get(index).place() >= 0) {
            set(data.ports().get(index).place(), value);
        }
    }

    /** The memory of a control port; NULL if there is none. */
    MemorySegment control(String symbol) {
        int index = data.port(symbol);
        return index >= 0 && data.ports().get(index).is(Kind.CONTROL, true) ? connections[index] : MemorySegment.NULL;
    }

    /** [audio] A parameter, by its place. What is not a number is passed over. */
    void set(int place, float value) {
        if (value == value) {
            controls.setAtIndex(JAVA_FLOAT, port[place], Math.min(maximum[place], Math.max(minimum[place], value)));
        }
    }

    float get(int place) {
        return controls.getAtIndex(JAVA_FLOAT, port[place]);
    }

    /** Of any control port, by its place among the ports. */
    float control(int index) {
        return controls.getAtIndex(JAVA_FLOAT, index);
    }

    /** [audio] Where MIDI goes; null if the plugin takes none. */
    EventBuffer midi() {
        return midi;
    }

    /** [audio] For the next piece: no events in, room for events out. */
    void clearEvents() {
        for (int i = 0; i < events.length; i++) {
            events[i].clear();
        }
    }

    /** [audio] Silence. */
    void clearOutputs() {
        for (int i = 0; i < outputs.size(); i++) {
            outputs.get(i).fill((byte) 0);
        }
    }

    /** [audio] No audio in. */
    void clearInputs() {
        for (int i = 0; i < inputs.size(); i++) {
            inputs.get(i).fill((byte) 0);
        }
    }
}

package org.chronus.hosting.isolation;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.chronus.foreign.Scheduling;
import org.chronus.foreign.SharedCounter;
import org.chronus.hosting.HostedPlugin;
import org.chronus.hosting.PluginInfo;

/**
 * The memory that this process and a helper share for one plugin: a piece of a block, asked for by one and played by the other.
 *
 * <pre>
 *   byte 0    number of the latest piece that was asked for   ({@link SharedCounter})
 *   byte 128  number of the latest piece that was played      ({@link SharedCounter})
 *   byte 256  frames of the piece, its number of events, the real-time priority to play it with: ints
 *   byte 320  events, 24 bytes each: kind, frame, two ints, two floats
 *   then the audio inputs and outputs, a block of floats each
 * </pre>
 *
 * Each side has its own; audio threads, after construction.
 */
final class SharedBlock {
    /** Kinds of events. */
    static final int PARAMETER = 1, NOTE_ON = 2, NOTE_OFF = 3, MIDI = 4, EXPRESSION = 5;
    static final int MOST_EVENTS = 4_096;
    private static final int EVENT = 24, FRAMES = 2 * SharedCounter.BYTES, COUNT = FRAMES + 4, PRIORITY = FRAMES + 8, EVENTS = FRAMES + 64;
    private static final int CHANNEL = 4 * HostedPlugin.MOST_FRAMES;
    private static final HostedPlugin.Expression[] EXPRESSIONS = HostedPlugin.Expression.values();

    /** Counts the pieces that were asked for. */
    final SharedCounter asked;
    /** Counts those that were played. */
    final SharedCounter played;

    private final MemorySegment all;
    private final MemorySegment[] inputs;
    private final MemorySegment[] outputs;

    private SharedBlock(MemorySegment all, PluginInfo plugin) {
        this.all = all;
        asked = new SharedCounter(all, 0);
        played = new SharedCounter(all, SharedCounter.BYTES);
        inputs = new MemorySegment[plugin.audioInputs().size()];
        outputs = new MemorySegment[plugin.audioOutputs().size()];
        long place = EVENTS + (long) MOST_EVENTS * EVENT;
        for (int i = 0; i < inputs.length; i++, place += CHANNEL) {
            inputs[i] = all.asSlice(place, CHANNEL);
        }
        for (int i = 0; i < outputs.length; i++, place += CHANNEL) {
            outputs[i] = all.asSlice(place, CHANNEL);
        }
    }

    private static long size(PluginInfo plugin) {
        return EVENTS + (long) MOST_EVENTS * EVENT + (long) CHANNEL * (plugin.audioInputs().size() + plugin.audioOutputs().size());
    }

    /** Makes the file, which must not be there yet. */
    static SharedBlock create(Path file, PluginInfo plugin, Arena arena) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return new SharedBlock(channel.map(FileChannel.MapMode.READ_WRITE, 0, size(plugin), arena), plugin);
        }
    }

    /** That of the other process. */
    static SharedBlock open(Path file, PluginInfo plugin, Arena arena) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return new SharedBlock(channel.map(FileChannel.MapMode.READ_WRITE, 0, size(plugin), arena), plugin);
        } finally {
            Files.delete(file);
        }
    }

    MemorySegment input(int channel) {
        return inputs[channel];
    }

    MemorySegment output(int channel) {
        return outputs[channel];
    }

    /** Asks for a piece; its events and inputs are there. */
    void ask(int number, int frames, int events) {
        all.set(JAVA_INT, FRAMES, frames);
        all.set(JAVA_INT, COUNT, events);
        all.set(JAVA_INT, PRIORITY, Scheduling.belowAudio());
        asked.set(number);
    }

    int frames() {
        return all.get(JAVA_INT, FRAMES);
    }

    int events() {
        return all.get(JAVA_INT, COUNT);
    }

    /** See {@link Scheduling#realTime}. */
    int priority() {
        return all.get(JAVA_INT, PRIORITY);
    }

    /** Writes an event; {@code number} below {@link #MOST_EVENTS}. */
    void event(int number, int kind, int frame, int a, int b, float c, float d) {
        long place = EVENTS + (long) number * EVENT;
        all.set(JAVA_INT, place, kind);
        all.set(JAVA_INT, place + 4, frame);
        all.set(JAVA_INT, place + 8, a);
        all.set(JAVA_INT, place + 12, b);
        all.set(JAVA_FLOAT, place + 16, c);
        all.set(JAVA_FLOAT, place + 20, d);
    }

    /** Hands the events of the piece to a plugin. */
    void giveTo(HostedPlugin plugin) {
        int count = Math.min(events(), MOST_EVENTS);
        for (int i = 0; i < count; i++) {
            long place = EVENTS + (long) i * EVENT;
            int kind = all.get(JAVA_INT, place), frame = all.get(JAVA_INT, place + 4);
            int a = all.get(JAVA_INT, place + 8), b = all.get(JAVA_INT, place + 12);
            float c = all.get(JAVA_FLOAT, place + 16), d = all.get(JAVA_FLOAT, place + 20);
            switch (kind) {
                case PARAMETER -> plugin.setParameter(frame, a, c);
                case NOTE_ON -> plugin.noteOn(frame, a, b, c, d);
                case NOTE_OFF -> plugin.noteOff(frame, a, b, c);
                case EXPRESSION -> plugin.noteExpression(frame, a, b, EXPRESSIONS[(int) d], c);
                default -> plugin.midi(frame, a, b, (int) c);
            }
        }
    }
}

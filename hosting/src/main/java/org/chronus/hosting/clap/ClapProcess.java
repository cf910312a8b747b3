package org.chronus.hosting.clap;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

import org.chronus.hosting.clap.abi.AnswerList;
import org.chronus.hosting.clap.abi.EventList;
import org.chronus.hosting.clap.abi.Memory;

/**
 * What a plugin is given to play the next frames: a clap_process with audio in and out, events in and out, and no transport. Mutable;
 * [audio], or the main thread while nothing runs the plugin.
 */
final class ClapProcess {
    private static final int STEADY_TIME = 0, FRAMES = 8, INPUTS = 24, OUTPUTS = 32, INPUT_COUNT = 40, OUTPUT_COUNT = 44, EVENTS = 48, ANSWERS = 56;
    private static final int SIZE = 64, ERROR = 0;

    final AudioBuffers inputs;
    final AudioBuffers outputs;
    final EventList events;
    final AnswerList answers;
    private final MemorySegment process;
    private long time;

    ClapProcess(Arena arena, AudioBuffers inputs, AudioBuffers outputs) {
        this.inputs = inputs;
        this.outputs = outputs;
        events = new EventList(arena);
        answers = new AnswerList(arena);
        process = arena.allocate(SIZE, Memory.POINTER);
        process.set(JAVA_LONG, INPUTS, inputs.address());
        process.set(JAVA_LONG, OUTPUTS, outputs.address());
        process.set(JAVA_INT, INPUT_COUNT, inputs.ports());
        process.set(JAVA_INT, OUTPUT_COUNT, outputs.ports());
        process.set(JAVA_LONG, EVENTS, events.address());
        process.set(JAVA_LONG, ANSWERS, answers.address());
    }

    /** Plays; the events are used up then. False if the plugin reports an error. */
    boolean play(ClapInstance plugin, int frames) {
        process.set(JAVA_LONG, STEADY_TIME, time);
        process.set(JAVA_INT, FRAMES, frames);
        // A plugin that leaves its outputs alone would repeat what it played before.
        outputs.silence();
        int status = plugin.process(process.address());
        time += frames;
        return status != ERROR;
    }
}

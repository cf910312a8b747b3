package org.chronus.instrument.bench;

import static org.chronus.modules.Module.BLOCK;

import java.util.concurrent.TimeUnit;

import org.chronus.instrument.engine.Engine;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.Gesture;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.GroupThreads;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Control;

/**
 * The way of a note-on into an engine that plays no patch: offered, drained, given its frame and routed. {@code oneThread} offers 64 and
 * runs a callback, time per note. In the groups, producers offer as fast as they are let while the audio thread runs callback after
 * callback: {@code offer} is the time until a note is taken, {@code callback} that of 64 frames with all that has come.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Group)
public class QueueBenchmark {
    private static final int NOTES = 64;

    private final Engine engine = new Engine(48_000, 0xFFFF, 0, null);
    /** Long ago: due at the next callback's first frame. */
    private final Event note = new Event(0, new Gesture.NoteOn(0, 0, 60, 0.5f));
    private final float[] left = new float[BLOCK];
    private final float[] right = new float[BLOCK];

    @Benchmark @Group("oneThread") @OperationsPerInvocation(NOTES) public void offerAndDrain() {
        for (int i = 0; i < NOTES; i++) {
            engine.offer(note);
        }
        engine.process(left, right, BLOCK);
    }

    @Benchmark @Group("oneProducer") public void offer(Control control) {
        insist(control);
    }

    @Benchmark @Group("oneProducer") public void callback() {
        engine.process(left, right, BLOCK);
    }

    @Benchmark @Group("fourProducers") @GroupThreads(4) public void offerOfFour(Control control) {
        insist(control);
    }

    @Benchmark @Group("fourProducers") public void callbackOfFour() {
        engine.process(left, right, BLOCK);
    }

    /** Until it is taken, or nobody drains any more. */
    private void insist(Control control) {
        while (!engine.offer(note) && !control.stopMeasurement) {
            Thread.yield();
        }
    }
}

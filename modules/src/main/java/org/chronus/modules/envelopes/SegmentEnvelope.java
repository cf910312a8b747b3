package org.chronus.modules.envelopes;

import java.util.stream.IntStream;

import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.NoteSignal;
import org.chronus.modules.Output;
import org.chronus.modules.Unit;

/**
 * Envelope of up to eight segments, each with a level to go to, a time and a curve; a time of 0 leaves a segment out. While the gate is held it
 * waits at the end of one of them, or goes round in a loop; then it goes on to the last. A rise of the gate starts it from the level that it
 * finds. What a segment needs is read as it begins.
 */
public final class SegmentEnvelope extends Module {
    private static final int SEGMENTS = 8;

    private final Input gate = input("gate").follows(NoteSignal.GATE).means("a rise starts the first segment, a fall leaves the wait or the loop");
    private final Input sustain = input("sustain").range(0, SEGMENTS).held().means("the segment at whose end it waits while the gate is held; 0 for none");
    private final Input loop = input("loop").range(0, SEGMENTS).held()
            .means("the segment to which it goes back from the end of that of sustain, instead of waiting; 0 for none");
    private final Input[] levels = IntStream.rangeClosed(1, SEGMENTS)
            .mapToObj(i -> input("level" + i).range(-1, 1).held().means("where segment " + i + " ends")).toArray(Input[]::new);
    private final Input[] times = IntStream.rangeClosed(1, SEGMENTS)
            .mapToObj(i -> input("time" + i).range(0, 60, Unit.SECONDS).held().means("how long segment " + i + " takes; 0: it is left out"))
            .toArray(Input[]::new);
    private final Input[] curves = IntStream.rangeClosed(1, SEGMENTS)
            .mapToObj(i -> input("curve" + i).range(-10, 10).held().means("0 is straight, above it fast first, below slow first")).toArray(Input[]::new);
    private final Output out = output("out").within(-1, 1).means("-1 to 1");
    /** The segment that a lane is in, from 0; -1 before the first note. */
    private final int[] present = new int[LANES];
    private final float[] open = new float[LANES];
    private Segments segments = new Segments(sampleRate());

    @Override public double tail() {
        return Double.POSITIVE_INFINITY;
    }

    @Override protected void activate() {
        segments = new Segments(sampleRate());
    }

    @Override protected void reset(int lane) {
        present[lane] = -1;
        open[lane] = 0;
        segments.rest(lane, 0);
    }

    @Override public void generate(int start, int limit) {
        int at = start;
        while (at < limit) {
            turn(at);
            int next = segments.next(at, limit, gate, open);
            segments.write(out.data, out.step, at, next, -1);
            at = next;
        }
    }

    private void turn(int frame) {
        for (int lane = 0; lane < LANES; lane++) {
            boolean now = gate.data[frame * gate.step + lane] > 0;
            int wait = (int) sustain.data[lane] - 1;
            if (now && !(open[lane] > 0)) {
                enter(lane, following(lane, 0));
            } else if (!now && open[lane] > 0 && present[lane] <= wait) {
                enter(lane, following(lane, wait + 1));
            } else if (segments.isOver(lane)) {
                int next = following(lane, present[lane] + 1);
                if (!now || present[lane] > wait || next <= wait) {
                    enter(lane, next);
                } else if (loop.data[lane] >= 1) {
                    enter(lane, following(lane, Math.min((int) loop.data[lane] - 1, present[lane])));
                } else {
                    segments.rest(lane, segments.level(lane));
                }
            }
            open[lane] = now ? 1 : 0;
        }
    }

    /** The first that has a time, from this one on. */
    private int following(int lane, int from) {
        int segment = from;
        while (segment < SEGMENTS && !(times[segment].data[lane] > 0)) {
            segment++;
        }
        return segment;
    }

    /** After the last it stays. */
    private void enter(int lane, int segment) {
        present[lane] = segment;
        if (segment < SEGMENTS) {
            segments.go(lane, levels[segment].data[lane], times[segment].data[lane], curves[segment].data[lane]);
        } else {
            segments.rest(lane, segments.level(lane));
        }
    }
}

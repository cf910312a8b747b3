package org.chronus.modules.effects.modulation;

import java.util.Arrays;

import org.chronus.modules.Choice;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.Phase;
import org.chronus.modules.Unit;
import org.chronus.modules.effects.Cycle;
import org.chronus.modules.effects.DelayLine;
import org.chronus.modules.effects.Mute;

/**
 * Flanger: a copy with a short delay, swept by a sine, makes a comb of notches (J. Dattorro, "Effect design, part 2: delay-line modulation
 * and chorus", 1997). Through zero, the dry sound is late by a millisecond, so that the copy overtakes it, as between two tape machines. In
 * a mix the sweep of the right side may be behind the left.
 */
public final class Flanger extends Module {
    /** Whether the copy can overtake the dry sound. */
    public enum Path { PLAIN, THROUGH_ZERO }

    /** Whether the copy is added or taken away. */
    public enum Polarity { POSITIVE, NEGATIVE }

    private static final double LONGEST = 0.02;
    private static final double REFERENCE = 0.001;
    private static final double INAUDIBLE = Math.log(1e5);

    private final Choice<Path> path = choice("path", Path.PLAIN).means("through-zero: the dry sound is 1 ms late, and the copy overtakes it");
    private final Choice<Polarity> polarity = choice("polarity", Polarity.POSITIVE).means("negative: the copy is taken away");
    private final Input in = input("in");
    private final Input rate = input("rate").range(0.02, 10, Unit.HERTZ).normally(0.2).logarithmic().means("of the sweep");
    private final Input delay = input("delay").range(0.0001, LONGEST / 2, Unit.SECONDS).normally(0.001).logarithmic().smoothed(0.1)
            .means("that the sweep goes round");
    private final Input depth = input("depth").range(0, 1, Unit.SHARE).normally(0.9).smoothed(0.05)
            .means("of the sweep: 1 from none to twice the delay");
    private final Input feedback = input("feedback").range(-0.95, 0.95, Unit.SHARE).normally(0.3).smoothed(0.02).means("of the copy");
    private final Input spread = input("spread").range(0, 1, Unit.SHARE).normally(0.25).smoothed(0.02)
            .means("cycles by which the right side is behind in the mix");
    private final Input mix = input("mix").range(0, 1, Unit.SHARE).normally(0.5).smoothed(0.02).means("0 dry, 1 the copy alone");
    private final Output out = output("out");
    private final Phase phase = phase();
    private final float[] delays = new float[DelayLine.SCRATCH];
    private final float[] copy = new float[DelayLine.SCRATCH];
    private final float[] dry = new float[DelayLine.SCRATCH];
    private DelayLine[] lines = {};
    private DelayLine[] references = {};
    private float sign = 1;
    private int late;

    @Override protected void activate() {
        lines = new DelayLine[width()];
        references = new DelayLine[width()];
        late = latency();
        for (int lane = 0; lane < lines.length; lane++) {
            lines[lane] = new DelayLine(LONGEST * sampleRate());
            references[lane] = new DelayLine(late);
        }
        sign = polarity.value() == Polarity.NEGATIVE ? -1 : 1;
    }

    @Override protected void reset(int lane) {
        if (lane < lines.length) {
            lines[lane].clear();
            references[lane].clear();
        }
    }

    @Override public void locate(double cycles) {
        Arrays.fill(phase.data, (int) (long) ((cycles - Math.floor(cycles)) * Phase.CYCLE));
    }

    @Override public int latency() {
        return path.value() == Path.THROUGH_ZERO ? (int) Math.round(REFERENCE * sampleRate()) : 0;
    }

    @Override public double tail() {
        return LONGEST * (1 + INAUDIBLE / -Math.log(0.95));
    }

    @Override public void generate(int start, int limit) {
        Mute.unheard(out, start, limit, width());
        for (int lane = 0; lane < lines.length; lane++) {
            sweep(lane, start, limit);
            hold(lane, start, limit);
            for (int from = start, to; from < limit; from = to) {
                to = readable(from, limit);
                run(lane, from, to);
            }
        }
    }

    private void sweep(int lane, int start, int limit) {
        int position = phase.data[lane];
        float perFrame = Phase.CYCLE / sampleRate(), behind = lane == 1 && width() == 2 ? Phase.CYCLE / 2 : 0;
        for (int i = start; i < limit; i++) {
            int lag = (int) (spread.data[i * spread.step + lane] * behind);
            float wave = Cycle.sine(position - lag - lag) * depth.data[i * depth.step + lane];
            delays[i] = Math.max(delay.data[i * delay.step + lane] * sampleRate() * (1 + wave), DelayLine.SHORTEST);
            position += (int) (rate.data[i * rate.step + lane] * perFrame);
        }
        phase.data[lane] = position;
    }

    /** The dry sound, late by {@link #latency}. */
    private void hold(int lane, int start, int limit) {
        for (int i = start; i < limit; i++) {
            dry[i] = in.data[i * in.step + lane];
        }
        if (late > 0) {
            int first = references[lane].position();
            references[lane].write(dry, start, limit);
            references[lane].tap(first, late, dry, start, limit);
        }
    }

    /** The end of the frames that can be read before any of them is written. */
    private int readable(int start, int limit) {
        int to = start + 1;
        while (to < limit && delays[to] >= to - start + DelayLine.SHORTEST) {
            to++;
        }
        return to;
    }

    private void run(int lane, int start, int limit) {
        lines[lane].read(lines[lane].position(), delays, copy, start, limit);
        for (int i = start; i < limit; i++) {
            out.data[i * out.step + lane] = dry[i] + (sign * copy[i] - dry[i]) * mix.data[i * mix.step + lane];
            copy[i] = in.data[i * in.step + lane] + copy[i] * feedback.data[i * feedback.step + lane];
        }
        lines[lane].write(copy, start, limit);
    }
}

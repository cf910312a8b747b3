package org.chronus.modules.effects.dynamics;

import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.Unit;
import org.chronus.modules.effects.DelayLine;
import org.chronus.modules.effects.Mute;

/**
 * Limiter: no sample is above its ceiling. It looks a millisecond ahead, by which it is late, and fades down to a peak in that time; what
 * stays below the ceiling passes bit by bit. In a mix both sides are limited alike.
 */
public final class Limiter extends Module {
    private static final double AHEAD = 0.001;

    private final Input in = input("in");
    private final Input drive = input("drive").range(0.1, 100, Unit.GAIN).normally(1).logarithmic().smoothed(0.02)
            .means("factor on the input");
    private final Input ceiling = input("ceiling").range(0.05, 1, Unit.GAIN).normally(0.891).logarithmic().smoothed(0.02)
            .means("the highest level that comes out");
    private final Input release = input("release").range(0.005, 2, Unit.SECONDS).normally(0.1).logarithmic().held()
            .means("until 63 % of the reduction is gone");
    private final Output out = output("out");
    private final float[] raised = new float[DelayLine.SCRATCH];
    private final float[] gains = new float[BLOCK];
    private DelayLine[] lines = {};
    private GainRider[] riders = {};
    private int late;
    private int sides = 1;

    @Override protected void activate() {
        late = latency();
        sides = width() == 2 ? 2 : 1;
        lines = new DelayLine[width()];
        riders = new GainRider[width() / sides];
        for (int lane = 0; lane < lines.length; lane++) {
            lines[lane] = new DelayLine(late);
            riders[lane / sides] = new GainRider(late + 1);
        }
    }

    @Override protected void reset(int lane) {
        if (lane < lines.length) {
            lines[lane].clear();
            riders[lane / sides].clear();
        }
    }

    @Override public int latency() {
        return (int) Math.round(AHEAD * sampleRate());
    }

    @Override public double tail() {
        return 2 * AHEAD;
    }

    @Override public void generate(int start, int limit) {
        Mute.unheard(out, start, limit, width());
        for (int i = 0; i < riders.length; i++) {
            ride(i, start, limit);
            for (int side = 0; side < sides; side++) {
                run(i * sides + side, start, limit);
            }
        }
    }

    private void ride(int rider, int start, int limit) {
        int lane = rider * sides;
        float recovery = 1 / (1 + release.data[lane] * sampleRate());
        for (int i = start; i < limit; i++) {
            float peak = Math.abs(in.data[i * in.step + lane] * drive.data[i * drive.step + lane]);
            if (sides == 2) {
                peak = Math.max(peak, Math.abs(in.data[i * in.step + lane + 1] * drive.data[i * drive.step + lane + 1]));
            }
            float roof = ceiling.data[i * ceiling.step + lane];
            gains[i] = riders[rider].ride(peak > roof ? roof / peak : 1, recovery);
        }
    }

    private void run(int lane, int start, int limit) {
        DelayLine line = lines[lane];
        int first = line.position();
        for (int i = start; i < limit; i++) {
            raised[i] = in.data[i * in.step + lane] * drive.data[i * drive.step + lane];
        }
        line.write(raised, start, limit);
        line.tap(first, late, raised, start, limit);
        for (int i = start; i < limit; i++) {
            float roof = ceiling.data[i * ceiling.step + lane], y = raised[i] * gains[i];
            out.data[i * out.step + lane] = y > roof ? roof : y < -roof ? -roof : y;
        }
    }
}

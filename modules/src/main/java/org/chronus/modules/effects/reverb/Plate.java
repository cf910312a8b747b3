package org.chronus.modules.effects.reverb;

import java.util.Arrays;

import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.State;
import org.chronus.modules.Unit;
import org.chronus.modules.effects.DelayLine;
import org.chronus.modules.effects.Mute;

/**
 * Plate reverb: dense at once and bright, a predelay, a low cut and a figure of eight (J. Dattorro, "Effect design, part 1: reverberator and
 * other filters", 1997). In a mix both sides enter as one and two sides come out; in voices each lane has a plate of its own.
 */
public final class Plate extends Module {
    private static final double LONGEST_PREDELAY = 0.25;
    private static final double INAUDIBLE = 100 / 60.0;

    private final Input in = input("in");
    private final Input time = input("time").range(0.2, 20, Unit.SECONDS).normally(2).logarithmic().held()
            .means("until it has decayed by 60 dB");
    private final Input damping = input("damping").range(0, 1, Unit.SHARE).normally(0.3).held()
            .means("how much faster the highs decay: 0 not, 1 above 1 kHz");
    private final Input modulation = input("modulation").range(0, 1, Unit.SHARE).normally(0.3).smoothed(0.05)
            .means("how far the plate's lengths sway: 1 is half a millisecond");
    private final Input predelay = input("predelay").range(0, LONGEST_PREDELAY, Unit.SECONDS).normally(0).smoothed(0.1)
            .means("before it begins");
    private final Input lowcut = input("lowcut").range(20, 1_000, Unit.HERTZ).normally(150).logarithmic().held()
            .means("high-pass before the plate: keeps the bass dry");
    private final Input mix = input("mix").range(0, 1, Unit.SHARE).normally(0.2).smoothed(0.02).means("0 dry, 1 the plate alone");
    private final Output out = output("out");
    private final State bass = state();
    private final float[] entering = new float[DelayLine.SCRATCH];
    private final float[] delays = new float[DelayLine.SCRATCH];
    private final float[] sway = new float[BLOCK];
    private PlateTank[] tanks = {};
    private DelayLine[] predelays = {};
    private int sides = 1;

    @Override protected void activate() {
        sides = width() == 2 ? 2 : 1;
        tanks = new PlateTank[width() / sides];
        predelays = new DelayLine[tanks.length];
        Arrays.setAll(tanks, _ -> new PlateTank(sampleRate()));
        Arrays.setAll(predelays, _ -> new DelayLine(LONGEST_PREDELAY * sampleRate()));
    }

    @Override protected void reset(int lane) {
        if (lane < width()) {
            tanks[lane / sides].clear();
            predelays[lane / sides].clear();
        }
    }

    /** [audio] With the time as it is now. */
    @Override public double tail() {
        float longest = 0;
        for (int lane = 0; lane < width(); lane++) {
            longest = Math.max(longest, time.data[lane]);
        }
        return LONGEST_PREDELAY + PlateTank.LONGEST_PASS + longest * INAUDIBLE;
    }

    @Override public void generate(int start, int limit) {
        Mute.unheard(out, start, limit, width());
        for (int i = 0; i < tanks.length; i++) {
            int lane = i * sides;
            tanks[i].shape(time.data[lane], damping.data[lane]);
            if (start == 0) {
                tanks[i].flush();
            }
            enter(i, lane, start, limit);
            tanks[i].process(entering, sway, start, limit);
            for (int side = 0; side < sides; side++) {
                blend(lane + side, tanks[i].out[side], start, limit);
            }
        }
    }

    private void enter(int tank, int lane, int start, int limit) {
        DelayLine line = predelays[tank];
        float cut = (float) (2 * Math.PI) * lowcut.data[lane] / sampleRate(), share = cut / (1 + cut), low = bass.data[lane];
        for (int i = start; i < limit; i++) {
            float x = in.data[i * in.step + lane];
            if (sides == 2) {
                x = 0.5f * (x + in.data[i * in.step + lane + 1]);
            }
            low += (x - low) * share;
            entering[i] = x - low;
            sway[i] = modulation.data[i * modulation.step + lane];
            // The frame itself is in the line by the time it is read.
            delays[i] = DelayLine.SHORTEST - 1 + predelay.data[i * predelay.step + lane] * sampleRate();
        }
        bass.data[lane] = low;
        int first = line.position();
        line.write(entering, start, limit);
        line.read(first, delays, entering, start, limit);
    }

    private void blend(int lane, float[] wet, int start, int limit) {
        for (int i = start; i < limit; i++) {
            float x = in.data[i * in.step + lane];
            out.data[i * out.step + lane] = x + (wet[i] - x) * mix.data[i * mix.step + lane];
        }
    }
}

package org.chronus.modules.effects.reverb;

import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.State;
import org.chronus.modules.Unit;
import org.chronus.modules.effects.DelayLine;
import org.chronus.modules.effects.Mute;

/**
 * Reverb: a predelay, a low cut and a feedback delay network. In a mix one network has two sides; in voices each lane has a network of its
 * own.
 */
public final class Reverb extends Module {
    private static final double LONGEST_PREDELAY = 0.25;
    private static final double INAUDIBLE = 100 / 60.0;

    private final Input in = input("in");
    private final Input time = input("time").range(0.1, 20, Unit.SECONDS).normally(1.8).logarithmic().held()
            .means("until it has decayed by 60 dB");
    private final Input damping = input("damping").range(0, 1, Unit.SHARE).normally(0.4).held()
            .means("how much faster the highs decay: 0 not, 1 above 1 kHz");
    private final Input size = input("size").range(0.2, 1, Unit.SHARE).normally(0.7).held()
            .means("of the room");
    private final Input predelay = input("predelay").range(0, LONGEST_PREDELAY, Unit.SECONDS).normally(0.01).smoothed(0.1)
            .means("before the first reflection");
    private final Input lowcut = input("lowcut").range(20, 1_000, Unit.HERTZ).normally(150).logarithmic().held()
            .means("high-pass before the reverb: keeps the bass dry");
    private final Input mix = input("mix").range(0, 1, Unit.SHARE).normally(0.2).smoothed(0.02).means("0 dry, 1 reverb alone");
    private final Output out = output("out");
    private final State bass = state();
    private final State heard = state();
    private ReverbTank[] tanks = {};
    private DelayLine[] predelays = {};
    private final float[] left = new float[DelayLine.SCRATCH];
    private final float[] right = new float[DelayLine.SCRATCH];
    private final float[] delays = new float[DelayLine.SCRATCH];

    @Override protected void activate() {
        tanks = new ReverbTank[width() == 2 ? 1 : width()];
        for (int i = 0; i < tanks.length; i++) {
            tanks[i] = new ReverbTank(sampleRate());
        }
        predelays = new DelayLine[width()];
        for (int lane = 0; lane < predelays.length; lane++) {
            predelays[lane] = new DelayLine(LONGEST_PREDELAY * sampleRate());
        }
    }

    @Override protected void reset(int lane) {
        if (lane < predelays.length) {
            tanks[Math.min(lane, tanks.length - 1)].clear();
            predelays[lane].clear();
        }
    }

    /** [audio] With the time as it is now. */
    @Override public double tail() {
        float longest = 0;
        for (int lane = 0; lane < width(); lane++) {
            longest = Math.max(longest, time.data[lane]);
        }
        return LONGEST_PREDELAY + ReverbTank.LONGEST_PASS + longest * INAUDIBLE;
    }

    @Override public void generate(int start, int limit) {
        Mute.unheard(out, start, limit, width());
        for (int i = 0; i < tanks.length; i++) {
            tanks[i].shape(time.data[i], damping.data[i], size.data[i]);
            if (start == 0) {
                tanks[i].flush();
            }
        }
        if (width() == 2) {
            runStereo(start, limit);
        } else {
            for (int lane = 0; lane < tanks.length; lane++) {
                runLane(lane, start, limit);
            }
        }
    }

    private void runStereo(int start, int limit) {
        ReverbTank tank = tanks[0];
        delay(0, left, start, limit);
        delay(1, right, start, limit);
        tank.process(left, right, start, limit);
        blend(0, tank.left, start, limit);
        blend(1, tank.right, start, limit);
    }

    private void runLane(int lane, int start, int limit) {
        delay(lane, left, start, limit);
        System.arraycopy(left, start, right, start, limit - start);
        tanks[lane].process(left, right, start, limit);
        blend(lane, tanks[lane].left, start, limit);
    }

    private void delay(int lane, float[] to, int start, int limit) {
        DelayLine line = predelays[lane];
        float cut = (float) (2 * Math.PI) * lowcut.data[lane] / sampleRate(), share = cut / (1 + cut), low = bass.data[lane];
        for (int i = start; i < limit; i++) {
            float x = in.data[i * in.step + lane];
            low += (x - low) * share;
            to[i] = x - low;
            // The frame itself is in the line by the time it is read.
            delays[i] = DelayLine.SHORTEST - 1 + predelay.data[i * predelay.step + lane] * sampleRate();
        }
        bass.data[lane] = low;
        int first = line.position();
        line.write(to, start, limit);
        line.read(first, delays, to, start, limit);
    }

    private void blend(int lane, float[] wet, int start, int limit) {
        for (int i = start; i < limit; i++) {
            float x = in.data[i * in.step + lane];
            out.data[i * out.step + lane] = x + (wet[i] - x) * mix.data[i * mix.step + lane];
        }
        // The engine sees by it if the room holds something that is no number.
        heard.data[lane] = wet[limit - 1];
    }
}

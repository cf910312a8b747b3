package org.chronus.modules.effects.modulation;

import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.State;
import org.chronus.modules.Unit;
import org.chronus.modules.effects.DelayLine;
import org.chronus.modules.effects.Mute;
import org.chronus.modules.effects.modulation.Rotor.Build;

/**
 * Rotary speaker: a horn above 800 Hz and a drum below, which turn in front of two microphones (J. Smith, S. Serafin, J. Abel and
 * D. Berners, "Doppler simulation and the Leslie", 2002; J. Herrera, C. Hanson and J. Abel, "Discrete time emulation of the Leslie
 * speaker", 2009), in a cabinet whose back returns what they throw at it. The horn turns at 40 or 423 revolutions per minute, the drum at
 * 36 or 357, the other way round, and takes three times as long to change.
 *
 * <p>In a mix it hears both sides as one and has a microphone for each; in a voice it has one.
 */
public final class Rotary extends Module {
    private static final double CROSSOVER = 800;
    private static final float FLAT = (float) Math.sqrt(2);
    private static final Build HORN = new Build(40 / 60.0, 423 / 60.0, 0.7, 0.9, 0.19, 1_800, 0.5f, 0.15f, 1);
    private static final Build DRUM = new Build(36 / 60.0, 357 / 60.0, 2, 1.6, 0.06, 250, 0.75f, 0.35f, -1);
    /** Makes up for what the rotors lose while they look away. */
    private static final float LEVEL = 1.35f;

    private final Input in = input("in");
    private final Input speed = input("speed").range(0, 1, Unit.SHARE).means("0 slow, 1 fast: the rotors take their time to get there");
    private final Input brake = input("brake").range(0, 1, Unit.SHARE).means("1 stops the rotors");
    private final Input balance = input("balance").range(-1, 1, Unit.SHARE).smoothed(0.02).means("-1 the drum alone, 1 the horn alone");
    private final Input width = input("width").range(0, 1, Unit.SHARE).normally(0.5).smoothed(0.05)
            .means("how far apart the microphones are: 1 is half a circle");
    private final Input cabinet = input("cabinet").range(0, 1, Unit.SHARE).smoothed(0.02)
            .means("how much the back of the cabinet returns: the sound moves more, and is rougher");
    private final Input mix = input("mix").range(0, 1, Unit.SHARE).normally(1).smoothed(0.02).means("0 dry, 1 the speaker alone");
    private final Output out = output("out");
    /** Two states for each of three filters: the split, and once more below and above. */
    private final State[] crossover = {state(), state(), state(), state(), state(), state()};
    private final float[] low = new float[DelayLine.SCRATCH];
    private final float[] high = new float[DelayLine.SCRATCH];
    private final float[] speeds = new float[BLOCK];
    private final int[] angles = new int[BLOCK];
    private final float[] returned = new float[BLOCK];
    private Rotor[] horns = {};
    private Rotor[] drums = {};
    private int sides = 1;
    private float tangent;

    @Override protected void activate() {
        sides = width() == 2 ? 2 : 1;
        horns = new Rotor[width() / sides];
        drums = new Rotor[horns.length];
        for (int i = 0; i < horns.length; i++) {
            horns[i] = new Rotor(HORN, sampleRate());
            drums[i] = new Rotor(DRUM, sampleRate());
        }
        tangent = (float) StrictMath.tan(Math.PI * CROSSOVER / sampleRate());
    }

    @Override protected void reset(int lane) {
        if (lane < width()) {
            horns[lane / sides].clear();
            drums[lane / sides].clear();
        }
    }

    @Override public double tail() {
        return Rotor.longest();
    }

    @Override public void generate(int start, int limit) {
        Mute.unheard(out, start, limit, width());
        for (int i = 0; i < horns.length; i++) {
            if (start == 0) {
                horns[i].flush();
                drums[i].flush();
            }
            int lane = i * sides;
            split(lane, start, limit);
            float most = 0;
            for (int j = start; j < limit; j++) {
                returned[j] = cabinet.data[j * cabinet.step + lane];
                most = Math.max(most, returned[j]);
                speeds[j] = (speed.data[j * speed.step + lane] + 1) * (1 - brake.data[j * brake.step + lane]) - 1;
                angles[j] = sides == 2 ? (int) (width.data[j * width.step] * (1 << 30)) : 0;
            }
            horns[i].process(high, speeds, angles, sides, start, limit);
            drums[i].process(low, speeds, angles, sides, start, limit);
            if (most > 0) {
                horns[i].reflect(returned, sides, start, limit);
                drums[i].reflect(returned, sides, start, limit);
            }
            for (int side = 0; side < sides; side++) {
                blend(lane + side, horns[i].out[side], drums[i].out[side], start, limit);
            }
        }
    }

    /**
     * Low-pass and high-pass of four poles, both 6 dB down at the crossover, whose sum is an all-pass: Butterworth's of two poles, twice
     * (S. Linkwitz, "Active crossover networks for noncoincident drivers", 1976).
     */
    private void split(int lane, int start, int limit) {
        float s1 = crossover[0].data[lane], s2 = crossover[1].data[lane], l1 = crossover[2].data[lane], l2 = crossover[3].data[lane];
        float h1 = crossover[4].data[lane], h2 = crossover[5].data[lane], g = tangent, k = FLAT + g, h = 1 / (1 + g * k);
        for (int i = start; i < limit; i++) {
            float x = in.data[i * in.step + lane];
            if (sides == 2) {
                x = 0.5f * (x + in.data[i * in.step + lane + 1]);
            }
            float hp = (x - k * s1 - s2) * h, bp = g * hp + s1, lp = g * bp + s2;
            s1 = g * hp + bp;
            s2 = g * bp + lp;
            float rest = (lp - k * l1 - l2) * h, band = g * rest + l1;
            low[i] = g * band + l2;
            l1 = g * rest + band;
            l2 = g * band + low[i];
            high[i] = (hp - k * h1 - h2) * h;
            band = g * high[i] + h1;
            h1 = g * high[i] + band;
            h2 += 2 * g * band;
        }
        crossover[0].data[lane] = s1;
        crossover[1].data[lane] = s2;
        crossover[2].data[lane] = l1;
        crossover[3].data[lane] = l2;
        crossover[4].data[lane] = h1;
        crossover[5].data[lane] = h2;
    }

    private void blend(int lane, float[] horn, float[] drum, int start, int limit) {
        for (int i = start; i < limit; i++) {
            float x = in.data[i * in.step + lane], b = balance.data[i * balance.step + lane];
            float wet = (horn[i] * Math.min(1 + b, 1) + drum[i] * Math.min(1 - b, 1)) * LEVEL;
            out.data[i * out.step + lane] = x + (wet - x) * mix.data[i * mix.step + lane];
        }
    }
}

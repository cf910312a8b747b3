package org.chronus.modules.effects.modulation;

import static org.chronus.modules.Module.BLOCK;

import org.chronus.modules.Phase;
import org.chronus.modules.effects.Cycle;
import org.chronus.modules.effects.DelayLine;

/**
 * One of a rotary speaker's two rotors, as two microphones hear it: its mouth comes nearer and goes away on a circle, so that the delay
 * swings (Doppler), and it turns its back, where the level falls, that of its upper range more than that of its lower. Built by the loader,
 * run on the audio thread.
 */
final class Rotor {
    /** Metres per second. */
    private static final double SOUND = 343;
    /** Metres from the microphones to the middle of either rotor, so that both are equally late. */
    private static final double WIDEST = 0.19;
    /** Metres to the cabinet's back and again to the rotor. */
    private static final double WALL = 0.52;
    private static final float STILL = 1e-6f, INAUDIBLE = 1e-20f;

    /**
     * How a rotor is built.
     *
     * @param slow     revolutions per second
     * @param fast     revolutions per second
     * @param faster   seconds for 63 % of the way to a higher speed
     * @param slower   seconds for 63 % of the way to a lower speed
     * @param radius   of the circle, in metres
     * @param split    Hz between its lower and upper range
     * @param lowBack  level of the lower range from behind, against that from the front
     * @param highBack level of the upper range from behind
     * @param sense    1 or -1: which way round it goes
     */
    record Build(double slow, double fast, double faster, double slower, double radius, double split, float lowBack, float highBack,
                 int sense) { }

    /** What comes out, after {@link #process}: the frames that were asked for. */
    final float[][] out = new float[2][DelayLine.SCRATCH];

    private final Build build;
    private final float rate;
    private final float swing;
    private final float middle;
    private final float wall;
    private final float faster;
    private final float slower;
    private final float share;
    private final DelayLine line;
    private final float[][] delays = new float[2][DelayLine.SCRATCH];
    private final float[][] backs = new float[2][BLOCK];
    private final float[] image = new float[DelayLine.SCRATCH];
    private final float[] lows = new float[2];
    private float hertz;
    private int phase;
    private boolean fresh = true;

    Rotor(Build build, float rate) {
        this.build = build;
        this.rate = rate;
        swing = (float) (build.radius() / SOUND * rate);
        faster = share(build.faster() * rate);
        slower = share(build.slower() * rate);
        share = share(rate / (2 * Math.PI * build.split()));
        middle = (float) (WIDEST / SOUND * rate) + DelayLine.SHORTEST - 1;
        wall = (float) (WALL / SOUND * rate);
        line = new DelayLine(2 * middle + wall);
    }

    private static float share(double frames) {
        return (float) -StrictMath.expm1(-1 / frames);
    }

    /** Seconds until what entered has come out. */
    static double longest() {
        return (2 * WIDEST + WALL) / SOUND + 0.01;
    }

    void clear() {
        line.clear();
        lows[0] = 0;
        lows[1] = 0;
        phase = 0;
        fresh = true;
    }

    /** Zeroes what would decay into denormal numbers; at grid lines. */
    void flush() {
        lows[0] = Math.abs(lows[0]) < INAUDIBLE ? 0 : lows[0];
        lows[1] = Math.abs(lows[1]) < INAUDIBLE ? 0 : lows[1];
        hertz = hertz < STILL ? 0 : hertz;
    }

    /**
     * Turns, and writes {@link #out}. It starts at the speed that is asked for.
     *
     * @param in     by frame
     * @param speed  by frame: 0 slow, 1 fast, -1 the way to stop
     * @param angles by frame: how far each microphone is from the front, 2^32 to the cycle
     * @param sides  how many microphones listen: 1 or 2
     */
    void process(float[] in, float[] speed, int[] angles, int sides, int start, int limit) {
        float slow = (float) build.slow(), range = (float) (build.fast() - build.slow()), perFrame = Phase.CYCLE / rate;
        for (int i = start; i < limit; i++) {
            float target = speed[i] < 0 ? slow * (1 + speed[i]) : slow + range * speed[i];
            hertz = fresh ? target : hertz + (target - hertz) * (target > hertz ? faster : slower);
            fresh = false;
            for (int side = 0; side < sides; side++) {
                float away = 1 - Cycle.sine(phase + (side == 0 ? angles[i] : -angles[i]) + Cycle.QUARTER);
                delays[side][i] = middle + swing * (away - 1);
                backs[side][i] = 0.5f * away;
            }
            phase += build.sense() * (int) (hertz * perFrame);
        }
        int first = line.position();
        line.write(in, start, limit);
        for (int side = 0; side < sides; side++) {
            line.read(first, delays[side], out[side], start, limit);
            turnAway(out[side], backs[side], side, start, limit);
        }
    }

    /**
     * Adds to {@link #out}, after {@link #process}, what the back of the cabinet returns: it hears a mouth best when that has its back to the
     * microphone, and is behind the rotor as far as the rotor is before it.
     *
     * @param share by frame: of what comes there
     */
    void reflect(float[] share, int sides, int start, int limit) {
        int first = line.position() - (limit - start);
        float loss = 1 - build.lowBack();
        for (int side = 0; side < sides; side++) {
            float[] delay = delays[side], back = backs[side], heard = out[side];
            for (int i = start; i < limit; i++) {
                delay[i] = 2 * middle + wall - delay[i];
            }
            line.read(first, delay, image, start, limit);
            for (int i = start; i < limit; i++) {
                heard[i] += image[i] * share[i] * (1 - loss * (1 - back[i]));
            }
        }
    }

    private void turnAway(float[] wave, float[] back, int side, int start, int limit) {
        float low = lows[side], lowLoss = 1 - build.lowBack(), highLoss = 1 - build.highBack();
        for (int i = start; i < limit; i++) {
            low += (wave[i] - low) * share;
            wave[i] = low * (1 - lowLoss * back[i]) + (wave[i] - low) * (1 - highLoss * back[i]);
        }
        lows[side] = low;
    }
}

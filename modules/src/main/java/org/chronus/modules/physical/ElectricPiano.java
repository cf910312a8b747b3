package org.chronus.modules.physical;

import java.util.Arrays;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import org.chronus.modules.Conversion;
import org.chronus.modules.Input;
import org.chronus.modules.NoteSignal;
import org.chronus.modules.Output;
import org.chronus.modules.Seed;
import org.chronus.modules.State;
import org.chronus.modules.Unit;

/**
 * A key of an electric piano: a hammer strikes a bar that is clamped at one end and swings before a pickup (T. Shear, "The electromagnetically
 * sustained Rhodes piano", 2011; F. Pfeifle and M. Münster, "Tone production of the Wurlitzer and Rhodes e-pianos", 2017). The bar has its
 * fundamental, a neighbour of that in what holds it, and two higher modes; what the key, the hammer and the damper do to the wood are four
 * short resonances.
 */
abstract class ElectricPiano extends KeyedModule {
    private static final int MODES = 4;
    private static final float[] KNOCKS = {190, 640, 1_750, 4_100}, KNOCK_SECONDS = {0.09f, 0.05f, 0.03f, 0.015f};
    private static final float KNOCK = 0.006f, KNOCK_FALL = 0.003f, DAMPER = 0.35f, MIDDLE = 262, INAUDIBLE = 1e-6f;

    private final Input pitch = input("pitch").range(-24, 120, Unit.NOTE).normally(60).follows(NoteSignal.PITCH).as(Conversion.FREQUENCY).held()
            .means("note number, with fraction");
    private final Input velocity = input("velocity").range(0, 1, Unit.SHARE).normally(0.8).follows(NoteSignal.VELOCITY).held()
            .means("how hard the hammer strikes: louder, brighter, and further into the pickup's field");
    private final Input hardness = input("hardness").range(0, 1, Unit.SHARE).normally(0.5).held().means("of the hammer: 0 felt, 1 bare wood");
    private final Input bell = input("bell").range(0, 2).normally(1).held().means("level of the higher modes");
    private final Input distance = input("distance").range(0, 1, Unit.SHARE).normally(0.35).held()
            .means("of the pickup: 0 near, loud and barking, 1 far and mellow");
    private final Input symmetry = input("symmetry").range(0, 1, Unit.SHARE).normally(0.4).held();
    private final Input time = input("time").range(0.1, 60, Unit.SECONDS).logarithmic().held()
            .means("until C4 has decayed by 60 dB; higher keys decay sooner");
    private final Input release = input("release").range(0.02, 10, Unit.SECONDS).normally(0.25).logarithmic().held()
            .means("the time under the damper");
    private final Input hammer = input("hammer").range(0, 2).normally(1).held().means("level of the noise of hammer and damper");
    private final Output out = output("out");
    private final Seed seed = seed();
    private final State noise = state();
    private final ModeBank bar = new ModeBank(states(), states()), wood = new ModeBank(states(), states());
    private final Mallet mallet = new Mallet();
    private final Input[] ports = {pitch, time, release};
    private final float[][] seen = new float[ports.length][LANES];
    private final float[] off = new float[LANES], age = new float[LANES], never = new float[LANES];

    private final float[] ratios, reaches, lasting;

    /**
     * A key. Those that extend this one hand over numbers, and call what they share: a call from here to one of several would be compiled
     * for the first of them, and anew, while it sounds, as the second is loaded.
     *
     * @param aside   what symmetry means
     * @param seconds how long C4 sounds if nothing else is said
     * @param ratios  the modes' frequencies as multiples of the pitch
     * @param reaches how far the modes swing for a hammer of no width
     * @param lasting the modes' times as multiples of the fundamental's
     */
    ElectricPiano(String aside, double seconds, float[] ratios, float[] reaches, float[] lasting) {
        symmetry.means(aside);
        time.normally(seconds);
        this.ratios = ratios;
        this.reaches = reaches;
        this.lasting = lasting;
    }

    private State[] states() {
        return new State[] {state(), state(), state(), state()};
    }

    final Input pitch() {
        return pitch;
    }

    final Input distance() {
        return distance;
    }

    final Input symmetry() {
        return symmetry;
    }

    @Override protected void activate() {
        for (int mode = 0; mode < MODES; mode++) {
            Arrays.fill(wood.hertz, KNOCKS[mode]);
            Arrays.fill(wood.loss, ModeBank.LOG_1000 / (KNOCK_SECONDS[mode] * sampleRate()));
            wood.tune(mode, sampleRate());
            Arrays.fill(wood.weight[mode], 1);
        }
    }

    @Override protected void reset(int lane) {
        mallet.reset(lane);
        for (int mode = 0; mode < MODES; mode++) {
            bar.weight[mode][lane] = 0;
        }
        for (float[] each : seen) {
            each[lane] = -1;
        }
    }

    @Override protected void turn(int lane, int at, boolean down) {
        int random = Mallet.next(seed.data[lane]);
        seed.data[lane] = random;
        float hertz = pitch.data[lane], hard = velocity.data[lane];
        if (down) {
            // What is longer swings further.
            float reach = Math.clamp((float) Math.sqrt(MIDDLE / Math.max(hertz, 1)), 0.35f, 1.8f);
            mallet.strike(lane, 1, hard, hardness.data[lane], hertz, sampleRate(), random);
            for (int mode = 0; mode < MODES; mode++) {
                float varied = 1 + 0.15f * (short) (random >>> 4 * mode) * 0x1p-15f;
                bar.weight[mode][lane] = reach * reaches[mode] * (mode > 1 ? bell.data[lane] * varied : 1);
            }
        }
        noise.data[lane] = KNOCK * hammer.data[lane] * (0.1f + 0.9f * hard) * (down ? 1 : DAMPER);
    }

    @Override protected void prepare() {
        boolean same = true;
        for (int port = 0; port < ports.length; port++) {
            FloatVector now = FloatVector.fromArray(LANE, ports[port].data, 0);
            same &= now.compare(VectorOperators.EQ, FloatVector.fromArray(LANE, seen[port], 0)).allTrue();
            now.intoArray(seen[port], 0);
        }
        if (!same) {
            rotate();
        }
    }

    private void rotate() {
        FloatVector one = FloatVector.broadcast(LANE, ModeBank.LOG_1000 / sampleRate()), f = FloatVector.fromArray(LANE, pitch.data, 0);
        FloatVector lost = one.div(FloatVector.fromArray(LANE, time.data, 0)).mul(f.mul(1 / MIDDLE).max(0.1f).sqrt());
        for (int mode = 0; mode < MODES; mode++) {
            f.mul(ratios[mode]).intoArray(bar.hertz, 0);
            lost.mul(1 / lasting[mode]).intoArray(bar.loss, 0);
            bar.tune(mode, sampleRate());
        }
        one.div(FloatVector.fromArray(LANE, release.data, 0)).sub(lost).intoArray(off, 0);
    }

    /** Where the bar is, frame by frame of {@code LANES} floats. */
    final float[] ring(int start, int limit) {
        for (int i = start; i < limit; i++) {
            FloatVector.zero(LANE).intoArray(bar.force, i * LANES);
        }
        if (mallet.isStriking()) {
            mallet.add(bar.force, start, limit);
        }
        mallet.advance(limit - start);
        knock(start, limit);
        bar.damp(off, held());
        bar.ring(MODES, start, limit);
        wood.damp(never, held());
        wood.ring(MODES, start, limit);
        return bar.sum;
    }

    /** Writes what the pickup hears, frame by frame, and the wood. */
    final void give(float[] heard, int start, int limit) {
        float[] y = out.data;
        int dy = out.step;
        for (int i = start; i < limit; i++) {
            FloatVector.fromArray(LANE, heard, i * LANES).add(FloatVector.fromArray(LANE, wood.sum, i * LANES)).intoArray(y, i * dy);
        }
    }

    /** What shakes the wood: noise that fades within milliseconds. */
    private void knock(int start, int limit) {
        float kept = 1 - 1 / (KNOCK_FALL * sampleRate());
        FloatVector level = FloatVector.fromArray(LANE, noise.data, 0);
        IntVector r = IntVector.fromArray(LANE_INT, seed.data, 0);
        for (int i = start; i < limit; i++) {
            r = r.lanewise(VectorOperators.XOR, r.lanewise(VectorOperators.LSHL, 13));
            r = r.lanewise(VectorOperators.XOR, r.lanewise(VectorOperators.LSHR, 17));
            r = r.lanewise(VectorOperators.XOR, r.lanewise(VectorOperators.LSHL, 5));
            ((FloatVector) r.convert(VectorOperators.I2F, 0)).mul(0x1p-31f).mul(level).intoArray(wood.force, i * LANES);
            level = level.mul(kept);
            level = level.blend(0f, level.compare(VectorOperators.LT, INAUDIBLE));
        }
        level.intoArray(noise.data, 0);
        r.intoArray(seed.data, 0);
    }
}

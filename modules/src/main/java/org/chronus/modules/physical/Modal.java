package org.chronus.modules.physical;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.chronus.modules.Choice;
import org.chronus.modules.Conversion;
import org.chronus.modules.Input;
import org.chronus.modules.NoteSignal;
import org.chronus.modules.Output;
import org.chronus.modules.Seed;
import org.chronus.modules.State;
import org.chronus.modules.Unit;

/**
 * A struck body: up to sixteen modes, each a rotation that decays (M. Mathews and J. Smith, "Methods for synthesizing very high Q parametrically well
 * behaved two pole filters", 2003). The four lowest are pairs, since no body is quite round, and beat. Its key strikes it with a pulse of force, and
 * {@code in} drives it. Peaks are near 0.5.
 */
public final class Modal extends KeyedModule {
    private static final int PAIRS = 4, MOST = Body.MOST + PAIRS;
    private static final float PEAK = 0.5f;

    private final Input in = input("in").means("drives the body beside its own strike");
    private final Input pitch = input("pitch").range(-24, 120, Unit.NOTE).normally(60).follows(NoteSignal.PITCH).as(Conversion.FREQUENCY).held()
            .means("note number, with fraction");
    private final Input velocity = input("velocity").range(0, 1, Unit.SHARE).normally(0.8).follows(NoteSignal.VELOCITY).held()
            .means("how hard its own strike is: louder, and brighter");
    private final Input strike = input("strike").range(0, 2).normally(1).held().means("level of its own strike; 0 to drive it by in alone");
    private final Input position = input("position").range(0.02, 0.5, Unit.SHARE).normally(0.27).held()
            .means("of the strike, from the edge to the middle: decides how loud each mode is");
    private final Input brightness = input("brightness").range(0, 1, Unit.SHARE).normally(0.5).held()
            .means("of the strike: 0 a soft mallet, 1 a metal hammer");
    private final Input time = input("time").range(0.02, 60, Unit.SECONDS).normally(3).logarithmic().held()
            .means("until what is at the pitch has decayed by 60 dB");
    private final Input damping = input("damping").range(0, 1, Unit.SHARE).normally(0.5).held()
            .means("how much faster higher modes decay: 0 not, 1 in as many cycles");
    private final Input release = input("release").range(0.02, 60, Unit.SECONDS).normally(0.6).logarithmic().held()
            .means("the time once the key is up, if that is shorter");
    private final Input inharmonicity = input("inharmonicity").range(0, 0.02).held().means("B of a stiff string: mode n is sharp by sqrt(1 + B n^2)");
    private final Input beating = input("beating").range(0, 20, Unit.HERTZ).normally(0.6).held().means("between the two of a pair");
    private final Choice<Body> body = choice("body", Body.BAR).means("what is struck");
    private final Output out = output("out");
    private final Seed seed = seed();
    private final Mallet mallet = new Mallet();
    private final ModeBank bank;
    private final float[] ratios = new float[MOST], numbers = new float[MOST], beats = new float[MOST], shares = new float[MOST];
    /** Of what twists or rings beside the bar: its level, or 0. */
    private final float[] besides = new float[MOST];
    private final float[] off = new float[LANES];
    /** What the rotations follow from, and what it was. */
    private final Input[] ports = {pitch, time, damping, release, inharmonicity, beating};
    private final float[][] seen = new float[ports.length][LANES];
    private int modes;

    /** A bar. */
    public Modal() {
        State[] real = new State[MOST], imaginary = new State[MOST];
        for (int mode = 0; mode < MOST; mode++) {
            real[mode] = state();
            imaginary[mode] = state();
        }
        bank = new ModeBank(real, imaginary);
    }

    @Override public double tail() {
        return Double.POSITIVE_INFINITY;
    }

    @Override protected void activate() {
        modes = body.value().modes() + PAIRS;
        for (int mode = 0; mode < modes; mode++) {
            boolean second = mode >= body.value().modes();
            int which = second ? mode - body.value().modes() : mode;
            ratios[mode] = body.value().ratio(which);
            numbers[mode] = which + 1;
            besides[mode] = second ? 0 : body.value().level(which);
            // The pairs do not beat at one rate, and the middle of each, as loud as they are, stays where it is.
            beats[mode] = (second ? 0.6f : which < PAIRS ? -0.4f : 0) * (1 + 0.31f * which);
            shares[mode] = (second ? 0.4f : which < PAIRS ? 0.6f : 1) / (float) Math.sqrt(which + 1);
        }
    }

    @Override protected void reset(int lane) {
        mallet.reset(lane);
        weigh(lane, position.data[lane], 0);
        for (float[] each : seen) {
            each[lane] = -1;
        }
    }

    /** What each mode takes of a strike at a place, and so far from the middle line, -1 to 1: the farther, the more a bar twists. */
    private void weigh(int lane, float place, float aside) {
        float sum = 0;
        for (int mode = 0; mode < modes; mode++) {
            float t = numbers[mode] * place / 2, s = t - Math.round(t);
            float bends = 16 * s * (0.5f - Math.abs(s)) * shares[mode], twists = besides[mode] * (1 + 0.5f * aside);
            bank.weight[mode][lane] = twists > 0 ? twists : bends;
            sum += bank.weight[mode][lane] * bank.weight[mode][lane];
        }
        float norm = (float) Math.sqrt(Math.max(sum, 1e-6f));
        for (int mode = 0; mode < modes; mode++) {
            bank.weight[mode][lane] /= norm;
        }
    }

    @Override protected void turn(int lane, int at, boolean down) {
        if (down) {
            int random = Mallet.next(seed.data[lane]);
            seed.data[lane] = random;
            weigh(lane, position.data[lane] * (1 + 0.08f * (short) random * 0x1p-15f), (random >> 16) * 0x1p-15f);
            mallet.strike(lane, PEAK * strike.data[lane], velocity.data[lane], brightness.data[lane], pitch.data[lane], sampleRate(), random);
        }
    }

    /** The rotations, if a port has moved. */
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
        FloatVector one = FloatVector.broadcast(LANE, 1f), f = FloatVector.fromArray(LANE, pitch.data, 0);
        FloatVector b = FloatVector.fromArray(LANE, beating.data, 0);
        FloatVector stiff = FloatVector.fromArray(LANE, inharmonicity.data, 0), scale = one.div(stiff.add(1f));
        FloatVector d = FloatVector.fromArray(LANE, damping.data, 0), t = FloatVector.fromArray(LANE, time.data, 0);
        FloatVector lost = one.mul(ModeBank.LOG_1000 / sampleRate()).div(t);
        for (int mode = 0; mode < modes; mode++) {
            FloatVector ratio = stiff.mul(ratios[mode] * ratios[mode]).add(1f).mul(scale).sqrt().mul(ratios[mode]);
            f.mul(ratio).add(b.mul(beats[mode])).intoArray(bank.hertz, 0);
            d.mul(ratio.sub(1f)).add(1f).max(0.1f).mul(lost).intoArray(bank.loss, 0);
            bank.tune(mode, sampleRate());
        }
        one.mul(ModeBank.LOG_1000 / sampleRate()).div(FloatVector.fromArray(LANE, release.data, 0)).sub(lost).intoArray(off, 0);
    }

    @Override protected void play(int start, int limit) {
        float[] x = in.data, y = out.data;
        int dx = in.step, dy = out.step;
        for (int i = start; i < limit; i++) {
            FloatVector.fromArray(LANE, x, i * dx).intoArray(bank.force, i * LANES);
        }
        if (mallet.isStriking()) {
            mallet.add(bank.force, start, limit);
        }
        mallet.advance(limit - start);
        bank.damp(off, held());
        bank.ring(modes, start, limit);
        for (int i = start; i < limit; i++) {
            FloatVector.fromArray(LANE, bank.sum, i * LANES).intoArray(y, i * dy);
        }
    }
}

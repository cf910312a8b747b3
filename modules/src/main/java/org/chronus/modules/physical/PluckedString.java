package org.chronus.modules.physical;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
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
 * A string: a delay line of one period in a loop (D. Jaffe and J. Smith, "Extensions of the Karplus-Strong plucked-string algorithm", 1983; M.
 * Karjalainen, V. Välimäki and T. Tolonen, "Plucked-string models: from the Karplus-Strong algorithm to digital waveguides and beyond", 1998). An
 * all-pass tunes it; {@link StringLoop} says how it decays. Its key plucks it or strikes it with a hammer, and {@code in} drives it. Peaks are near
 * 0.5. A hammer's pulse runs both ways, and comes back from the near end upside down (A. Chaigne and A. Askenfelt, "Numerical simulations of piano
 * strings", 1994). Two strings, of which the softer one rings longer, decay as a piano does, fast at first and then slowly, since its strings leave
 * their common mode for one in which they oppose each other (G. Weinreich, "Coupled piano strings", 1977).
 */
public final class PluckedString extends KeyedModule {
    private static final double LOWEST = 24;
    /** The all-pass for the fraction of a frame delays by this or up to one more. */
    private static final float LEAST = 0.6f;
    /** So many frames are read at once at least. */
    private static final float SHORTEST = 4;
    private static final float INAUDIBLE = 1e-20f, LOUDEST = 1_000, PEAK = 0.5f, GLIDE = 0.003f;
    /** What a finger and a hammer leave, in the period in which they touch it, of how the string moves. */
    private static final float FINGER = 0.25f, FELT = 0.6f;
    /** Of a hammer's impulse on middle C, in seconds. It grows with the root of the period, as low strings have more partials, to be as loud. */
    private static final float HAMMER = 6e-5f, MIDDLE = 262.3f;

    /** What makes it sound. */
    enum Excitation { PLUCK, HAMMER }

    private final Input in = input("in").means("drives the string beside its own pluck");
    private final Input pitch = input("pitch").range(-24, 110, Unit.NOTE).normally(60).follows(NoteSignal.PITCH).as(Conversion.FREQUENCY)
            .means("note number, with fraction");
    private final Input tune = input("tune").range(-12, 12, Unit.SEMITONES).smoothed(0.005).as(Conversion.RATIO).means("added to the pitch");
    private final Input velocity = input("velocity").range(0, 1, Unit.SHARE).normally(0.8).follows(NoteSignal.VELOCITY).held()
            .means("how hard its own pluck is: louder, and brighter");
    private final Input pluck = input("pluck").range(0, 2).normally(1).held().means("level of its own pluck; 0 to drive it by in alone");
    private final Input position = input("position").range(0.02, 0.5, Unit.SHARE).normally(0.13).held()
            .means("of the pluck, from the bridge to the middle: every 1/position-th partial is missing");
    private final Input brightness = input("brightness").range(0, 1, Unit.SHARE).normally(0.6).held()
            .means("of the pluck: 0 a soft thumb, 1 a hard pick");
    private final Input time = input("time").range(0.05, 60, Unit.SECONDS).normally(4).logarithmic().held()
            .means("until the fundamental has decayed by 60 dB while the key is down");
    private final Input damping = input("damping").range(0, 1, Unit.SHARE).normally(0.4).held()
            .means("how much faster the highs decay: 0 not, 1 forty times at 5 kHz");
    private final Input release = input("release").range(0.02, 60, Unit.SECONDS).normally(0.2).logarithmic().held()
            .means("the time once the key is up");
    private final Input stiffness = input("stiffness").range(0, 1, Unit.SHARE).held().means("how far the high partials are sharp");
    private final Input inharmonicity = input("inharmonicity").range(1e-7, 0.02).normally(1e-7).logarithmic().held()
            .means("B of a stiff string: partial n is sharp by sqrt(1 + B n^2), the tenth and higher by less; 1e-7 is none");
    private final Input nearBridge = input("bridge_place").range(0.01, 0.5, Unit.SHARE).normally(0.09).held()
            .means("where the pickup bridge is, as a share of the string");
    private final Input nearNeck = input("neck_place").range(0.01, 0.5, Unit.SHARE).normally(0.24).held()
            .means("where the pickup neck is, as a share of the string");
    private final Choice<Excitation> excitation = choice("excitation", Excitation.PLUCK)
            .means("what makes it sound: a pluck, or a felt hammer that gets harder with the velocity");
    private final Output out = output("out").means("at the end of the string");
    private final Output bridge = output("bridge").means("a pickup near the end");
    private final Output neck = output("neck").means("a pickup near the middle");
    private final Seed seed = seed();
    private final State tapIn = state(), tapOut = state(), low = state(), kept = state();
    private final State first = state(), second = state(), third = state(), fourth = state(), last = state();
    private final StringLoop loop = new StringLoop();
    private final Pluck plucked = new Pluck();
    private final float[] drive = new float[BLOCK * LANES], fraction = new float[BLOCK * LANES], read = new float[BLOCK * LANES];
    private final float[] shortestDelay = new float[LANES];
    private final int[] delays = new int[BLOCK * LANES], apartFrames = new int[LANES];
    private VoiceDelay line;
    private FeltHammer hammer;
    private boolean hammers;
    private float touch;

    @Override public double tail() {
        return Double.POSITIVE_INFINITY;
    }

    @Override protected void activate() {
        line = new VoiceDelay(sampleRate() / LOWEST);
        hammer = new FeltHammer(sampleRate());
        hammers = excitation.value() == Excitation.HAMMER;
        touch = hammers ? FELT : FINGER;
    }

    @Override protected void reset(int lane) {
        line.clear(lane);
        loop.reset(lane);
        plucked.reset(lane);
        hammer.reset(lane);
    }

    @Override protected void prepare() {
        loop.follow(time.data, damping.data, release.data, stiffness.data, inharmonicity.data, sampleRate());
    }

    @Override protected void turn(int lane, int at, boolean down) {
        if (down) {
            float hertz = pitch.data[at * pitch.step + lane] * tune.data[at * tune.step + lane], hard = velocity.data[lane];
            loop.tune(lane, hertz, sampleRate());
            kept.data[lane] = loop.sustain[lane];
            int random = seed.data[lane] * 0x2545F491 + 0x3C6EF372;
            seed.data[lane] = random == 0 ? 1 : random;
            float cycle = sampleRate() / Math.max(hertz, 1), bright = brightness.data[lane], place = position.data[lane], much = pluck.data[lane];
            if (much > 0) {
                plucked.strike(lane, hammers ? 0 : PEAK * much, hard, bright, place, cycle, sampleRate(), random);
            } else {
                plucked.pass(lane, cycle);
            }
            if (hammers) {
                double loud = HAMMER * much * Math.sqrt(MIDDLE / Math.max(hertz, 1));
                // The action of a piano is twice as even as a hand.
                hammer.strike(lane, (float) loud, hard, bright, place, cycle, hertz, random >> 1);
            }
        }
    }

    @Override protected void play(int start, int limit) {
        excite(start, limit);
        int shortest = delay(start, limit);
        for (int from = start; from < limit; from += shortest) {
            int to = Math.min(from + shortest, limit);
            line.read(delays, read, from, to);
            run(from, to);
            line.advance(to - from);
            plucked.advance(to - from);
        }
        pick(bridge, nearBridge.data, start, limit);
        pick(neck, nearNeck.data, start, limit);
    }

    /** What drives the string. */
    private void excite(int start, int limit) {
        float[] x = in.data;
        int dx = in.step;
        for (int i = start; i < limit; i++) {
            FloatVector.fromArray(LANE, x, i * dx).intoArray(drive, i * LANES);
        }
        if (hammers) {
            hammer.add(drive, start, limit);
        } else if (plucked.isPlucking()) {
            plucked.add(drive, seed.data, start, limit);
        }
    }

    /** A pickup hears each wave twice, the second time upside down from the end; how far apart they are, no bend changes. */
    private void pick(Output pickup, float[] share, int start, int limit) {
        if (pickup.step == 0) {
            return;
        }
        FloatVector apart = FloatVector.fromArray(LANE, plucked.period, 0).mul(FloatVector.fromArray(LANE, share, 0))
                .min((float) (sampleRate() / LOWEST));
        ((IntVector) apart.add(0.5f).convert(VectorOperators.F2I, 0)).intoArray(apartFrames, 0);
        line.readBack(apartFrames, read, start, limit);
        float[] y = pickup.data;
        for (int i = start * LANES; i < limit * LANES; i += LANES) {
            FloatVector.fromArray(LANE, drive, i).sub(FloatVector.fromArray(LANE, read, i)).intoArray(y, i);
        }
    }

    /** The delays, in whole frames and the coefficient of the all-pass for the rest; returns the shortest. */
    private int delay(int start, int limit) {
        float[] f = pitch.data, m = tune.data;
        int df = pitch.step, dm = tune.step;
        boolean still = df + dm == 0;
        FloatVector beside = FloatVector.fromArray(LANE, loop.delay, 0), one = FloatVector.broadcast(LANE, 1f), rate = one.mul(sampleRate());
        FloatVector shortest = FloatVector.broadcast(LANE, 1e9f);
        for (int i = start; i < (still ? start + 1 : limit); i++) {
            FloatVector periods = rate.div(FloatVector.fromArray(LANE, f, i * df).mul(FloatVector.fromArray(LANE, m, i * dm)));
            FloatVector all = periods.sub(beside).sub(LEAST).max(SHORTEST).min((float) (sampleRate() / LOWEST));
            IntVector whole = (IntVector) all.convert(VectorOperators.F2I, 0);
            FloatVector frames = (FloatVector) whole.convert(VectorOperators.I2F, 0), d = all.sub(frames).add(LEAST);
            FloatVector w = one.div(periods).mul((float) (2 * Math.PI));
            // sin((w - w d) / 2) / sin((w + w d) / 2), which is exact at the fundamental, to the second order
            one.sub(d).div(one.add(d)).mul(w.mul(w).mul(d).mul(1 / 6f).add(1f)).intoArray(fraction, i * LANES);
            whole.intoArray(delays, i * LANES);
            shortest = shortest.min(frames);
        }
        if (still) {
            IntVector whole = IntVector.fromArray(LANE_INT, delays, start * LANES);
            FloatVector rest = FloatVector.fromArray(LANE, fraction, start * LANES);
            for (int i = start + 1; i < limit; i++) {
                whole.intoArray(delays, i * LANES);
                rest.intoArray(fraction, i * LANES);
            }
        }
        shortest.intoArray(shortestDelay, 0);
        int least = BLOCK;
        for (int lane = 0; lane < LANES; lane++) {
            least = Math.max(1, Math.min(least, (int) shortestDelay[lane]));
        }
        return least;
    }

    /** Around the loop once: the all-pass for the fraction, those of the stiffness, the low-pass, and what drives the string. */
    private void run(int start, int limit) {
        float[] y = out.data, data = line.data();
        int dy = out.step;
        FloatVector zero = FloatVector.zero(LANE), one = FloatVector.broadcast(LANE, 1f);
        FloatVector c = FloatVector.fromArray(LANE, loop.dispersion, 0), a = FloatVector.fromArray(LANE, loop.pole, 0), b = one.sub(a);
        FloatVector down = FloatVector.fromArray(LANE, held(), 0), full = FloatVector.fromArray(LANE, loop.sustain, 0);
        FloatVector damped = FloatVector.fromArray(LANE, loop.damped, 0), aim = damped.add(full.sub(damped).mul(down));
        FloatVector t = FloatVector.fromArray(LANE, plucked.age, 0), ends = FloatVector.fromArray(LANE, plucked.period, 0);
        FloatVector x1 = FloatVector.fromArray(LANE, tapIn.data, 0), y1 = FloatVector.fromArray(LANE, tapOut.data, 0);
        FloatVector s1 = FloatVector.fromArray(LANE, first.data, 0), s2 = FloatVector.fromArray(LANE, second.data, 0);
        FloatVector s3 = FloatVector.fromArray(LANE, third.data, 0), s4 = FloatVector.fromArray(LANE, fourth.data, 0);
        FloatVector s5 = FloatVector.fromArray(LANE, last.data, 0), l = FloatVector.fromArray(LANE, low.data, 0);
        FloatVector gain = FloatVector.fromArray(LANE, kept.data, 0);
        for (int i = start; i < limit; i++) {
            FloatVector x = FloatVector.fromArray(LANE, read, i * LANES);
            y1 = x.sub(y1).mul(FloatVector.fromArray(LANE, fraction, i * LANES)).add(x1);
            x1 = x;
            FloatVector p = y1.sub(s2).mul(c).add(s1), q = p.sub(s3).mul(c).add(s2), r = q.sub(s4).mul(c).add(s3), s = r.sub(s5).mul(c).add(s4);
            s1 = y1;
            s2 = p;
            s3 = q;
            s4 = r;
            s5 = s;
            l = l.mul(a).add(s.mul(b));
            gain = gain.add(aim.sub(gain).mul(GLIDE));
            FloatVector w = l.mul(gain.blend(gain.mul(touch), t.compare(VectorOperators.LT, ends)))
                    .add(FloatVector.fromArray(LANE, drive, i * LANES));
            w = w.blend(zero, w.abs().compare(VectorOperators.LT, INAUDIBLE)).min(LOUDEST).max(-LOUDEST);
            w.intoArray(data, line.place(i - start));
            w.intoArray(drive, i * LANES);
            w.intoArray(y, i * dy);
            t = t.add(1f);
        }
        x1.intoArray(tapIn.data, 0);
        y1.intoArray(tapOut.data, 0);
        s1.intoArray(first.data, 0);
        s2.intoArray(second.data, 0);
        s3.intoArray(third.data, 0);
        s4.intoArray(fourth.data, 0);
        s5.intoArray(last.data, 0);
        l.intoArray(low.data, 0);
        gain.intoArray(kept.data, 0);
    }
}

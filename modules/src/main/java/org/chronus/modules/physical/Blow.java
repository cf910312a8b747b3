package org.chronus.modules.physical;

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
 * A clarinet: breath through a reed into a cylinder, which is a delay line of half a period whose end turns the wave over (J. Smith,
 * "Efficient simulation of the reed-bore and bow-string mechanisms", 1986; P. Cook, "Real sound synthesis for interactive applications",
 * 2002). It sounds while its key is down. Peaks are near 0.5.
 */
public final class Blow extends KeyedModule {
    private static final double LOWEST = 40;
    private static final float LEAST = 0.6f, SHORTEST = 4, INAUDIBLE = 1e-20f, LOUDEST = 4;
    /** Of the pressure at the bell, what comes back. */
    private static final float REFLECTED = -0.97f;
    /** How far from 1 the reed's reflection is at rest, soft and hard, and how fast it gets there as pressure closes the reed. */
    private static final float SOFT = 0.25f, HARD = 0.45f, CLOSES = -0.34f, HIGHER = 4;
    private static final float LEVEL = 0.55f, NOISE = 0.25f, CORNER = 30, QUIET = 0.92f;

    private final Input pitch = input("pitch").range(-24, 96, Unit.NOTE).normally(60).follows(NoteSignal.PITCH).as(Conversion.FREQUENCY)
            .means("note number, with fraction");
    private final Input velocity = input("velocity").range(0, 1, Unit.SHARE).normally(0.8).follows(NoteSignal.VELOCITY).held()
            .means("how hard it is blown, beside breath");
    private final Input breath = input("breath").range(0, 1, Unit.SHARE).normally(0.6).smoothed(0.01).replaced()
            .means("how hard it is blown: cable a breath controller or pressure to it");
    private final Input reed = input("reed").range(0, 1, Unit.SHARE).normally(0.4).smoothed(0.01).means("0 soft and quiet, 1 hard and loud");
    private final Input brightness = input("brightness").range(0, 1, Unit.SHARE).normally(0.5).held().means("of what the bell sends back");
    private final Input noise = input("noise").range(0, 1, Unit.SHARE).normally(0.15).smoothed(0.01).means("of the breath");
    private final Input attack = input("attack").range(0.005, 2, Unit.SECONDS).normally(0.025).logarithmic().held().means("of the breath");
    private final Input release = input("release").range(0.005, 2, Unit.SECONDS).normally(0.06).logarithmic().held().means("of the breath");
    private final Output out = output("out");
    private final Seed seed = seed();
    private final State lungs = state(), bell = state(), tapIn = state(), tapOut = state(), slow = state();
    private final float[] pole = new float[LANES], hard = new float[LANES], keyed = new float[LANES];
    private final float[] rise = new float[LANES], fall = new float[LANES];
    private final float[] least = new float[LANES], read = new float[BLOCK * LANES], fraction = new float[BLOCK * LANES];
    private final int[] delays = new int[BLOCK * LANES];
    private VoiceDelay bore;

    @Override public double tail() {
        return Double.POSITIVE_INFINITY;
    }

    @Override protected void activate() {
        bore = new VoiceDelay(sampleRate() / LOWEST);
    }

    @Override protected void reset(int lane) {
        bore.clear(lane);
        hard[lane] = 0;
        keyed[lane] = 0;
    }

    @Override protected void turn(int lane, int at, boolean down) {
        if (down) {
            keyed[lane] = Math.clamp(pitch.data[at * pitch.step + lane], 20, 5_000);
            hard[lane] = QUIET + (1 - QUIET) * velocity.data[lane];
        }
    }

    @Override protected void prepare() {
        FloatVector one = FloatVector.broadcast(LANE, 1f), up = FloatVector.fromArray(LANE, attack.data, 0);
        FloatVector off = FloatVector.fromArray(LANE, release.data, 0);
        one.div(up.mul(sampleRate() / 3).add(1f)).intoArray(rise, 0);
        one.div(off.mul(sampleRate() / 3).add(1f)).intoArray(fall, 0);
    }

    @Override protected void play(int start, int limit) {
        soften();
        int shortest = delay(start, limit);
        for (int from = start; from < limit; from += shortest) {
            int to = Math.min(from + shortest, limit);
            bore.read(delays, read, from, to);
            blow(from, to);
            bore.advance(to - from);
        }
    }

    /** The bell's low-pass: 1.5 to 9 kHz, and higher for higher keys, whose holes are nearer. */
    private void soften() {
        FloatVector one = FloatVector.broadcast(LANE, 1f), shine = FloatVector.fromArray(LANE, brightness.data, 0);
        FloatVector corner = shine.mul(shine).mul(7_500f).add(1_500f).add(FloatVector.fromArray(LANE, keyed, 0).mul(HIGHER));
        one.div(corner.mul((float) (2 * Math.PI) / sampleRate()).add(1f)).intoArray(pole, 0);
    }

    /** Half a period less what the low-pass and the all-pass delay at the fundamental; returns the shortest, in whole frames. */
    private int delay(int start, int limit) {
        float[] f = pitch.data;
        int df = pitch.step, last = df == 0 ? start + 1 : limit;
        FloatVector one = FloatVector.broadcast(LANE, 1f), a = FloatVector.fromArray(LANE, pole, 0), shortest = one.mul(1e9f);
        FloatVector ratio = a.div(one.sub(a)), curve = a.mul(a.add(1f)).div(one.sub(a).mul(one.sub(a)).mul(one.sub(a))).mul(1 / 6f);
        for (int i = start; i < last; i++) {
            FloatVector halves = one.mul(0.5f * sampleRate()).div(FloatVector.fromArray(LANE, f, i * df)), w = one.div(halves).mul((float) Math.PI);
            FloatVector late = ratio.sub(curve.mul(w).mul(w));
            FloatVector all = halves.sub(late).sub(LEAST).max(SHORTEST).min((float) (sampleRate() / LOWEST));
            IntVector whole = (IntVector) all.convert(VectorOperators.F2I, 0);
            FloatVector frames = (FloatVector) whole.convert(VectorOperators.I2F, 0), d = all.sub(frames).add(LEAST);
            one.sub(d).div(one.add(d)).mul(w.mul(w).mul(d).mul(1 / 6f).add(1f)).intoArray(fraction, i * LANES);
            whole.intoArray(delays, i * LANES);
            shortest = shortest.min(frames);
        }
        IntVector whole = IntVector.fromArray(LANE_INT, delays, (last - 1) * LANES);
        FloatVector rest = FloatVector.fromArray(LANE, fraction, (last - 1) * LANES);
        for (int i = last; i < limit; i++) {
            whole.intoArray(delays, i * LANES);
            rest.intoArray(fraction, i * LANES);
        }
        shortest.intoArray(least, 0);
        int frames = BLOCK;
        for (int lane = 0; lane < LANES; lane++) {
            frames = Math.max((int) SHORTEST, Math.min(frames, (int) least[lane]));
        }
        return frames;
    }

    private void blow(int start, int limit) {
        float[] b = breath.data, h = reed.data, n = noise.data, y = out.data, data = bore.data();
        int db = breath.step, dh = reed.step, dn = noise.step, dy = out.step;
        float share = (float) (2 * Math.PI * CORNER / sampleRate());
        FloatVector one = FloatVector.broadcast(LANE, 1f), zero = FloatVector.zero(LANE), on = FloatVector.fromArray(LANE, held(), 0);
        FloatVector up = FloatVector.fromArray(LANE, rise, 0), off = FloatVector.fromArray(LANE, fall, 0), k = off.add(up.sub(off).mul(on));
        FloatVector a = FloatVector.fromArray(LANE, pole, 0), take = one.sub(a), full = FloatVector.fromArray(LANE, hard, 0).mul(on);
        FloatVector air = FloatVector.fromArray(LANE, lungs.data, 0), low = FloatVector.fromArray(LANE, bell.data, 0);
        FloatVector x1 = FloatVector.fromArray(LANE, tapIn.data, 0), y1 = FloatVector.fromArray(LANE, tapOut.data, 0);
        FloatVector still = FloatVector.fromArray(LANE, slow.data, 0);
        IntVector r = IntVector.fromArray(LANE_INT, seed.data, 0);
        for (int i = start; i < limit; i++) {
            r = r.lanewise(VectorOperators.XOR, r.lanewise(VectorOperators.LSHL, 13));
            r = r.lanewise(VectorOperators.XOR, r.lanewise(VectorOperators.LSHR, 17));
            r = r.lanewise(VectorOperators.XOR, r.lanewise(VectorOperators.LSHL, 5));
            air = air.add(full.sub(air).mul(k));
            FloatVector rough = ((FloatVector) r.convert(VectorOperators.I2F, 0)).mul(FloatVector.fromArray(LANE, n, i * dn)).mul(NOISE * 0x1p-31f);
            FloatVector open = FloatVector.fromArray(LANE, h, i * dh).mul(HARD - SOFT).add(SOFT);
            // The reed speaks from 0.57 to 1.05 of the pressure that closes it.
            FloatVector pressure = FloatVector.fromArray(LANE, b, i * db).mul(0.36f).add(0.64f).mul(open).mul(air).mul(rough.add(1f))
                    .mul(-1 / CLOSES);
            FloatVector x = FloatVector.fromArray(LANE, read, i * LANES);
            y1 = x.sub(y1).mul(FloatVector.fromArray(LANE, fraction, i * LANES)).add(x1);
            x1 = x;
            low = low.mul(a).add(y1.mul(take));
            FloatVector across = low.mul(REFLECTED).sub(pressure);
            FloatVector into = across.mul(CLOSES).add(1f).sub(open).min(1f).max(-1f).mul(across).add(pressure);
            into = into.blend(zero, into.abs().compare(VectorOperators.LT, INAUDIBLE)).min(LOUDEST).max(-LOUDEST);
            into.intoArray(data, bore.place(i - start));
            still = still.add(into.sub(still).mul(share));
            into.sub(still).mul(LEVEL).intoArray(y, i * dy);
        }
        air.intoArray(lungs.data, 0);
        low.intoArray(bell.data, 0);
        x1.intoArray(tapIn.data, 0);
        y1.intoArray(tapOut.data, 0);
        still.intoArray(slow.data, 0);
        r.intoArray(seed.data, 0);
    }
}

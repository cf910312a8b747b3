package org.chronus.modules.oscillators;

import org.chronus.modules.Choice;
import org.chronus.modules.Conversion;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.NoteSignal;
import org.chronus.modules.Output;
import org.chronus.modules.Phase;
import org.chronus.modules.Unit;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Hard sync: a sawtooth or square at an interval above the note, that begins anew with each cycle of the note (E. Brandt, "Hard sync without
 * aliasing", 2001). Each jump, those of the new beginnings included, is a step of limited bandwidth at its very place between two frames.
 *
 * <p>A part of a cycle is not symmetrical: its mean over the note's cycle is taken away, so that no interval makes DC.
 */
public final class SyncOscillator extends Module {
    /** What is synchronized. */
    public enum Wave { SAW, SQUARE }

    private static final int START = 1 << 31;
    /** The fastest slave, of a cycle per frame. */
    private static final float FASTEST = 0.47f * Phase.CYCLE;
    /** Adding and subtracting it rounds to whole cycles. */
    private static final float ROUND = 0x1.8p23f;

    private final Input pitch = input("pitch").range(-24, 136, Unit.NOTE).follows(NoteSignal.PITCH).as(Conversion.FREQUENCY)
            .means("note number, with fraction");
    private final Input tune = input("tune").range(-60, 60, Unit.SEMITONES).smoothed(0.005).as(Conversion.RATIO).means("added to the pitch");
    private final Input above = input("slave").range(0, 60, Unit.SEMITONES).normally(7).smoothed(0.005).as(Conversion.RATIO)
            .means("how far the slave is above the note: move it for the sound of sync");
    private final Choice<Wave> wave = choice("wave", Wave.SAW).means("the slave: sawtooth or square");
    private final Output out = output("out").means("-1 to 1 and, without DC, a third more to one side");
    private final Phase master = phase();
    private final Phase slave = phase();
    private final StepCorrections corrections = StepCorrections.ofSteps();
    private final int[] slaves = new int[BLOCK * LANES];
    private final float[] advances = new float[BLOCK * LANES];
    private final float[] ratios = new float[BLOCK * LANES];
    private final int[] sinces = new int[BLOCK * LANES];
    private final int[] ends = new int[BLOCK * LANES];
    private final long[] events = new long[BLOCK];

    @Override protected void renew() {
        corrections.clear();
    }

    @Override protected void reset(int lane) {
        corrections.reset(lane);
    }

    @Override public void generate(int start, int limit) {
        corrections.begin(start);
        walk(start, limit);
        jump(start, limit);
        if (wave.value() == Wave.SAW) {
            saw(start, limit);
        } else {
            square(start, limit);
        }
    }

    /** The slave's phase at every frame; the lanes in which it jumps before the next, and above them those in which it begins anew. */
    private void walk(int start, int limit) {
        float[] f = pitch.data, r = tune.data, v = above.data;
        int df = pitch.step, dr = tune.step, dv = above.step;
        float cyclesPerFrame = Phase.CYCLE / sampleRate();
        FloatVector fastest = FloatVector.broadcast(LANE, FASTEST);
        IntVector p = IntVector.fromArray(LANE_INT, master.data, 0), q = IntVector.fromArray(LANE_INT, slave.data, 0);
        IntVector zero = IntVector.zero(LANE_INT);
        boolean isSquare = wave.value() == Wave.SQUARE;
        for (int i = start; i < limit; i++) {
            q.intoArray(slaves, i * LANES);
            FloatVector advance = FloatVector.fromArray(LANE, f, i * df).mul(FloatVector.fromArray(LANE, r, i * dr)).mul(cyclesPerFrame);
            advance = advance.blend(fastest, advance.compare(VectorOperators.GT, fastest));
            FloatVector faster = advance.mul(FloatVector.fromArray(LANE, v, i * dv));
            faster = faster.blend(fastest, faster.compare(VectorOperators.GT, fastest));
            FloatVector ratio = faster.div(advance);
            IntVector next = p.add((IntVector) advance.convert(VectorOperators.F2I, 0));
            IntVector free = q.add((IntVector) faster.convert(VectorOperators.F2I, 0));
            VectorMask<Integer> reset = next.lanewise(VectorOperators.XOR, START).compare(VectorOperators.LT, p.lanewise(VectorOperators.XOR, START));
            // How far a slave that began anew has come since, and how far it had come until then.
            IntVector since = zero.blend((IntVector) ((FloatVector) next.convert(VectorOperators.I2F, 0)).mul(ratio)
                    .convert(VectorOperators.F2I, 0), reset);
            IntVector end = free.sub(since);
            // The topmost bit changes at every edge of the square, and goes at the jumps of the sawtooth; from 1 a square steps when it begins anew.
            VectorMask<Integer> edge = end.lanewise(VectorOperators.XOR, q).compare(VectorOperators.LT, 0), low = end.compare(VectorOperators.LT, 0);
            events[i] = (isSquare ? edge : edge.andNot(low)).toLong() | (isSquare ? reset.and(low) : reset).toLong() << LANES;
            faster.intoArray(advances, i * LANES);
            ratio.intoArray(ratios, i * LANES);
            since.intoArray(sinces, i * LANES);
            end.intoArray(ends, i * LANES);
            p = next;
            q = free.blend(since, reset);
        }
        p.intoArray(master.data, 0);
        q.intoArray(slave.data, 0);
    }

    /** Notes the steps: the slave's own, and those where the master comes round. */
    private void jump(int start, int limit) {
        boolean isSquare = wave.value() == Wave.SQUARE;
        for (int i = start; i < limit; i++) {
            for (long rest = events[i]; rest != 0; rest &= rest - 1) {
                int which = Long.numberOfTrailingZeros(rest), lane = which % LANES, at = i * LANES + lane, end = ends[at];
                if (which < LANES) {
                    float before = ((end & ~START) + sinces[at]) / advances[at];
                    corrections.add(lane, i + 1, before, isSquare && end >= 0 ? 2 : -2);
                } else {
                    float height = isSquare ? 2 : Integer.toUnsignedLong(end) * (-2 * Phase.TO_CYCLES);
                    corrections.add(lane, i + 1, sinces[at] / advances[at], height);
                }
            }
        }
    }

    private void saw(int start, int limit) {
        float[] c = corrections.pending(), y = out.data;
        int dy = out.step;
        FloatVector late = FloatVector.broadcast(LANE, -2 * StepTable.DELAY * Phase.TO_CYCLES), zero = FloatVector.zero(LANE);
        for (int i = start; i < limit; i++) {
            FloatVector ratio = FloatVector.fromArray(LANE, ratios, i * LANES), part = ratio.sub(ratio.add(ROUND).sub(ROUND)).abs();
            FloatVector mean = part.sub(part.mul(part)).div(ratio);
            ((FloatVector) IntVector.fromArray(LANE_INT, slaves, i * LANES).lanewise(VectorOperators.XOR, START).convert(VectorOperators.I2F, 0))
                    .mul(2 * Phase.TO_CYCLES).add(FloatVector.fromArray(LANE, advances, i * LANES).mul(late)).add(mean)
                    .add(FloatVector.fromArray(LANE, c, i * LANES)).intoArray(y, i * dy);
            zero.intoArray(c, i * LANES);
        }
    }

    private void square(int start, int limit) {
        float[] c = corrections.pending(), y = out.data;
        int dy = out.step;
        FloatVector high = FloatVector.broadcast(LANE, 1f), low = high.neg(), zero = FloatVector.zero(LANE);
        for (int i = start; i < limit; i++) {
            FloatVector ratio = FloatVector.fromArray(LANE, ratios, i * LANES), part = ratio.sub(ratio.add(ROUND).sub(ROUND)).abs();
            high.blend(low, IntVector.fromArray(LANE_INT, slaves, i * LANES).compare(VectorOperators.LT, 0).cast(LANE)).sub(part.div(ratio))
                    .add(FloatVector.fromArray(LANE, c, i * LANES)).intoArray(y, i * dy);
            zero.intoArray(c, i * LANES);
        }
    }
}

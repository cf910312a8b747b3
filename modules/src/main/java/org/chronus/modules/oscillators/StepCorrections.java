package org.chronus.modules.oscillators;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANE;
import static org.chronus.modules.Module.LANES;

import java.util.Arrays;

import jdk.incubator.vector.FloatVector;

/**
 * What the steps and corners of a wave have still to be corrected by, lane by lane, in the frames to come ({@link StepTable}). A kernel writes its
 * wave as if it had no bandwidth, notes each step that it makes, and in the end adds the corrections.
 *
 * <p>Made by the loader; the rest is for whoever runs the patch.
 */
final class StepCorrections {
    private static final int TAPS = StepTable.TAPS, FRAMES = BLOCK + TAPS;

    /** Frame by frame from the grid line before: those of the present block, and what reaches into the next. */
    private final float[] pending = new float[FRAMES * LANES];
    private final float[] shape = new float[StepTable.ROW];
    private final float[] table;
    private final float[] slope;

    private StepCorrections(float[] table, float[] slope) {
        this.table = table;
        this.slope = slope;
    }

    /** For a wave that steps. */
    static StepCorrections ofSteps() {
        return new StepCorrections(StepTable.STEP, StepTable.SLOPE);
    }

    /** For a wave that bends. */
    static StepCorrections ofCorners() {
        return new StepCorrections(StepTable.CORNER, StepTable.CORNER_SLOPE);
    }

    /** Before anything else of a block: its frames begin at a grid line if {@code start} is 0. */
    void begin(int start) {
        if (start == 0) {
            System.arraycopy(pending, BLOCK * LANES, pending, 0, TAPS * LANES);
            Arrays.fill(pending, BLOCK * LANES, FRAMES * LANES, 0);
        }
    }

    /**
     * The wave has stepped, or bent.
     *
     * @param frame  the first frame after it, up to and with the first of the next block
     * @param before how long before that frame, in frames, 0 to 1
     * @param height by how much it has stepped, or by how much its slope per frame has changed
     */
    void add(int lane, int frame, float before, float height) {
        float place = (before < 0 ? 0 : before > 1 ? 1 : before) * StepTable.PLACES;
        int whole = Math.min((int) place, StepTable.PLACES - 1), from = whole * StepTable.ROW, at = frame * LANES + lane;
        float rest = (place - whole) * height;
        for (int tap = 0; tap < StepTable.ROW; tap += LANES) {
            FloatVector.fromArray(LANE, table, from + tap).mul(height).add(FloatVector.fromArray(LANE, slope, from + tap).mul(rest))
                    .intoArray(shape, tap);
        }
        for (int tap = 0; tap < TAPS; tap++) {
            pending[at + tap * LANES] += shape[tap];
        }
    }

    /** The corrections of the present block, frame by frame; whoever adds them zeroes them. */
    float[] pending() {
        return pending;
    }

    /** Nothing is left to correct in this lane. */
    void reset(int lane) {
        for (int at = lane; at < pending.length; at += LANES) {
            pending[at] = 0;
        }
    }

    /** In none. */
    void clear() {
        Arrays.fill(pending, 0);
    }
}

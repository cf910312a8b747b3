package org.chronus.modules.patch.note;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANES;

import java.util.Arrays;

import org.chronus.modules.Signal;

/**
 * The position of a controller as each voice of a group has it: that of the player whose note it plays. Plain loops: it moves too seldom
 * for vectors to be compiled, and they would allocate. Audio thread only, after construction.
 */
public final class PlayerSignal extends Signal {
    /** Frames in which a voice that sounds goes over from one player's value to another's. */
    private static final int BRIDGE = 240;

    private final PlayerRamps ramps;
    private final int[] players = new int[LANES];
    private final float[] line = data;
    private final float[] block = new float[BLOCK * LANES];
    /** What is left of the distance to the player before, by lane. */
    private final float[] gap = new float[LANES];
    private final int[] bridging = new int[LANES];
    private int longestBridge;
    private int seen = -1;

    /** Every voice is the first player's. */
    public PlayerSignal(PlayerRamps ramps) {
        this.ramps = ramps;
    }

    /** A voice is another player's from a frame on; {@code sounds}: without a step. */
    void assign(int lane, int player, int frame, boolean sounds) {
        int before = players[lane];
        if (player != before) {
            gap[lane] = sounds ? ramps.value(before, frame) + bridge(lane) - ramps.value(player, frame) : 0;
            bridging[lane] = sounds ? BRIDGE : 0;
            longestBridge = sounds ? BRIDGE : longestBridge;
            players[lane] = player;
            seen = -1;
        }
    }

    /** Every voice is the first player's again. */
    void clear() {
        Arrays.fill(players, 0);
        Arrays.fill(bridging, 0);
        longestBridge = 0;
        settle(0);
        seen = -1;
    }

    private float bridge(int lane) {
        return gap[lane] * bridging[lane] / BRIDGE;
    }

    /** Writes the frames of a block from start to limit - 1. Returns false if nothing has changed since the last time. */
    boolean generate(int start, int limit) {
        boolean still = longestBridge == 0 && (ramps.areStill() || areStill());
        if (still && step == 0 && seen == ramps.version()) {
            return false;
        }
        seen = ramps.version();
        return still ? settle(start) : run(start, limit);
    }

    private boolean areStill() {
        for (int lane = 0; lane < LANES; lane++) {
            if (ramps.moves(players[lane])) {
                return false;
            }
        }
        return true;
    }

    private boolean settle(int frame) {
        boolean changed = step != 0;
        for (int lane = 0; lane < LANES; lane++) {
            float value = ramps.value(players[lane], frame);
            changed |= line[lane] != value;
            line[lane] = value;
        }
        data = line;
        step = 0;
        return changed;
    }

    private boolean run(int start, int limit) {
        data = block;
        step = LANES;
        for (int lane = 0; lane < LANES; lane++) {
            int player = players[lane];
            for (int i = start; i < limit; i++) {
                bridging[lane] = Math.max(0, bridging[lane] - 1);
                block[i * LANES + lane] = ramps.value(player, i) + bridge(lane);
            }
        }
        longestBridge = Math.max(0, longestBridge - (limit - start));
        return true;
    }
}

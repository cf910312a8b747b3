package org.chronus.modules.physical;

import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.NoteSignal;
import org.chronus.modules.State;

/**
 * A module that does something once when a key goes down or up, which takes longer than a frame may: it plays pieces of a block between which no
 * key moves, and is told lane by lane, at its frame, which key does.
 */
public abstract class KeyedModule extends Module {
    private final Input gate = input("gate").follows(NoteSignal.GATE).means("the key is down while above 0; a rise strikes");
    private final State held = state();

    /** [audio] The ports that are read at grid lines, before any key of these frames moves. */
    protected abstract void prepare();

    /** [audio] The key of a lane moves at this frame of the block. */
    protected abstract void turn(int lane, int at, boolean down);

    /** [audio] Frames in which no key moves. */
    protected abstract void play(int start, int limit);

    /** 1 in the lanes whose key is down, else 0. */
    protected final float[] held() {
        return held.data;
    }

    /** True if any key is down. Without vectors: who asks is code of the first compiler, in which they would be objects. */
    protected final boolean isAnyHeld() {
        for (int lane = 0; lane < LANES; lane++) {
            if (held.data[lane] > 0) {
                return true;
            }
        }
        return false;
    }

    @Override public final void generate(int start, int limit) {
        prepare();
        for (int i = start; i < limit;) {
            turn(i);
            int next = gate.nextTurn(i, limit, held.data);
            play(i, next);
            i = next;
        }
    }

    /** The few lanes whose key moves at a frame. */
    private void turn(int at) {
        for (int lane = 0; lane < LANES; lane++) {
            boolean down = gate.data[at * gate.step + lane] > 0;
            if (down != held.data[lane] > 0) {
                held.data[lane] = down ? 1 : 0;
                turn(lane, at, down);
            }
        }
    }
}

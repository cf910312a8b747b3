package org.chronus.modules.patch.note;

import static org.chronus.modules.Module.LANES;

import java.util.Map;

import org.chronus.modules.NoteSignal;
import org.chronus.modules.Signal;

/**
 * The note signals of a voice group, a lane for each voice: gate, velocity, release, pressure, timbre, random and alternate. Pitch and octave come from
 * {@link NotePitch}, because cables may end there. Mutable; built by the loader, run on the audio thread.
 */
public final class NoteSignals {
    private final Gates gates = new Gates();
    private final NoteExpression expression;
    private final LaneRamp velocity;
    private final LaneRamp release;
    private final Signal random = new Signal();
    private final Signal alternate = new Signal();
    private final boolean readsRelease;

    /**
     * @param frames       how long the velocity of a key that is struck again takes to follow, and the release
     * @param readsRelease false if nothing is cabled to the release, so that it need not move
     */
    public NoteSignals(NoteExpression expression, int frames, boolean readsRelease) {
        this.expression = expression;
        this.readsRelease = readsRelease;
        velocity = new LaneRamp(frames);
        release = new LaneRamp(frames);
    }

    /** Each of them, for cables to read. */
    public Map<NoteSignal, Signal> all() {
        return Map.of(NoteSignal.GATE, gates.signal(), NoteSignal.VELOCITY, velocity, NoteSignal.RELEASE, release,
                NoteSignal.PRESSURE, expression.pressure(), NoteSignal.TIMBRE, expression.timbre(), NoteSignal.RANDOM, random,
                NoteSignal.ALTERNATE, alternate);
    }

    /** Which keys are down. */
    public Gates gates() {
        return gates;
    }

    /** Bend, pressure and timbre. */
    public NoteExpression expression() {
        return expression;
    }

    /** [audio] A note begins in a lane that was silent. {@code number}: the note's, which decides about what is random. */
    public void start(int lane, float speed, int number) {
        gates.lower(lane);
        random.data[lane] = (number * 0x9E3779B9 >>> 8) * 0x1p-24f;
        alternate.data[lane] = (number & 1) * 2 - 1;
        velocity.jump(lane, speed);
        release.jump(lane, 0);
        gates.open(lane);
    }

    /** [audio] A note begins in a lane that sounds: a step in its loudness would be a click. */
    public void restart(int lane, float speed) {
        velocity.rampTo(lane, speed);
        gates.open(lane);
    }

    /** [audio] The key is let go; {@code speed} 0..1. */
    public void release(int lane, float speed) {
        gates.close(lane);
        if (readsRelease) {
            release.rampTo(lane, speed);
        }
    }

    /** [audio] Writes the frames of a block from start to limit - 1. Returns false if nothing has changed since the last time. */
    public boolean generate(int start, int limit) {
        return expression.generate(start, limit) | velocity.generate(start, limit) | release.generate(start, limit);
    }

    /** No key is down, and all is at 0. */
    public void clear() {
        for (int lane = 0; lane < LANES; lane++) {
            gates.close(lane);
            random.data[lane] = 0;
            alternate.data[lane] = 0;
        }
        expression.clear();
        velocity.clear();
        release.clear();
    }
}

package org.chronus.modules.envelopes;

import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.NoteSignal;
import org.chronus.modules.Output;
import org.chronus.modules.Unit;

/**
 * Envelope of delay, attack, hold, decay, sustain and release: {@link AdsrEnvelope} with two waits, and an attack of any curve. A rise of the gate
 * starts it from the level that it finds, so that a retrigger never steps. The times are read as each stage begins, sustain always.
 */
public final class DahdsrEnvelope extends Module {
    private enum Stage { RELEASE, DELAY, ATTACK, HOLD, DECAY }
    private static final Stage[] STAGES = Stage.values();

    private final Input gate = input("gate").follows(NoteSignal.GATE).means("held while above 0; a rise starts the delay");
    private final Input delay = input("delay").range(0, 10, Unit.SECONDS).held().means("until the attack");
    private final Input attack = input("attack").range(0, 20, Unit.SECONDS).normally(0.005).held().means("to the peak of 1");
    private final Input curve = input("curve").range(-10, 10).held().means("of the attack: 0 is straight, above it fast first, below slow first");
    private final Input hold = input("hold").range(0, 10, Unit.SECONDS).held().means("at the peak");
    private final Input decay = input("decay").range(0, 60, Unit.SECONDS).normally(0.1).held().means("from the peak to 60 dB before sustain");
    private final Input sustain = input("sustain").range(0, 1, Unit.SHARE).normally(1).held().means("level while the gate is held");
    private final Input release = input("release").range(0, 60, Unit.SECONDS).normally(0.1).held().means("from any level to 60 dB below it");
    private final Output out = output("out").within(0, 1).means("0 to 1");
    private final Stage[] stages = new Stage[LANES];
    private final float[] open = new float[LANES];
    private Segments segments = new Segments(sampleRate());

    @Override protected void activate() {
        segments = new Segments(sampleRate());
    }

    @Override protected void reset(int lane) {
        stages[lane] = Stage.RELEASE;
        open[lane] = 0;
        segments.rest(lane, 0);
    }

    @Override public void generate(int start, int limit) {
        for (int lane = 0; lane < LANES; lane++) {
            if (stages[lane] == Stage.DECAY) {
                segments.moveGoal(lane, sustain.data[lane]);
            }
        }
        int at = start;
        while (at < limit) {
            turn(at);
            int next = segments.next(at, limit, gate, open);
            segments.write(out.data, out.step, at, next, 0);
            at = next;
        }
    }

    /** The lanes that enter another stage at a frame. */
    private void turn(int frame) {
        for (int lane = 0; lane < LANES; lane++) {
            boolean now = gate.data[frame * gate.step + lane] > 0;
            if (now != open[lane] > 0) {
                open[lane] = now ? 1 : 0;
                enter(lane, now ? Stage.DELAY : Stage.RELEASE);
            } else if (segments.isOver(lane)) {
                enter(lane, STAGES[stages[lane].ordinal() + 1]);
            }
        }
    }

    private void enter(int lane, Stage stage) {
        stages[lane] = stage;
        switch (stage) {
            case DELAY -> {
                if (delay.data[lane] > 0) {
                    segments.stay(lane, segments.level(lane), delay.data[lane]);
                } else {
                    enter(lane, Stage.ATTACK);
                }
            }
            case ATTACK -> segments.go(lane, 1, attack.data[lane], curve.data[lane]);
            case HOLD -> {
                if (hold.data[lane] > 0) {
                    segments.stay(lane, 1, hold.data[lane]);
                } else {
                    enter(lane, Stage.DECAY);
                }
            }
            case DECAY -> segments.approach(lane, sustain.data[lane], decay.data[lane]);
            case RELEASE -> segments.approach(lane, 0, release.data[lane]);
        }
    }
}

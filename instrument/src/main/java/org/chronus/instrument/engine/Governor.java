package org.chronus.instrument.engine;

import static org.chronus.modules.Module.BLOCK;

/**
 * Takes notes away before a deadline is missed: at first those that were released longest ago, then, with a lower polyphony, the oldest.
 * When there is time again it gives back, slowly. A patch that cannot be helped, three overruns within a second, is taken out. Audio
 * thread only, at grid lines.
 */
final class Governor {
    private static final double HIGH = 0.8, TARGET = 0.7, LOW = 0.55;
    private static final float LEAST = 0.1f, GIVE_BACK = 1.1f;
    private static final double PAUSE_SECONDS = 0.012, PATIENCE_SECONDS = 0.2, GRACE_SECONDS = 0.5;

    private final LoadMeter meter;
    private final Slots slots;
    private final double sampleRate;
    private final Strikes overruns = new Strikes();
    private float share = 1;
    private float least = 1;
    private long nextStep;
    private int taken;
    private int late;

    Governor(LoadMeter meter, Slots slots, double sampleRate) {
        this.meter = meter;
        this.slots = slots;
        this.sampleRate = sampleRate;
    }

    /** {@code now} is the frame of the grid line, {@code voices} how many sound. */
    void crossGridLine(long now, int voices) {
        meter.crossGridLine();
        if (meter.hasOverrun()) {
            late++;
            // A cold machine is forgiven: the first blocks of a program are not the patch's fault.
            if (now > GRACE_SECONDS * sampleRate && overruns.add(now, sampleRate)) {
                overruns.forget();
                slots.relieve();
            }
        }
        if (now < nextStep) {
            return;
        }
        if (meter.load() > HIGH) {
            shed(voices, (int) Math.floor(voices * TARGET / meter.load()));
            nextStep = now + steps(PAUSE_SECONDS);
        } else if (meter.load() < LOW && share < 1) {
            allow(Math.min(1, share * GIVE_BACK));
            nextStep = now + steps(PATIENCE_SECONDS);
        }
    }

    private long steps(double seconds) {
        return (long) (seconds * sampleRate) / BLOCK * BLOCK;
    }

    /** From so many voices to so many that there is time for. */
    private void shed(int from, int to) {
        int voices = from;
        while (voices > to && slots.takeReleased()) {
            voices--;
            taken++;
        }
        if (voices > to) {
            allow(Math.clamp(to / (float) slots.polyphony(), LEAST, share));
        }
    }

    private void allow(float most) {
        share = most;
        least = Math.min(least, share);
        slots.allow(share);
    }

    /** Notes that were let go for want of time. */
    int taken() {
        return taken;
    }

    /** The lowest share of its polyphony that a patch was left, 0..1. */
    float least() {
        return least;
    }

    /** Blocks that took longer than they last. */
    int late() {
        return late;
    }
}

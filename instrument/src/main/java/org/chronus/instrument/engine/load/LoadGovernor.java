package org.chronus.instrument.engine.load;

import static org.chronus.modules.Module.BLOCK;

import org.chronus.instrument.engine.slots.FaultWindow;
import org.chronus.instrument.engine.slots.LoadRelief;

/**
 * Sees that no deadline is missed. It counts in groups of voices, which cost the same for one note as for all: when time gets short no
 * more of them are begun, and new notes take the voices of old ones; when there is too little, groups fade, at first those that nothing
 * holds. A machine whose blocks take unequal time is loaded less. A patch that cannot be helped so, three overruns within a second, is
 * taken out; overruns close together count as one, since a single disturbance of the machine delays several blocks. Audio thread only, at
 * grid lines.
 */
public final class LoadGovernor {
    /** Of the mean load: where more groups are no longer begun at will; the most that is borne; how far below that it is brought. */
    private static final double BUSY = 0.55, HIGH = 0.8, MARGIN = 0.1;
    /** What is borne falls by this factor with each overrun, but not below so much, and rises by so much in a second. */
    private static final double CAUTION = 0.95, LEAST = 0.5, CONFIDENCE = 0.03;
    /** What is taken away has faded by then, and the meter has seen it. */
    private static final double PAUSE_SECONDS = 0.012;
    private static final double GRACE_SECONDS = 0.5;
    /** Overruns within so many seconds of one that was counted belong to it. */
    private static final double DISTURBANCE_SECONDS = 0.03;
    /** Rounds up. */
    private static final double ALMOST_ONE = 0.999;

    private final LoadMeter meter;
    private final LoadRelief relief;
    private final FaultWindow overruns = new FaultWindow();
    private final GroupCost cost = new GroupCost();
    private double sampleRate;
    private double ceiling = HIGH;
    private long relieved;
    private long counted = Long.MIN_VALUE / 2;
    private volatile int taken;
    private volatile int takenPatches;
    private volatile int late;

    public LoadGovernor(LoadMeter meter, LoadRelief relief, double sampleRate) {
        this.meter = meter;
        this.relief = relief;
        this.sampleRate = sampleRate;
    }

    /** [while nothing is rendered] Another sample rate, in Hz. */
    public void rate(double hertz) {
        sampleRate = hertz;
        meter.rate(hertz);
    }

    /** {@code now} is the frame of the grid line. */
    public void crossGridLine(long now) {
        meter.crossGridLine();
        ceiling += ceiling < HIGH ? CONFIDENCE * BLOCK / sampleRate : 0;
        boolean overran = meter.hasOverrun();
        if (overran) {
            late = late + 1;
            ceiling = Math.max(LEAST, ceiling * CAUTION);
        }
        boolean isCold = now <= GRACE_SECONDS * sampleRate;
        int groups = relief.groups();
        if (!isCold) {
            cost.observe(groups, meter.latest());
        }
        double load = meter.load(), each = cost.of(groups, load);
        relief.grant(load > BUSY ? Math.max(0, (int) ((ceiling - load) / each)) : Integer.MAX_VALUE);
        if (now < relieved) {
            return;
        }
        int surplus = (int) ((load - ceiling + MARGIN) / each + ALMOST_ONE);
        // While no deadline is missed, nothing is taken that would not be enough.
        if (load > ceiling && (overran || surplus <= groups) && shed(Math.min(surplus, groups))) {
            relieved = now + (long) (PAUSE_SECONDS * sampleRate) / BLOCK * BLOCK;
        } else if (overran && !isCold && now - counted >= DISTURBANCE_SECONDS * sampleRate) {
            // A cold machine is forgiven: the first blocks of a program are not the patch's fault.
            counted = now;
            if (overruns.add(now, sampleRate)) {
                overruns.forget();
                relief.takePatch();
                takenPatches = takenPatches + 1;
            }
        }
    }

    /** So many groups, as far as may be. False if there is nothing to take. */
    private boolean shed(int groups) {
        int before = taken;
        for (int i = 0; i < groups; i++) {
            int notes = relief.takeReleased();
            notes = notes > 0 ? notes : relief.takeLeast();
            if (notes == 0) {
                break;
            }
            taken = taken + notes;
        }
        return taken > before;
    }

    /** [any thread] Notes that were let go for want of time. */
    public int taken() {
        return taken;
    }

    /** [any thread] Patches that were taken out for want of time. */
    public int takenPatches() {
        return takenPatches;
    }

    /** [any thread] Blocks that took longer than they last. */
    public int late() {
        return late;
    }
}

package org.chronus.instrument.engine.slots;

/**
 * What the slots have counted since the engine started: notes, voices and patches that were taken out or replaced. Mutable; the audio thread
 * counts, and reads; once it has stopped any thread may read.
 */
public final class SlotStats {
    private final Slot[] slots;
    private int stolen;
    private int cured;
    private int failures;
    private int failovers;
    private volatile int refused;

    /** @param slots all there are, whose patches count as well */
    SlotStats(Slot[] slots) {
        this.slots = slots;
    }

    /** So many voices or effects were restarted. */
    void addCured(int count) {
        cured += count;
    }

    /** A patch leaves its slot. */
    void addGone(PrimedPatch patch) {
        stolen += patch.stolen();
        failures += patch.cause() == FailureCause.NONE ? 0 : 1;
    }

    /** The other patch takes over from one that failed. */
    void addFailover() {
        failovers++;
    }

    /** A newer patch had come. */
    void addRefused() {
        refused = refused + 1;
    }

    /** Notes taken away for others. */
    public int stolen() {
        int sum = stolen;
        for (Slot slot : slots) {
            sum += slot.isEmpty() ? 0 : slot.primed().stolen();
        }
        return sum;
    }

    /** Voices and effects restarted because they made what is not a number. */
    public int cured() {
        return cured;
    }

    /** Patches that were taken out while they played. */
    public int failures() {
        return failures;
    }

    /** How often the other patch took over from one that failed. */
    public int failovers() {
        return failovers;
    }

    /** [any thread] Patches refused because a newer one had come. */
    int refused() {
        return refused;
    }
}

package org.chronus.instrument.engine.slots;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the slots have counted since the engine started: notes, voices and patches that were taken out or replaced. Mutable; the audio thread
 * counts, and any thread reads.
 */
public final class SlotStats {
    /**
     * What a place for a patch holds.
     *
     * @param state  in a word: active, ringing, fallback, failed
     * @param preset the name of the preset
     */
    public record Content(String state, String preset) { }

    private final Slot[] slots;
    private volatile int stolen;
    private volatile int cured;
    private volatile int failures;
    private volatile int failovers;
    private volatile int refused;

    /** @param slots all there are, whose patches count as well */
    SlotStats(Slot[] slots) {
        this.slots = slots;
    }

    /** So many voices or effects were restarted. */
    void addCured(int count) {
        cured = cured + count;
    }

    /** A patch leaves its slot. */
    void addGone(PrimedPatch patch) {
        stolen = stolen + patch.notes().stolen();
        failures = failures + (patch.cause() == FailureCause.NONE ? 0 : 1);
    }

    /** The other patch takes over from one that failed. */
    void addFailover() {
        failovers = failovers + 1;
    }

    /** A newer patch had come. */
    void addRefused() {
        refused = refused + 1;
    }

    /** [audio] True if nothing sounds, or will without another command. */
    public boolean areSilent() {
        for (Slot slot : slots) {
            if (slot.state() == Slot.State.FAILED || slot.sounds() && !(slot.primed().patch().isSilent() && slot.primed().notes().rest())) {
                return false;
            }
        }
        return true;
    }

    /** [audio] Voices that sound. */
    public int voices() {
        int sounding = 0;
        for (Slot slot : slots) {
            sounding += slot.sounds() ? slot.primed().patch().sounding() : 0;
        }
        return sounding;
    }

    /** [audio] Notes that took the voices of others for want of time, in the patches that are here. */
    public int heldBack() {
        int notes = 0;
        for (Slot slot : slots) {
            notes += slot.isEmpty() ? 0 : slot.primed().notes().headroom().heldBack();
        }
        return notes;
    }

    /** Notes taken away for others. */
    public int stolen() {
        int sum = stolen;
        for (Slot slot : slots) {
            PrimedPatch patch = slot.primed();
            sum += patch == null ? 0 : patch.notes().stolen();
        }
        return sum;
    }

    /** What there is in those that are not empty; the audio thread may be about to change it. */
    public List<Content> contents() {
        List<Content> contents = new ArrayList<>();
        for (Slot slot : slots) {
            Slot.State state = slot.state();
            PrimedPatch patch = slot.primed();
            if (state != Slot.State.EMPTY && patch != null) {
                contents.add(new Content(state.name().toLowerCase(Locale.ROOT), patch.preset().name()));
            }
        }
        return contents;
    }

    /** The patch that plays new notes, to look at; null if there is none, or while it changes. */
    public PrimedPatch playing() {
        for (Slot slot : slots) {
            if (slot.state() == Slot.State.ACTIVE) {
                return slot.primed();
            }
        }
        return null;
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

package org.chronus.instrument.engine.slots;

/**
 * What can be taken from the patches that sound when time is short, the one that rings before the active one; counted in groups of voices,
 * which cost the same for one note as for all. Audio thread only.
 */
public final class LoadRelief {
    private final Slots slots;
    private final SwapFades fades;

    LoadRelief(Slots slots, SwapFades fades) {
        this.slots = slots;
        this.fades = fades;
    }

    /** Groups of voices that run. */
    public int groups() {
        int groups = 0;
        for (Slot slot : slots.all()) {
            groups += slot.sounds() ? slot.primed().notes().groups() : 0;
        }
        return groups;
    }

    /** There is time for so many groups of voices more. */
    public void grant(int groups) {
        if (slots.active().sounds()) {
            slots.active().primed().notes().headroom().grant(groups);
        }
    }

    /** Fades a group of voices that nothing holds. Returns how many notes that took; 0 if there is none. */
    public int takeReleased() {
        int taken = slots.standby().takeReleased();
        return taken == 0 ? slots.active().takeReleased() : taken;
    }

    /** Fades the group that will be missed least; of the active patch never a part's last. Returns how many notes that took. */
    public int takeLeast() {
        int taken = slots.standby().takeLeast(true);
        return taken == 0 ? slots.active().takeLeast(false) : taken;
    }

    /** The patch that rings leaves; if only the active one sounds, it has failed. */
    public void takePatch() {
        if (slots.standby().state() == Slot.State.RINGING) {
            slots.standby().leave(fades.fadeOut());
        } else if (slots.active().sounds()) {
            slots.active().fail(FailureCause.OVERRUN, null);
        }
    }
}

package org.chronus.instrument.engine.slots;

import org.chronus.presets.preset.Transition;

/**
 * The two slots and what becomes of them at grid lines: a primed patch is accepted, one that has rung out goes back to the loader and
 * returns as the fallback, and if the active one fails the other takes over with the keys that are down. Patches of another sample rate go
 * back unheard. The audio thread decides alone.
 */
public final class Slots {
    /** The order of a place in time before all commands of its frame. */
    private static final long WHOLE_FRAME = -1;

    /** Tells a patch that takes over what it must know. */
    @FunctionalInterface
    public interface TakeOver {
        /**
         * [audio] The patch in a slot becomes the active one: it learns where controllers are, and what moved after a place in time.
         *
         * @param strikesHeld true to strike the keys that are down and that it does not play already
         */
        void takeOver(Slot slot, long frame, long order, boolean strikesHeld);
    }

    private final Transition transition;
    private final SwapFades fades;
    private final Slot[] slots;
    private final Slot leaving;
    private final Slot[] all;
    private final SlotStats stats;
    private final CommitTimes commits = new CommitTimes();
    private TakeOver takeOver = (_, _, _, _) -> { };
    private final Handover handover = new Handover();
    private int active;
    private long accepted;
    /** True once the active patch has failed, or gone back, and there was none to take over. */
    private boolean silenced;
    /** True from a change of the rate until a patch plays again. */
    private boolean returns;
    /** Where in time the active patch took over. */
    private long sinceFrame, sinceOrder;

    /**
     * @param sampleRate in Hz
     * @param transition how patches change, or null to leave it to each preset
     */
    public Slots(double sampleRate, Transition transition) {
        this.transition = transition;
        fades = new SwapFades(sampleRate);
        slots = new Slot[] {new Slot(fades), new Slot(fades)};
        leaving = new Slot(fades);
        all = new Slot[] {slots[0], slots[1], leaving};
        stats = new SlotStats(all);
    }

    /** [before it starts] Whoever tells a patch that takes over what it must know. */
    public void onTakeOver(TakeOver listener) {
        takeOver = listener;
    }

    /** Where in time changes belong that were asked for. */
    public CommitTimes commits() {
        return commits;
    }

    /** The two that take turns. */
    public Slot[] both() {
        return slots;
    }

    /** The one that plays new notes. */
    public Slot active() {
        return slots[active];
    }

    /** The one that rings, waits, or is empty. */
    Slot standby() {
        return slots[1 - active];
    }

    /** What can be taken from the patches when time is short. */
    public LoadRelief relief() {
        return new LoadRelief(this, fades);
    }

    /** Everything that may sound. */
    public Slot[] all() {
        return all;
    }

    /** What they have counted. */
    public SlotStats stats() {
        return stats;
    }

    /** Where patches come from and go to. */
    public Handover handover() {
        return handover;
    }

    /** Everything that is decided at a grid line, {@code now} being its frame. */
    public void crossGridLine(long now) {
        for (Slot slot : all) {
            stats.addCured(slot.cure(now, fades.sampleRate()));
            if (slot.isOver(now, fades.sampleRate(), fades.fadeOut())) {
                silenced |= slot == active() && !canTakeOver(slots[1 - active]);
                giveBack(slot);
            }
        }
        Slot standby = slots[1 - active];
        if (handover.hasSpare() && (standby.isEmpty() || standby.state() == Slot.State.FALLBACK)) {
            giveBack(standby);
            standBy(handover.takeSpare());
        }
        if ((silenced || active().state() == Slot.State.FAILED) && canTakeOver(standby)) {
            failOver(standby, now);
        }
        PrimedPatch next = handover.offered();
        if (next != null && !suits(next)) {
            if (handover.take(next)) {
                handover.giveBack(next);
            }
        } else if (next != null && leaving.isEmpty() && isDue(next, now) && handover.take(next)) {
            accept(next, now);
        }
        handover.standbyIsEmpty(slots[1 - active].isEmpty());
    }

    /** Where the commit stands in {@link #commits} of what is offered and would be accepted; {@link CommitTimes#NONE} if there is none. */
    public int nextCommit() {
        PrimedPatch next = handover.offered();
        return next == null || !leaving.isEmpty() || !suits(next) ? CommitTimes.NONE : commits.find(next.report().request().number());
    }

    /** True if a patch was built for the present rate. */
    private boolean suits(PrimedPatch patch) {
        return patch.patch().sampleRate() == (float) fades.sampleRate();
    }

    private boolean isDue(PrimedPatch primed, long now) {
        long number = primed.report().request().number();
        return number == SwapRequest.AT_ONCE || commits.isDue(number, now);
    }

    /** The patch that takes over learns what moved after its own place in time; one that returns, after the place that it had. */
    private void tell(Slot slot, boolean strikesHeld) {
        SwapRequest request = slot.primed().report().request();
        int commit = request.number() == SwapRequest.AT_ONCE ? CommitTimes.NONE : commits.find(request.number());
        if (commit != CommitTimes.NONE) {
            sinceFrame = commits.frame(commit);
            sinceOrder = commits.order(commit);
        } else if (!returns) {
            sinceFrame = request.frame();
            sinceOrder = WHOLE_FRAME;
        }
        takeOver.takeOver(slot, sinceFrame, sinceOrder, strikesHeld);
    }

    private void standBy(PrimedPatch spare) {
        if (suits(spare)) {
            standby().standBy(spare);
        } else {
            handover.giveBack(spare);
        }
    }

    private static boolean canTakeOver(Slot slot) {
        return slot.state() == Slot.State.FALLBACK || slot.state() == Slot.State.RINGING;
    }

    /** The patch that rings, or waits, takes over, with the keys that are down. */
    private void failOver(Slot standby, long now) {
        standby.takeOver(fades.fadeIn());
        active = 1 - active;
        silenced = false;
        returns = false;
        sinceFrame = now;
        sinceOrder = WHOLE_FRAME;
        stats.addFailover();
        handover.plays(standby.primed().preset());
        takeOver.takeOver(standby, Long.MAX_VALUE, Long.MAX_VALUE, true);
    }

    /** The swap. Three patches sound at most: a third takes the place of the one that rings, which leaves in 10 ms. */
    private void accept(PrimedPatch primed, long now) {
        if (primed.generation() <= accepted) {
            stats.addRefused();
            primed.report().drop();
            handover.giveBack(primed);
            return;
        }
        accepted = primed.generation();
        Slot current = active(), other = slots[1 - active];
        Transition how = transition == null ? primed.preset().transition() : transition;
        boolean replacesFailed = silenced || current.state() == Slot.State.FAILED;
        if (current.state() == Slot.State.ACTIVE && !current.wasPlayed() && other.state() == Slot.State.RINGING) {
            clear(current, now, primed.report());
        } else if (!current.isEmpty()) {
            clear(other, now, primed.report());
            if (current.sounds()) {
                current.ring(now, primed.report());
                if (how != Transition.RING) {
                    current.leave(fades.leaving(how));
                }
            }
            active = 1 - active;
        }
        silenced = false;
        handover.plays(primed.preset());
        active().activate(primed, returns ? fades.fadeIn() : fades.arriving(how));
        tell(active(), replacesFailed);
        returns = false;
        primed.report().swapped(now);
    }

    /** Makes room in a slot; if its patch may still be heard, it fades elsewhere. */
    private void clear(Slot slot, long now, SwapReport change) {
        if (slot.state() == Slot.State.FALLBACK || slot.sounds() && slot.primed().patch().isSilent()) {
            giveBack(slot);
        } else if (!slot.isEmpty()) {
            if (slot.state() == Slot.State.ACTIVE) {
                slot.ring(now, change);
            }
            leaving.moveFrom(slot);
            leaving.leave(fades.fadeOut());
        }
    }

    private void giveBack(Slot slot) {
        if (!slot.isEmpty()) {
            stats.addGone(slot.primed());
            handover.giveBack(slot.empty());
        }
    }

    /** [while nothing is rendered] Another sample rate, in Hz: all patches go back, and the one that comes next plays the keys that are down. */
    public void rate(double hertz) {
        silenced |= !active().isEmpty();
        returns = silenced;
        giveBackAll();
        fades.rate(hertz);
    }

    /** [while nothing is rendered, or never again] All patches go back to the loader. */
    public void giveBackAll() {
        for (Slot slot : all) {
            giveBack(slot);
        }
    }
}

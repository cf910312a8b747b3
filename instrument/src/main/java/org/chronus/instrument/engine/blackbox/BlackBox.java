package org.chronus.instrument.engine.blackbox;

import org.chronus.instrument.engine.slots.PrimedPatch;
import org.chronus.midi.command.Command;

/**
 * Keeps what reached an engine and what befell it, so that it can be played again: commands with their frames, patches as they were
 * offered, how long callbacks took, and troubles. The audio thread writes into arrays that are there; any other thread reads at any time.
 */
public final class BlackBox {
    /** Far more than two minutes need, so that it mostly reaches back to the engine's start. */
    public static final int COMMANDS = 1 << 16;
    private static final int OFFERS = 1 << 10, TROUBLES = 1 << 10;
    /** Of 48 frames at 48 kHz: two minutes. */
    private static final int CALLBACKS = 1 << 17;

    private final CommandTape commands = new CommandTape(COMMANDS);
    private final OfferTape offers = new OfferTape(OFFERS);
    private final OfferTape spares = new OfferTape(OFFERS);
    private final CallbackTape callbacks = new CallbackTape(CALLBACKS);
    private final TroubleTape troubles = new TroubleTape(TROUBLES);
    private volatile boolean heard;

    /** [audio] The engine got a command. */
    public void command(long position, long frame, Command command) {
        commands.add(position, frame, command);
    }

    /** [audio] This patch is offered now; null if none is. */
    public void offered(long position, PrimedPatch patch) {
        offers.see(position, patch);
    }

    /** [audio] At a grid line: this patch was taken to stand by, or none if null. */
    public void spare(long position, PrimedPatch patch) {
        if (patch != null) {
            spares.see(position, patch);
        }
    }

    /** [audio] A callback has ended. */
    public void callback(long position, int frames, long nanos, long processorNanos) {
        callbacks.add(position, frames, nanos, processorNanos);
    }

    /** [audio] At a grid line: so many of a kind there have been. */
    public void trouble(long position, Trouble kind, long count) {
        troubles.see(position, kind, count);
    }

    /** [audio] Sound comes in, which is not kept. */
    public void hears(boolean input) {
        heard = heard || input;
    }

    /** [any thread] Commands, in the order in which the engine got them. */
    public Tape.Reading<CommandTape.Entry> commands() {
        return commands.read(0);
    }

    /** [any thread] Those only that came after the first so many. */
    public Tape.Reading<CommandTape.Entry> commandsSince(long passed) {
        return commands.read(passed);
    }

    /** [any thread] Patches, as the engine saw them offered. */
    public Tape.Reading<OfferTape.Entry> offers() {
        return offers.read();
    }

    /** [any thread] Patches that were taken to stand by. */
    public Tape.Reading<OfferTape.Entry> spares() {
        return spares.read();
    }

    /** [any thread] Callbacks. */
    public Tape.Reading<CallbackTape.Entry> callbacks() {
        return callbacks.read();
    }

    /** [any thread] Troubles. */
    public Tape.Reading<TroubleTape.Entry> troubles() {
        return troubles.read();
    }

    /** [any thread] True if sound ever came in. */
    public boolean heard() {
        return heard;
    }
}

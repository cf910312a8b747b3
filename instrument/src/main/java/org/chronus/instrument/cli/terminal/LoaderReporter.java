package org.chronus.instrument.cli.terminal;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.chronus.instrument.engine.slots.Swap;
import org.chronus.instrument.loader.PresetLoader;

/**
 * Says on stderr what goes wrong while an instrument plays; program changes go to the command, but of each program that the bank has not
 * only the first: some keyboards ask again and again.
 */
public final class LoaderReporter implements PresetLoader.Listener {
    private final StatusLine status;
    private final Consumer<Swap> changes;
    private final Set<Integer> unknown = ConcurrentHashMap.newKeySet();

    public LoaderReporter(StatusLine status, Consumer<Swap> changes) {
        this.status = status;
        this.changes = changes;
    }

    /** The audio thread is in a module that never returns: ends the process, so that whoever watches it may start another. */
    public static void stuck() {
        System.err.println("chronus: a module does not return, and the sound has stopped with it: take it out of the preset");
        Runtime.getRuntime().halt(1);
    }

    @Override public void settled(Swap swap) {
        if (swap.outcome() != Swap.Outcome.UNKNOWN || unknown.add(swap.bank() * 128 + swap.program())) {
            changes.accept(swap);
        }
    }

    @Override public void warned(String line) {
        status.say("chronus: " + line);
    }
}

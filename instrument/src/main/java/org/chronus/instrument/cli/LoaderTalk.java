package org.chronus.instrument.cli;

import java.util.function.Consumer;

import org.chronus.instrument.engine.PresetLoader;
import org.chronus.instrument.engine.Swap;

/** Says on stderr what goes wrong while an instrument plays; program changes go to the command. */
record LoaderTalk(StatusLine status, Consumer<Swap> changes) implements PresetLoader.Listener {
    /** The audio thread is in a module that never returns: ends the process, so that whoever watches it may start another. */
    static void stuck() {
        System.err.println("chronus: a module does not return, and the sound has stopped with it: take it out of the preset");
        Terminal.giveBack();
        Runtime.getRuntime().halt(1);
    }

    @Override public void settled(Swap swap) {
        changes.accept(swap);
    }

    @Override public void warned(String line) {
        status.say("chronus: " + line);
    }
}

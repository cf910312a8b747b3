package org.chronus.instrument.cli;

import java.util.function.Consumer;

import org.chronus.instrument.engine.PresetLoader;
import org.chronus.instrument.engine.Swap;

/** Says on stderr what the loader warns of; program changes go to the command. */
record LoaderTalk(Consumer<Swap> changes) implements PresetLoader.Listener {
    @Override public void settled(Swap swap) {
        changes.accept(swap);
    }

    @Override public void warned(String line) {
        System.err.println("chronus: " + line);
    }
}

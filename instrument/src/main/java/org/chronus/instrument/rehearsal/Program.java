package org.chronus.instrument.rehearsal;

import java.util.List;
import java.util.Optional;

import org.chronus.presets.library.ProgramAddress;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.text.Problem;

/**
 * A program of a bank, found and read. Immutable; any thread but audio.
 *
 * @param number    as the player sees it; of other banks than 0 with the bank's before it
 * @param name      of the preset, or how the bank calls it if it cannot be read
 * @param file      the preset's; {@code factory:} begins those that are not the user's
 * @param fileLevel factor that the preset's file asks for, without what the bank adds
 * @param preset    with what the bank adds; empty if it cannot be played
 * @param problems  what is wrong with it
 */
record Program(ProgramAddress address, String number, String name, String file, double fileLevel, Optional<Preset> preset,
               List<Problem> problems) {
    private static final String FACTORY = "factory:";

    /** Copies the list. */
    Program {
        problems = List.copyOf(problems);
    }

    boolean isUsers() {
        return !file.startsWith(FACTORY);
    }

    /** Where its verdicts are, for lines. */
    String place() {
        return number + " " + name + (file.equals(name) ? "" : " (" + file + ")");
    }
}

package org.chronus.instrument.engine.slots;

import java.util.Optional;

import org.chronus.presets.preset.Preset;

/**
 * A change of the patch that somebody asked for. Immutable; any thread.
 *
 * @param number of the {@link org.chronus.midi.command.Selection.Commit} that says when it takes over; {@link #AT_ONCE} if none does
 * @param frame  for a change without a commit: what moved from this frame on, counted from the engine's start, is for the new patch
 * @param nanos  when it was asked for, by {@link System#nanoTime}
 * @param bank   {@link #NO_PROGRAM} if it is no program of a bank
 * @param program 0..127, as on the wire; or {@link #NO_PROGRAM}
 * @param preset what is to play; empty for a program of the bank
 */
public record SwapRequest(long number, long frame, long nanos, int bank, int program, Optional<Preset> preset) {
    /** The number of a change that takes over as soon as it is ready: the first patch of all, or one that stands by. */
    public static final long AT_ONCE = 0;
    /** The bank and program of a preset that is in no bank. */
    public static final int NO_PROGRAM = -1;

    /** A program that takes over as soon as it is ready. */
    public static SwapRequest program(long frame, int bank, int program) {
        return new SwapRequest(AT_ONCE, frame, System.nanoTime(), bank, program, Optional.empty());
    }

    /** A preset of no bank that takes over as soon as it is ready. */
    public static SwapRequest preset(long frame, Preset preset) {
        return new SwapRequest(AT_ONCE, frame, System.nanoTime(), NO_PROGRAM, NO_PROGRAM, Optional.of(preset));
    }

    /** True if another request is for the same program of the bank. */
    public boolean isSameProgram(SwapRequest other) {
        return preset.isEmpty() && other.preset.isEmpty() && other.bank == bank && other.program == program;
    }
}

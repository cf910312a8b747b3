package org.chronus.modules.patch.plan;

import org.chronus.modules.NoteSignal;

/** Where a cable takes a signal from. Immutable; any thread. Its text is what presets write. */
public sealed interface Source {
    /** An output of a module of the same part, or of the mix. */
    record ModuleOutput(String module, String port) implements Source {
        @Override public String toString() {
            return module + "." + port;
        }
    }

    /** A signal of the voice's note. */
    record NoteOutput(NoteSignal signal) implements Source {
        @Override public String toString() {
            return signal.toString();
        }
    }

    /** A MIDI controller, 0..1. */
    record Controller(int number) implements Source {
        @Override public String toString() {
            return "cc." + number;
        }
    }

    /** The bender, -1..1. */
    record PitchBend() implements Source {
        @Override public String toString() {
            return "bend";
        }
    }

    /** Sides of the audio input. */
    enum Side { LEFT, RIGHT, BOTH }

    /** The audio input: what a microphone, a guitar or another program plays to us. */
    record AudioInput(Side side) implements Source {
        @Override public String toString() {
            return side == Side.BOTH ? "input" : side == Side.LEFT ? "input.left" : "input.right";
        }
    }

    /** In a mix: one part, in stereo. */
    record PartOutput(String part) implements Source {
        @Override public String toString() {
            return part;
        }
    }

    /** In a mix: the sum of all parts, in stereo. */
    record AllParts() implements Source {
        @Override public String toString() {
            return PatchPlan.VOICES;
        }
    }

    /** True for the output of a module or part, and the audio input, which vary all the time; false for keys, controllers and the bender. */
    default boolean isAudioRate() {
        return switch (this) {
            case ModuleOutput _, PartOutput _, AllParts _, AudioInput _ -> true;
            case NoteOutput _, Controller _, PitchBend _ -> false;
        };
    }
}

package org.chronus.modules.patch.plan;

/** Where a cable leads. Immutable; any thread. Its text is what presets write. */
public sealed interface Target {
    /** An input of a module of the same part, or of the mix. */
    record ModuleInput(String module, String port) implements Target {
        @Override public String toString() {
            return module + "." + port;
        }
    }

    /** What is added to the pitch of the voice's note, in semitones. */
    record NotePitch() implements Target {
        @Override public String toString() {
            return "note.pitch";
        }
    }

    /** Where a graph ends. */
    enum Out implements Target {
        /** The left side of a voice. */
        LEFT("out.left"),
        /** The right side of a voice. */
        RIGHT("out.right"),
        /** The end of the mix, in stereo. */
        MIX("out");

        private final String text;

        Out(String text) {
            this.text = text;
        }

        @Override public String toString() {
            return text;
        }
    }
}

package org.chronus.midi;

/** How hard a key must be struck: the way from a keyboard's velocity to that of a {@link Command.NoteOn}. Any thread. */
public enum VelocityCurve {
    /** The square of {@link #LINEAR}: the default, near to how loud a struck string is. */
    SQUARE {
        @Override float shape(float linear) {
            return linear * linear;
        }
    },

    /** In proportion. */
    LINEAR {
        @Override float shape(float linear) {
            return linear;
        }
    };

    /** Keeps 0 and 1, rises between, and is above 0 for whatever a key can send. */
    abstract float shape(float linear);

    /**
     * The velocity of a note. Any thread.
     *
     * @param sent what the keyboard sent, 1..127; 0 is a note-off and has no velocity here
     * @return above 0, up to exactly 1
     * @throws IllegalArgumentException if {@code sent} is out of its range
     */
    public float velocity(int sent) {
        if (sent < 1 || sent > 127) {
            throw new IllegalArgumentException("velocity must be within 1..127, not " + sent);
        }
        return shape(sent / 127f);
    }
}

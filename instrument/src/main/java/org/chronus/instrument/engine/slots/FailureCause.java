package org.chronus.instrument.engine.slots;

/** Why a patch was taken out while it played. */
public enum FailureCause {
    NONE("nothing"),
    NOT_A_NUMBER("made what is not a number, again and again"),
    EXCEPTION("failed"),
    OVERRUN("took longer than there was time");

    public final String meaning;

    FailureCause(String meaning) {
        this.meaning = meaning;
    }
}

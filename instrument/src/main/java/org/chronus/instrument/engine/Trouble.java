package org.chronus.instrument.engine;

/** Why a patch was taken out while it played. */
enum Trouble {
    NONE("nothing"),
    NOT_A_NUMBER("made what is not a number, again and again"),
    EXCEPTION("failed"),
    OVERRUN("took longer than there was time");

    final String meaning;

    Trouble(String meaning) {
        this.meaning = meaning;
    }
}

package org.chronus.instrument.assembly;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.midi.command.Command;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.Release;
import org.chronus.midi.command.Selection;
import org.chronus.midi.command.Setting;
import org.junit.jupiter.api.Test;

class ProgramChannelTest {
    private final ProgramChannel channel = new ProgramChannel(0xFDFF);

    private void play(int source, int number) {
        channel.hear(new Gesture.NoteOn(source, number, 60, 1));
    }

    private boolean follows(int source, int number) {
        return channel.follows(new Selection.ProgramChange(source, number, 0, 1));
    }

    @Test void itIsTheLowestThatPlayed() {
        assertTrue(follows(1, 15), "nobody played yet");
        play(1, 9);
        assertTrue(follows(1, 15), "the tenth does not play");
        play(1, 5);
        play(1, 7);
        assertTrue(follows(1, 5) && follows(1, Command.ALL_CHANNELS));
        assertFalse(follows(1, 6));
    }

    @Test void whileNobodyHasPlayedItIsTheLowestThatAsked() {
        assertTrue(follows(1, 2), "the first");
        assertFalse(follows(1, 3), "a song sends one on every channel");
        assertTrue(follows(2, 0));
        play(1, 5);
        assertTrue(follows(1, 5), "who plays counts more");
    }

    @Test void aZoneIsItsManagers() {
        channel.hear(new Setting.MpeZone(1, 15, 5));
        play(1, 12);
        assertTrue(follows(1, 15));
        assertTrue(follows(2, 14), "of a keyboard without zones");
        channel.hear(new Release.ReleaseSource(1));
        play(1, 12);
        assertFalse(follows(1, 15));
    }

    @Test void ofALowerZoneTheManagersAreFollowed() {
        channel.hear(new Setting.MpeZone(1, 0, 15));
        play(1, 9);
        assertTrue(follows(1, 0) && !follows(2, 1));
    }
}

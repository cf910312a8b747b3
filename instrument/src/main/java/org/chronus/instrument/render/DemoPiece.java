package org.chronus.instrument.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.chronus.midi.command.Command;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.Selection;
import org.chronus.midi.song.Song;

/**
 * The piece that {@code chronus demo} plays: eight bars of four chords, each pair of bars on another preset of the factory bank. Every
 * change comes while the last chord is still held, and the held chord rings on under the new sound.
 */
public final class DemoPiece {
    private static final double BEAT = 60 / 88.0;
    private static final int SOURCE = 0, CHANNEL = 0;
    /** Root and chord of each bar. */
    private static final int[][] CHORDS = {
        {45, 57, 60, 64, 67}, {41, 57, 60, 65, 69}, {48, 55, 60, 64, 67}, {43, 55, 59, 62, 69},
        {45, 57, 60, 64, 71}, {41, 57, 60, 65, 67}, {38, 57, 60, 65, 69}, {40, 56, 59, 62, 64}};
    /** What is played over them, in eighths from the start of the bar: pairs of eighth and key. */
    private static final int[][] MELODY = {
        {2, 72, 3, 74, 4, 76, 7, 79}, {1, 77, 3, 76, 4, 72}, {2, 67, 3, 72, 5, 74, 6, 76}, {0, 74, 3, 71, 6, 67},
        {2, 76, 3, 79, 4, 83, 7, 81}, {1, 81, 3, 79, 4, 77, 6, 76}, {0, 74, 2, 77, 4, 81, 6, 84}, {0, 83, 4, 80, 6, 76}};

    private final List<Event> events = new ArrayList<>();
    private final int[] programs;

    private DemoPiece(int[] programs) {
        this.programs = programs;
    }

    /** The piece through these programs of bank 0, two bars each. */
    public static Song of(int... programs) {
        return new DemoPiece(programs).compose();
    }

    private Song compose() {
        int bars = 2 * programs.length;
        for (int bar = 0; bar < bars; bar++) {
            double start = 4 * BEAT * bar;
            if (bar % 2 == 0) {
                // An eighth before the bar, while the chord of the last one is down.
                at(Math.max(0, start - BEAT / 2), new Selection.ProgramChange(SOURCE, CHANNEL, 0, programs[bar / 2]));
            }
            int[] chord = CHORDS[bar % CHORDS.length];
            for (int i = 0; i < chord.length; i++) {
                note(start + 0.012 * i, 3.9 * BEAT, chord[i], i == 0 ? 0.45f : 0.35f);
            }
            int[] melody = MELODY[bar % MELODY.length];
            for (int i = 0; i < melody.length; i += 2) {
                note(start + melody[i] * BEAT / 2, 0.9 * BEAT, melody[i + 1], 0.5f + 0.05f * (i % 5));
            }
            swell(start);
        }
        events.sort(Comparator.comparingLong(Event::nanos));
        return new Song("Demo", events, nanos(4 * BEAT * bars));
    }

    /** The modulation wheel, up and down again over the second half of the bar. */
    private void swell(double start) {
        for (int i = 0; i <= 32; i++) {
            float position = (float) Math.sin(Math.PI * i / 32) * 0.5f;
            at(start + BEAT * (2 + i / 16.0), new Gesture.Controller(SOURCE, CHANNEL, 1, position));
        }
    }

    private void note(double start, double length, int key, float velocity) {
        at(start, new Gesture.NoteOn(SOURCE, CHANNEL, key, velocity));
        at(start + length, new Gesture.NoteOff(SOURCE, CHANNEL, key, 0.5f));
    }

    private void at(double seconds, Command command) {
        events.add(new Event(nanos(seconds), command));
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }
}

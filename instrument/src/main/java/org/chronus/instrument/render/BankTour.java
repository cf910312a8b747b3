package org.chronus.instrument.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.chronus.midi.command.Command;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.Selection;
import org.chronus.midi.song.Song;
import org.chronus.presets.library.ProgramAddress;

/** The piece of {@code chronus demo --bank}: four seconds of each program, on a phrase of its kind, which the first tag of its preset says. */
public final class BankTour {
    /** For how long each program plays. */
    public static final double SECONDS = 4;
    private static final int SOURCE = 0, CHANNEL = 0;
    private static final double EIGHTH = 0.25, BEFORE = 0.05;

    /** What is struck in each eighth, and for how many eighths it is held. */
    private enum Phrase {
        CHORDS(new int[][] {{45, 57, 60, 64}, {}, {}, {72}, {41, 57, 60, 65}, {}, {}, {69}, {48, 55, 64, 67}, {}, {76}, {}, {43, 59, 62, 67}}, 3.5),
        LINE(new int[][] {{69}, {}, {72}, {76}, {}, {74}, {72}, {}, {79}, {}, {}, {76}, {72}, {}}, 1.9),
        BASS(new int[][] {{33}, {}, {33}, {45}, {}, {36}, {38}, {40}, {29}, {}, {29}, {41}, {}, {43}}, 0.9),
        DRUMS(new int[][] {{36, 42}, {42}, {38, 42}, {42}, {36, 42}, {36, 46}, {38}, {42}, {36, 42}, {42}, {38, 42}, {42}, {45}, {49, 36}}, 0.8),
        HANDS(new int[][] {{33, 64}, {67}, {45, 72}, {}, {36, 67}, {72}, {48, 76}, {}, {29, 69}, {72}, {41, 77}, {}, {43, 74}}, 1.6);

        private final int[][] keys;
        private final double eighths;

        Phrase(int[][] keys, double eighths) {
            this.keys = keys;
            this.eighths = eighths;
        }

        static Phrase of(String kind) {
            return switch (kind) {
                case "bass" -> BASS;
                case "lead", "winds" -> LINE;
                case "drums" -> DRUMS;
                case "split" -> HANDS;
                default -> CHORDS;
            };
        }
    }

    /**
     * A program and what it is.
     *
     * @param kind the first tag of its preset; empty if it has none
     */
    public record Stop(ProgramAddress program, String kind) { }

    private final List<Event> events = new ArrayList<>();

    private BankTour() { }

    /** The piece through these programs, in their order. */
    public static Song of(List<Stop> stops) {
        return new BankTour().compose(stops);
    }

    private Song compose(List<Stop> stops) {
        for (int i = 0; i < stops.size(); i++) {
            double start = i * SECONDS;
            ProgramAddress program = stops.get(i).program();
            at(Math.max(0, start - BEFORE), new Selection.ProgramChange(SOURCE, CHANNEL, program.bank(), program.program()));
            play(Phrase.of(stops.get(i).kind()), start);
        }
        events.sort(Comparator.comparingLong(Event::nanos));
        return new Song("Bank", events, nanos(stops.size() * SECONDS));
    }

    private void play(Phrase phrase, double start) {
        for (int eighth = 0; eighth < phrase.keys.length; eighth++) {
            for (int key : phrase.keys[eighth]) {
                double on = start + eighth * EIGHTH, off = Math.min(on + phrase.eighths * EIGHTH, start + SECONDS - BEFORE);
                at(on, new Gesture.NoteOn(SOURCE, CHANNEL, key, eighth % 4 == 0 ? 0.6f : 0.4f));
                at(off, new Gesture.NoteOff(SOURCE, CHANNEL, key, 0.5f));
            }
        }
    }

    private void at(double seconds, Command command) {
        events.add(new Event(nanos(seconds), command));
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }
}

package org.chronus.instrument.rehearsal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.chronus.midi.command.Command;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.decoder.VelocityCurve;
import org.chronus.modules.patch.plan.PatchPlan;
import org.chronus.modules.patch.plan.PatchPlan.PartPlan;
import org.chronus.modules.patch.plan.PatchPlan.VoiceMode;

/**
 * What is played to a patch, made for its parts: music at a firm touch, by which loudness is judged; the ends and the middle of every range,
 * soft and hard; then two hands, as hard as can be, with the pedal. Parts of one channel play together, channels one after another.
 * Immutable; any thread.
 *
 * @param events     in any order; times in seconds
 * @param slowEnd    where the music ends that is held, in seconds
 * @param quickStart where that begins in which every chord is struck three times, quarters at 120 bpm
 * @param musicEnd   where that ends
 * @param touchEnd   where the strokes end that are soft and hard
 * @param end        where the last key and the pedal are let go
 */
record Phrase(List<Timed> events, double slowEnd, double quickStart, double musicEnd, double touchEnd, double end) {
    /** Where the music begins, in seconds. */
    static final double START = 0.1;
    private static final int PEDAL = 64, SOFT = 24, FIRM = 80, STRONG = 100, HARD = 127, MOST_VOICES = 64, QUICK = 3;
    private static final double BAR = 1.5, HELD = 0.95, STROKE = 0.4, REST = 0.5, HANDS = 1.5;
    /** Four chords in the middle of the keyboard; a part with a single voice plays their notes in turn. */
    private static final int[][] CHORDS = {{45, 57, 60, 64}, {41, 57, 60, 65}, {48, 55, 64, 67}, {43, 55, 59, 62}};
    /** Of a drum kit, so many drums are struck at once. */
    private static final int LIMBS = 3;
    private static final int[] TEN_FINGERS = {36, 43, 48, 52, 55, 60, 64, 67, 72, 76};

    /** A command and its time in seconds. */
    record Timed(double at, Command command) { }

    /** Copies the list. */
    Phrase {
        events = List.copyOf(events);
    }

    /** The whole phrase for these parts. */
    static Phrase of(PatchPlan plan) {
        Map<Integer, List<PartPlan>> channels = channels(plan);
        List<Timed> events = new ArrayList<>();
        double at = START;
        for (List<PartPlan> parts : channels.values()) {
            at = music(events, at, parts, 1, BAR);
        }
        double slowEnd = at;
        at += REST;
        double quickStart = at;
        for (List<PartPlan> parts : channels.values()) {
            at = music(events, at, parts, QUICK, BAR / QUICK);
        }
        double musicEnd = at;
        at += REST;
        for (List<PartPlan> parts : channels.values()) {
            at = touch(events, at, parts);
        }
        double touchEnd = at + REST;
        at = touchEnd;
        for (List<PartPlan> parts : channels.values()) {
            at = hands(events, at, parts);
        }
        return new Phrase(events, slowEnd, quickStart, musicEnd, touchEnd, at);
    }

    /**
     * As many notes as there are voices, 64 at most, held all at once: what costs most.
     *
     * @param seconds how long they are held
     */
    static Phrase crowd(PatchPlan plan, double seconds) {
        List<Timed> events = new ArrayList<>();
        int left = MOST_VOICES;
        for (List<PartPlan> parts : channels(plan).values()) {
            for (PartPlan part : parts) {
                int[] keys = Keyboard.keys(part);
                int count = Math.min(left, Math.min(part.voices().count(), keys.length));
                left -= count;
                for (int i = 0; i < count; i++) {
                    note(events, 0, seconds, Keyboard.channel(part), keys[(int) ((i + 0.5) * keys.length / count)], STRONG);
                }
            }
        }
        return new Phrase(events, 0, 0, 0, 0, seconds);
    }

    /** How many keys are struck. */
    int notes() {
        return (int) events.stream().filter(event -> event.command() instanceof Gesture.NoteOn).count();
    }

    /** The parts that can be reached, by the channel on which they are played. */
    private static Map<Integer, List<PartPlan>> channels(PatchPlan plan) {
        return plan.parts().stream().filter(part -> Keyboard.keys(part).length > 0)
                .collect(Collectors.groupingBy(Keyboard::channel, TreeMap::new, Collectors.toList()));
    }

    /** Chords, or their notes in turn where there is a single voice; each so many times in a row, and so long. */
    private static double music(List<Timed> events, double start, List<PartPlan> parts, int times, double beat) {
        int channel = Keyboard.channel(parts.getFirst());
        double at = start;
        int count = 0;
        for (int[] chord : CHORDS) {
            for (int i = 0; i < times; i++) {
                Set<Integer> keys = new LinkedHashSet<>();
                for (PartPlan part : together(parts, count++)) {
                    if (part.voices().mode() == VoiceMode.POLY) {
                        IntStream.of(chord).limit(Keyboard.isKit(parts) ? 1 : chord.length).forEach(key -> keys.add(Keyboard.fold(key, part)));
                    } else {
                        keys.add(Keyboard.fold(chord[i % chord.length], part));
                    }
                }
                notes(events, at, at + HELD * beat, channel, keys, FIRM);
                at += beat;
            }
        }
        return at;
    }

    /** All parts; those of a drum kit in turn, as hands and feet have them. */
    private static List<PartPlan> together(List<PartPlan> parts, int stroke) {
        return Keyboard.isKit(parts) ? IntStream.range(0, LIMBS).mapToObj(i -> parts.get((stroke * LIMBS + i) % parts.size())).toList() : parts;
    }

    private static double touch(List<Timed> events, double start, List<PartPlan> parts) {
        double at = start;
        for (int velocity : new int[] {SOFT, HARD}) {
            for (double place : new double[] {0, 0.5, 1}) {
                for (List<PartPlan> struck : Keyboard.isKit(parts) ? parts.stream().map(List::of).toList() : List.of(parts)) {
                    Set<Integer> keys = new LinkedHashSet<>();
                    for (PartPlan part : struck) {
                        int[] range = Keyboard.keys(part);
                        keys.add(range[(int) Math.round(place * (range.length - 1))]);
                    }
                    notes(events, at, at + HELD * STROKE, Keyboard.channel(parts.getFirst()), keys, velocity);
                    at += STROKE;
                }
            }
        }
        return at;
    }

    private static double hands(List<Timed> events, double start, List<PartPlan> parts) {
        int channel = Keyboard.channel(parts.getFirst());
        Set<Integer> keys = new LinkedHashSet<>();
        for (int finger = 0; finger < (Keyboard.isKit(parts) ? LIMBS : TEN_FINGERS.length); finger++) {
            int key = TEN_FINGERS[finger];
            boolean played = parts.stream().anyMatch(part -> part.keys().has(key));
            keys.add(played ? key : Keyboard.fold(key, parts.get(finger % parts.size())));
        }
        double end = start + HANDS;
        events.add(new Timed(start, new Gesture.Controller(0, channel, PEDAL, 1)));
        notes(events, start, start + HELD * HANDS, channel, keys, HARD);
        events.add(new Timed(end, new Gesture.Controller(0, channel, PEDAL, 0)));
        return end;
    }

    private static void notes(List<Timed> events, double from, double to, int channel, Collection<Integer> keys, int velocity) {
        keys.forEach(key -> note(events, from, to, channel, key, velocity));
    }

    private static void note(List<Timed> events, double from, double to, int channel, int key, int velocity) {
        events.add(new Timed(from, new Gesture.NoteOn(0, channel, key, VelocityCurve.SQUARE.velocity(velocity))));
        events.add(new Timed(to, new Gesture.NoteOff(0, channel, key, Gesture.NoteOff.USUAL_VELOCITY)));
    }
}

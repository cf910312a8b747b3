package org.chronus.instrument;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.library.Bank;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.preset.PresetReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every factory preset feels good, in numbers. The reference voice is left out: it is there to be counted, not to be played. */
class FactoryBankTest {
    private static final String REFERENCE = "reference-voice.yaml";
    private static final int[][] CHORDS = {{45, 57, 60, 64}, {41, 57, 60, 65}, {48, 55, 64, 67}, {43, 55, 59, 62}};
    private static final int[][] TWO_HANDS = {{33, 57, 60, 64}, {45, 57, 60, 64}, {29, 57, 60, 65}, {41, 57, 60, 65},
        {36, 55, 64, 67}, {43, 55, 64, 67}, {31, 55, 59, 62}, {43, 55, 59, 62}};
    private static final int[][] STABS = {{45, 57, 60, 64}, {57, 60, 64}, {45, 57, 60, 64}, {57, 60, 64},
        {41, 57, 60, 65}, {57, 60, 65}, {41, 57, 60, 65}, {57, 60, 65}, {48, 55, 64, 67}, {55, 64, 67}, {48, 55, 64, 67}, {55, 64, 67},
        {43, 55, 59, 62}, {55, 59, 62}, {43, 55, 59, 62}, {55, 59, 62}};
    private static final int[][] BASS_LINE = {{33}, {33}, {45}, {40}, {29}, {29}, {36}, {41}, {36}, {36}, {43}, {48}, {31}, {31}, {38}, {43}};
    private static final int[][] LEAD_LINE = {{69}, {72}, {76}, {79}, {77}, {76}, {72}, {69}, {67}, {72}, {74}, {76}, {74}, {71}, {67}, {62}};

    /** Eighths: kick, snare and hats, then a fill over the toms. */
    private static final int[][] BEAT = {{36, 49}, {42}, {38, 42}, {42}, {36, 42}, {36, 46}, {38, 42}, {42}, {36, 42}, {42, 37}, {38, 42}, {46},
        {36, 39}, {50, 48}, {47, 45}, {36, 41}};

    private record Range(double low, double high) {
        boolean holds(double value) {
            return value >= low && value <= high;
        }
    }

    /**
     * What a player expects of a kind of instrument.
     *
     * @param home     the key on which it is examined
     * @param velocity how much louder v = 127 is than v = 64, in dB
     * @param softest  v = 1 against v = 127, in dB
     * @param tone     how much brighter v = 120 is than v = 40, as a factor of the centroid, at least
     * @param attack   seconds to 3 dB below the peak
     * @param release  seconds to 60 dB below the level at which the key was lifted
     */
    private enum Kind {
        PIANO(57, CHORDS, 1.5, new Range(6, 14), new Range(-36, -14), 1.3, new Range(0.0005, 0.006), new Range(0.08, 0.6)),
        SPLIT(57, TWO_HANDS, 0.75, new Range(6, 14), new Range(-36, -14), 1.3, new Range(0.0005, 0.006), new Range(0.08, 0.6)),
        PLUCK(57, STABS, 0.375, new Range(6, 14), new Range(-36, -14), 1.3, new Range(0.0005, 0.006), new Range(0.08, 0.6)),
        /** A quill plucks with the same force however the key is struck. */
        QUILL(57, STABS, 0.375, new Range(0.5, 3), new Range(-8, -1), 1, new Range(0.0005, 0.006), new Range(0.08, 0.6)),
        BELL(57, TWO_HANDS, 0.75, new Range(6, 14), new Range(-36, -14), 1, new Range(0.0005, 0.006), new Range(0.08, 2)),
        /** A bell that nobody damps, whose pitch is an octave below its strongest partial. */
        CHIME(57, TWO_HANDS, 0.75, new Range(6, 14), new Range(-36, -14), 1, new Range(0.0005, 0.006), new Range(0.3, 4)),
        /** Whatever the key does afterwards, a drum rings as long as it does. Of its pitch nothing is asked. */
        DRUM(38, BEAT, 0.25, new Range(6, 14), new Range(-36, -14), 1.1, new Range(0, 0.006), new Range(0, 9)),
        ORGAN(57, CHORDS, 1.5, new Range(-0.1, 0.1), new Range(-0.1, 0.1), 0, new Range(0, 0.015), new Range(0.008, 0.06)),
        PAD(57, CHORDS, 1.5, new Range(2, 8), new Range(-36, -3), 1, new Range(0.02, 0.6), new Range(0.6, 4)),
        BRASS(57, CHORDS, 1.5, new Range(4, 10), new Range(-36, -6), 1.3, new Range(0.02, 0.08), new Range(0.04, 0.3)),
        WIND(69, LEAD_LINE, 0.375, new Range(4, 10), new Range(-36, -6), 1.2, new Range(0.015, 0.08), new Range(0.04, 0.3)),
        BASS(45, BASS_LINE, 0.375, new Range(4, 10), new Range(-36, -6), 1.3, new Range(0.0005, 0.006), new Range(0.04, 0.3)),
        SYNTH(57, CHORDS, 1.5, new Range(4, 10), new Range(-36, -6), 1.3, new Range(0.0005, 0.015), new Range(0.04, 0.3)),
        LEAD(57, LEAD_LINE, 0.375, new Range(4, 10), new Range(-36, -6), 1.3, new Range(0.0005, 0.015), new Range(0.04, 0.3));

        private final int home;
        private final int[][] phrase;
        private final double beat;
        private final Range velocity;
        private final Range softest;
        private final double tone;
        private final Range attack;
        private final Range release;

        Kind(int home, int[][] phrase, double beat, Range velocity, Range softest, double tone, Range attack, Range release) {
            this.home = home;
            this.phrase = phrase;
            this.beat = beat;
            this.velocity = velocity;
            this.softest = softest;
            this.tone = tone;
            this.attack = attack;
            this.release = release;
        }

        /** The partial by which the pitch is measured. */
        int partial() {
            return this == CHIME ? 2 : 1;
        }
    }

    /** By the first tag of a preset. */
    private static final Map<String, Kind> KINDS = Map.ofEntries(entry("keys", Kind.PIANO), entry("organ", Kind.ORGAN), entry("mallets", Kind.BELL),
            entry("bell", Kind.BELL), entry("guitar", Kind.PLUCK), entry("harp", Kind.PLUCK), entry("koto", Kind.PLUCK), entry("pluck", Kind.PLUCK),
            entry("strings", Kind.PAD), entry("choir", Kind.PAD), entry("pad", Kind.PAD), entry("brass", Kind.BRASS), entry("winds", Kind.WIND),
            entry("bass", Kind.BASS), entry("lead", Kind.LEAD), entry("drums", Kind.DRUM), entry("split", Kind.SPLIT),
            entry("layer", Kind.PIANO));
    /** By name, of those that behave otherwise than their first tag says. */
    private static final Map<String, Kind> OTHERS = Map.of("Clavinet", Kind.PLUCK, "Harpsichord", Kind.QUILL, "Tubular bells", Kind.CHIME,
            "Bass and organ", Kind.ORGAN, "Organ and lead", Kind.ORGAN, "Super lead", Kind.SYNTH, "Init", Kind.SYNTH, "Arpeggio", Kind.LEAD);
    /** All that have a pitch. */
    private static final Predicate<Kind> TUNED = kind -> kind != Kind.DRUM;
    private static final Map<Portrait, Kind> BANK = new LinkedHashMap<>();

    @BeforeAll static void listen() {
        ModuleCatalog catalog = ModuleCatalog.load();
        PresetLibrary library = new PresetLibrary(new PresetReader(catalog), Path.of("/nonexistent"));
        Bank bank = library.factoryBank().value();
        List<String> table = new ArrayList<>(List.of(PortraitTable.heading()));
        bank.programs(0).values().forEach(entry -> {
            if (!entry.presetReference().equals(REFERENCE)) {
                Preset preset = library.load(bank, entry).value();
                Kind kind = OTHERS.getOrDefault(preset.name(), preset.tags().stream().findFirst().map(KINDS::get).orElse(null));
                assertTrue(kind != null, () -> preset.name() + " is of no kind yet: add its first tag to KINDS");
                Portrait portrait = new Portrait(preset, new Audition(library, bank, catalog, preset), kind.home, kind.partial(), kind.phrase,
                        kind.beat);
                BANK.put(portrait, kind);
                table.add(PortraitTable.row(portrait));
            }
        });
        System.out.println(String.join(System.lineSeparator(), table));
    }

    private static void within(String what, ToDoubleFunction<Portrait> measured, double low, double high) {
        within(what, measured, new Range(low, high));
    }

    private static void within(String what, ToDoubleFunction<Portrait> measured, Range range) {
        holds(what, measured, (kind, value) -> range.holds(value));
    }

    private static void holds(String what, ToDoubleFunction<Portrait> measured, BiPredicate<Kind, Double> good) {
        assertAll(BANK.entrySet().stream().map(each -> () -> {
            double value = measured.applyAsDouble(each.getKey());
            assertTrue(good.test(each.getValue(), value), () -> each.getKey().name + ": " + what + " is " + value);
        }));
    }

    @Test void allAreAlikeInLoudness() {
        within("loudness in LUFS", portrait -> portrait.loudness, -21.5, -18.5);
        double[] all = BANK.keySet().stream().mapToDouble(portrait -> portrait.loudness).toArray();
        assertEquals(0, Arrays.stream(all).max().orElseThrow() - Arrays.stream(all).min().orElseThrow(), 3);
    }

    @Test void fourFirmNotesLeaveTheLimiterAlone() {
        within("peak of four notes in dBFS", portrait -> portrait.fourNotes, -40, -1.2);
    }

    @Test void tenHardNotesAreLimitedByThreeDecibelsAtMost() {
        // A drummer strikes four at most.
        holds("peak of ten notes in dBFS", portrait -> portrait.tenNotes, (kind, value) -> kind == Kind.DRUM || value <= 1.8);
    }

    @Test void everyKeySounds() {
        assertAll(BANK.keySet().stream().map(portrait -> () -> {
            for (int i = 0; i < portrait.keys.length; i++) {
                int key = Portrait.LOWEST + i;
                assertTrue(portrait.keys[i] > -50 || !portrait.has(key), () -> portrait.name + " is silent on key " + key);
            }
        }));
    }

    @Test void octavesAreAlikeInLevel() {
        holds("difference of the C of all octaves in dB", Portrait::keyRange, (kind, value) -> !TUNED.test(kind) || value <= 6);
    }

    @Test void isInTune() {
        holds("cents", portrait -> portrait.tuning, (kind, value) -> !TUNED.test(kind) || Math.abs(value) <= 3);
    }

    @Test void bendsExactly() {
        holds("error of a full bend in cents", portrait -> portrait.bendError, (kind, value) -> !TUNED.test(kind) || Math.abs(value) <= 2);
    }

    @Test void speaksAsFastAsItsKind() {
        holds("attack in s", portrait -> portrait.attack, (kind, value) -> kind.attack.holds(value));
        within("first sample after the key in s", portrait -> portrait.firstSound, 0, 0.001);
        within("seconds until it is audible", portrait -> portrait.audible, 0, 0.06);
    }

    @Test void endsAsFastAsItsKind() {
        holds("release in s", portrait -> portrait.release, (kind, value) -> kind.release.holds(value));
    }

    @Test void isSilentEightSecondsAfterTheLastKey() {
        within("rest in dBFS", portrait -> portrait.silence, -300, -100);
        assertAll(BANK.keySet().stream().map(portrait -> () -> assertTrue(portrait.idles, () -> portrait.name + " never rests")));
        within("DC in dBFS", portrait -> portrait.dc, -300, -70);
    }

    @Test void velocityMakesItLouder() {
        holds("v = 127 against v = 64 in dB", Portrait::velocityRange, (kind, value) -> kind.velocity.holds(value));
        holds("v = 1 against v = 127 in dB", Portrait::softest, (kind, value) -> kind.softest.holds(value));
        assertAll(BANK.entrySet().stream().filter(each -> each.getValue() != Kind.ORGAN).map(Map.Entry::getKey).map(portrait -> () -> {
            assertTrue(portrait.levels[0] < portrait.levels[1] && portrait.levels[1] < portrait.levels[2]
                    && portrait.levels[2] < portrait.levels[4], () -> portrait.name + " is not monotone in velocity");
        }));
    }

    @Test void velocityMakesItBrighter() {
        holds("centroid of v = 120 by that of v = 40", Portrait::velocityTone, (kind, value) -> value >= kind.tone);
    }

    @Test void modulationWheelIsHeard() {
        assertAll(BANK.keySet().stream().map(portrait -> () -> {
            boolean vibrato = portrait.wheelVibrato >= portrait.restVibrato + 10 && portrait.wheelVibrato >= 15 && portrait.wheelVibrato <= 50;
            assertTrue(portrait.wheelLevel >= 1 || portrait.wheelCentroid >= 1.2 || portrait.wheelCentroid <= 0.8 || vibrato,
                    () -> portrait.name + " does not answer to the wheel");
        }));
        holds("mean of the pitch under the wheel in cents", portrait -> portrait.wheelPitch,
                (kind, value) -> !TUNED.test(kind) || Math.abs(value) <= 2);
    }

    @Test void brightnessHasRangeAndDoesNotSilence() {
        within("octaves of centroid by controller 74", Portrait::brightnessOctaves, 1.5, 8);
        within("level at 0 in dB", portrait -> portrait.darkest, -30, 10);
        assertAll(BANK.keySet().stream().map(portrait -> () -> {
            for (int i = 1; i < portrait.brightness.length; i++) {
                assertTrue(portrait.brightness[i] > portrait.brightness[i - 1], () -> portrait.name + " is not monotone in brightness");
            }
        }));
    }

    @Test void roomAndChorusAreUsuallyLightAndCanBeTakenAway() {
        for (int i = 0; i < 2; i++) {
            int effect = i;
            within("usual level of effect " + i + " in dB", portrait -> portrait.wet[effect], -24, -12);
            within("highest level of effect " + i + " in dB", portrait -> portrait.wettest[effect], -24, -3);
        }
        assertAll(BANK.keySet().stream().map(portrait -> () -> assertTrue(portrait.canBeDry, () -> portrait.name + " is never exactly dry")));
    }

    @Test void leftAndRightAreInBalance() {
        within("left against right in dB", portrait -> portrait.balance, -0.5, 0.5);
        holds("correlation", portrait -> portrait.correlation,
                (kind, value) -> value <= 1.0001 && value >= 0.2 && (kind != Kind.PIANO && kind != Kind.PAD && kind != Kind.ORGAN || value <= 0.98));
    }
}

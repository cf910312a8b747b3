package org.chronus.instrument;

import static org.chronus.instrument.Audition.frame;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.chronus.instrument.Audition.Take;
import org.chronus.instrument.Repertoire.Player;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every factory preset answers to the finger: step by step in velocity, stroke by stroke when a key is repeated, and when it is let go. */
class FactoryTouchTest {
    /** Ten strokes a second, and each a quarter of A3's period aside: else all would meet the one before them in step, as no hand does. */
    private static final double START = 0.1, NOTE = 0.25, SPACING = 0.28, STROKE = 22.25 / 220, PRESSED = 0.06, HELD = 1, AFTER = 0.05;
    /** From one to the next of those that meet nothing: wheels, and what else turns, stand elsewhere each time. */
    private static final double SINGLE = 0.3517;
    private static final int STROKES = 20, SINGLES = 10, FIRM = 100, AROUND = 7;

    private static List<Touch> bank;

    /** What was measured of one: dB, and steps as factors. */
    private static final class Touch {
        final String name;
        final double[] levels = new double[127];
        final double[] strokes = new double[STROKES];
        final double held, repetitionStep, liftStep;
        /** What is left of a stroke when the next one comes, as a factor. */
        final double rings;

        Touch(Player player) {
            name = player.name();
            int home = player.home();
            Take ladder = player.audition().play(START + 127 * SPACING, score -> {
                score.dry();
                for (int v = 1; v <= 127; v++) {
                    double at = START + (v - 1) * SPACING;
                    score.note(at, at + NOTE, home, v).cut(at + NOTE + 0.01);
                }
            });
            for (int v = 1; v <= 127; v++) {
                double at = START + (v - 1) * SPACING;
                levels[v - 1] = Waves.decibels(Waves.rms(ladder.mono(at, at + NOTE)) + 1e-12);
            }
            if (!player.audition().hearsVelocity(home)) {
                // What differs between two keys is then where a rotor or scanner has come to in the meantime.
                Arrays.fill(levels, levels[0]);
            }
            Take note = player.audition().play(START + STROKES * STROKE, score -> score.dry().note(START, START + HELD, home, FIRM));
            held = level(note.mono(START, START + HELD));
            double lift = START + HELD;
            liftStep = Waves.steepestStep(note.mono(lift, lift + AFTER)) / Waves.steepestStep(note.mono(lift - 2 * AFTER, lift));
            Take stroke = player.audition().play(START + STROKES * STROKE, score -> score.dry().note(START, START + PRESSED, home, FIRM));
            rings = Waves.rms(stroke.mono(START + STROKE, START + 2 * STROKE)) / Waves.rms(stroke.mono(START, START + PRESSED));
            Take repeated = player.audition().play(START + STROKES * STROKE, score -> {
                score.dry();
                for (int i = 0; i < STROKES; i++) {
                    double at = START + i * STROKE;
                    score.note(at, at + PRESSED, home, FIRM);
                }
            });
            for (int i = 0; i < STROKES; i++) {
                double at = START + i * STROKE;
                strokes[i] = Waves.decibels(Waves.rms(repeated.mono(at, at + PRESSED)));
            }
            double alone = SINGLES * SINGLE;
            Take single = player.audition().play(START + alone, score -> {
                score.dry();
                for (int i = 0; i < SINGLES; i++) {
                    double at = START + i * SINGLE;
                    score.note(at, at + PRESSED, home, FIRM).cut(at + SINGLE / 2);
                }
            });
            repetitionStep = Waves.steepestStep(repeated.mono(START, START + STROKES * STROKE))
                    / Math.max(Waves.steepestStep(note.mono(START, lift)), Waves.steepestStep(single.mono(START, START + alone)));
        }

        /** The loudest stroke's length of it. */
        private static double level(float[] wave) {
            int length = frame(PRESSED);
            return IntStream.range(0, wave.length / length)
                    .mapToDouble(i -> Waves.decibels(Waves.rms(Waves.part(wave, i * length, (i + 1) * length)))).max().orElseThrow();
        }

        double steepestVelocity() {
            return IntStream.range(10, 127 - AROUND).mapToDouble(i -> around(i) - around(i - 1)).max().orElseThrow();
        }

        double leastVelocity() {
            return IntStream.range(AROUND + 1, 127 - AROUND).mapToDouble(i -> around(i) - around(i - 1)).min().orElseThrow();
        }

        /** No two strikes are alike, and detuned oscillators beat: what velocity does is heard in the mean of its neighbours. */
        private double around(int i) {
            return Arrays.stream(levels, Math.max(i - AROUND, 0), i + AROUND + 1).average().orElseThrow();
        }

        double pile() {
            return Arrays.stream(strokes).max().orElseThrow() - Math.max(held, strokes[0]);
        }

        /** What rings on adds to the stroke after it, and strokes differ by 2 dB. */
        double mostStep() {
            return Math.max(1.5, 1.3 * (1 + rings));
        }

        /** Two strokes of what goes on ringing are 3 dB more than one, and the second may be the stronger one. */
        double mostPile() {
            return rings > 0.5 ? 4.5 : 3;
        }

        double lost() {
            return Arrays.stream(strokes).min().orElseThrow() - strokes[0];
        }

        @Override public String toString() {
            return name;
        }
    }

    @BeforeAll static void play() {
        bank = Repertoire.all().stream().map(Touch::new).toList();
    }

    /** Two tenths of a decibel softer is what chance and a breathing filter make between two notes. */
    @Test void noStepOfVelocityMakesItSofterOrMuchLouder() {
        Repertoire.hold("least step of velocity in dB", bank, Touch::leastVelocity, value -> value >= -0.2);
        Repertoire.hold("greatest step of velocity above 10 in dB", bank, Touch::steepestVelocity, value -> value <= 1.5);
    }

    /** Detuned oscillators beat, and some strokes fall where they cancel each other: half as loud is not lost. */
    @Test void aKeyRepeatedTenTimesASecondNeitherPilesUpNorLosesAStroke() {
        Repertoire.hold("loudest stroke against a held note in dB", bank, Touch::pile, (touch, value) -> value <= touch.mostPile());
        Repertoire.hold("softest stroke against the first in dB", bank, Touch::lost, value -> value >= -6);
    }

    @Test void repeatingAKeyDoesNotClick() {
        Repertoire.hold("steepest step of repeated notes by that of one", bank, touch -> touch.repetitionStep,
                (touch, value) -> value <= touch.mostStep());
    }

    @Test void lettingGoDoesNotClick() {
        Repertoire.hold("steepest step after letting go by that before", bank, touch -> touch.liftStep, value -> value <= 1.5);
    }
}

package org.chronus.instrument;

import static org.chronus.instrument.Audition.RATE;

import java.util.List;

import org.chronus.instrument.Audition.Take;
import org.chronus.instrument.Repertoire.Player;
import org.chronus.modules.testkit.measure.Spectrum;
import org.chronus.modules.testkit.measure.TruePeak;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every factory preset survives a mono loudspeaker, keeps its bass in the middle, and the master's ceiling holds between the samples. */
class FactoryStereoTest {
    private static final double START = 0.1, NOTE = 1, SECONDS = 4;
    private static final int FIRM = 100, HARD = 127, PEDAL = 64;
    private static final int[][] CHORDS = {{33, 57, 60, 64}, {41, 57, 60, 65}, {36, 55, 64, 67}, {43, 55, 59, 62}};
    private static final int[] TEN = {36, 43, 48, 52, 55, 60, 64, 67, 72, 76};
    private static final double LOWEST = 25, BASS = 150, HIGHEST = 20_000;

    private static List<Stage> bank;

    /** What was measured of one. Of equally loud sides, the power of half their sum and of half their difference tell the correlation. */
    private static final class Stage {
        final String name;
        final double monoLoss, bassCorrelation, truePeak;

        Stage(Player player) {
            name = player.name();
            Take music = player.audition().play(START + SECONDS, score -> {
                for (int i = 0; i < CHORDS.length; i++) {
                    for (int key : CHORDS[i]) {
                        score.note(START + i * NOTE, START + (i + 0.95) * NOTE, key, FIRM);
                    }
                }
            });
            float[] mid = music.mono(START, START + SECONDS), side = music.left(START, START + SECONDS);
            for (int i = 0; i < side.length; i++) {
                side[i] -= mid[i];
            }
            double middle = Math.pow(Waves.rms(mid), 2), sides = Math.pow(Waves.rms(side), 2);
            monoLoss = 10 * Math.log10(middle / (middle + sides));
            double bassMiddle = bass(mid), bassSides = bass(side);
            bassCorrelation = (bassMiddle - bassSides) / (bassMiddle + bassSides);
            Take hard = player.audition().play(START + 1.5, score -> {
                score.move(0, PEDAL, HARD);
                for (int key : TEN) {
                    score.press(START, key, HARD);
                }
            });
            truePeak = Waves.decibels(Math.max(TruePeak.of(hard.left()), TruePeak.of(hard.right())));
        }

        private static double bass(float[] wave) {
            return Math.pow(10, Spectrum.of(wave, RATE).band(LOWEST, BASS) / 10) + 1e-20;
        }

        @Override public String toString() {
            return name;
        }
    }

    @BeforeAll static void play() {
        bank = Repertoire.all().stream().map(Stage::new).toList();
    }

    @Test void aMonoLoudspeakerLosesThreeDecibelsAtMost() {
        Repertoire.hold("sum of both sides in dB", bank, stage -> stage.monoLoss, value -> value >= -3);
    }

    @Test void bassStaysInTheMiddle() {
        Repertoire.hold("correlation below 150 Hz", bank, stage -> stage.bassCorrelation, value -> value >= 0.95);
    }

    @Test void tenHardNotesStayBelowTheCeilingBetweenSamples() {
        Repertoire.hold("true peak of ten hard notes in dBTP", bank, stage -> stage.truePeak, value -> value <= -1);
    }
}

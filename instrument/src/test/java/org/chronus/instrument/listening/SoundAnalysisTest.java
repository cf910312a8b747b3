package org.chronus.instrument.listening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.chronus.modules.testkit.measure.LogBands;
import org.chronus.modules.testkit.measure.Loudness;
import org.chronus.modules.testkit.measure.TruePeak;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoundAnalysisTest {
    private static final int RATE = 48_000, PERIOD = 256;
    private static final LogBands BANDS = new LogBands(SoundAnalysis.LOWEST, SoundAnalysis.HIGHEST, SoundAnalysis.BANDS);

    private final SoundRing ring = new SoundRing();
    private final SoundAnalysis analysis = new SoundAnalysis(ring, RATE, 440);

    /** Plays a piece, in periods of the audio thread. */
    private void play(float[] left, float[] right, int from, int limit) {
        float[] l = new float[PERIOD], r = new float[PERIOD];
        for (int at = from, frames; at < limit; at += frames) {
            frames = Math.min(PERIOD, limit - at);
            System.arraycopy(left, at, l, 0, frames);
            System.arraycopy(right, at, r, 0, frames);
            ring.heard(l, r, frames);
        }
    }

    private SoundView view(float[] left, float[] right) {
        play(left, right, 0, left.length);
        return analysis.look();
    }

    private static int loudest(int[] spectrum) {
        int loudest = 0;
        for (int i = 0; i < spectrum.length; i++) {
            loudest = spectrum[i] > spectrum[loudest] ? i : loudest;
        }
        return loudest;
    }

    @Test void anA4IsCalledThatAndItsBandIsTheLoudest() {
        float[] sine = Waves.sine(440, 0.5, RATE, RATE);
        SoundView view = view(sine, sine);
        SoundView.Pitch pitch = view.pitch().orElseThrow();
        assertEquals("A4", pitch.note());
        assertEquals(0, pitch.cents(), 1);
        assertEquals(440, pitch.hertz(), 0.1);
        assertEquals(-6, view.levels().leftPeak(), 0.1);
        assertEquals(-9, view.levels().rms(), 0.1);
        assertEquals(10, view.wave().millis());
        assertEquals(1, view.wave().scale());
        for (int i = 0; i < RATE; i++) {
            sine[i] *= 0.01f;
        }
        assertEquals(1.0 / 128, view(sine, sine).wave().scale());
    }

    @ParameterizedTest
    @ValueSource(doubles = {32.7, 110, 440, 1_000, 3_520, 15_000})
    void theBandOfATonesFrequencyIsTheLoudestAndHasItsLevel(double hertz) {
        float[] sine = Waves.sine(hertz, 0.5, RATE, RATE), silence = new float[RATE];
        int[] spectrum = view(sine, silence).spectrum();
        int band = loudest(spectrum);
        assertEquals(hertz, BANDS.hertz(band + 0.5), Math.max(3, 0.02 * hertz));
        assertEquals(-9, spectrum[band], 1.5, "half the power of both sides");
        assertTrue(spectrum[BANDS.index(hertz > 5_000 ? hertz / 2 : 4 * hertz)] < -90);
    }

    @Test void namesOfNotesAreThoseOfThePiano() {
        assertEquals("A0", SoundView.Pitch.of(27.5, 440).note());
        assertEquals("C4", SoundView.Pitch.of(261.63, 440).note());
        assertEquals("F#5", SoundView.Pitch.of(740, 440).note());
        assertEquals(-31.8, SoundView.Pitch.of(432, 440).cents(), 0.1);
        assertEquals(0, SoundView.Pitch.of(415, 415).cents(), 1e-9);
        assertEquals("A4", SoundView.Pitch.of(415, 415).note());
        assertEquals("A#4", SoundView.Pitch.of(440, 415).note(), "a concert pitch of today is a semitone above one of the baroque");
    }

    @Test void silenceSaysNothing() {
        SoundView view = view(new float[RATE], new float[RATE]);
        assertTrue(view.pitch().isEmpty());
        assertEquals(-120, view.spectrum()[loudest(view.spectrum())]);
        assertEquals(Double.NEGATIVE_INFINITY, view.levels().leftPeak());
        assertEquals(Double.NEGATIVE_INFINITY, view.levels().rms());
        assertEquals(Double.NEGATIVE_INFINITY, view.levels().integrated());
        for (int point : view.wave().left()) {
            assertEquals(0, point);
        }
    }

    @Test void noiseHasNoPitch() {
        Random random = new Random(1);
        float[] noise = new float[RATE];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) (0.1 * random.nextGaussian());
        }
        assertTrue(view(noise, noise).pitch().isEmpty());
    }

    @Test void loudnessAndTruePeakAreThoseOfTheRehearsal() {
        Random random = new Random(2);
        float[] left = new float[6 * RATE], right = new float[6 * RATE];
        double truePeak = 0;
        for (int i = 0; i < left.length; i++) {
            left[i] = (float) (0.2 * Math.sin(i / 20_000.0) * random.nextGaussian());
            right[i] = (float) (0.3 * Math.sin(i / 9.0) * Math.cos(i / 50_000.0));
        }
        SoundView view = null;
        for (int at = 0; at < left.length; at += RATE / 25) {
            play(left, right, at, at + RATE / 25);
            view = analysis.look();
        }
        truePeak = Math.max(TruePeak.of(left), TruePeak.of(right));
        assertEquals(Loudness.lufs(left, right, RATE), view.levels().integrated(), 1e-6);
        assertEquals(Waves.decibels(truePeak), view.levels().truePeak(), 1e-6);
        analysis.restart();
        assertEquals(Double.NEGATIVE_INFINITY, analysis.look().levels().integrated());
    }

    @Test void theWaveStandsStill() {
        float[] wave = new float[3 * RATE];
        for (int i = 0; i < wave.length; i++) {
            double phase = 2 * Math.PI * 146.83 * i / RATE;
            wave[i] = (float) (0.2 * Math.sin(phase) + 0.3 * Math.sin(3 * phase + 1) + 0.1 * Math.sin(7 * phase));
        }
        int[] before = null;
        for (int at = 0; at < wave.length; at += RATE / 25) {
            play(wave, wave, at, at + RATE / 25);
            int[] now = analysis.look().wave().left();
            if (at > RATE) {
                for (int i = 0; i < now.length; i++) {
                    assertEquals(before[i], now[i], 6, "point " + i + " at " + at);
                }
            }
            before = now;
        }
    }

    @Test void sidesThatCancelEachOtherAreHeardAllTheSame() {
        float[] sine = Waves.sine(220, 0.5, RATE, RATE), opposite = new float[RATE];
        for (int i = 0; i < RATE; i++) {
            opposite[i] = -sine[i];
        }
        SoundView view = view(sine, opposite);
        assertEquals("A3", view.pitch().orElseThrow().note());
        assertEquals(-view.wave().left()[20], view.wave().right()[20], 1);
        assertFalse(view.spectrum()[loudest(view.spectrum())] < -10);
    }

    @Test void whoIsTooSlowMissesTheOldestAndHearsTheNewest() {
        float[] low = Waves.sine(100, 0.5, 4 * RATE, RATE), high = Waves.sine(1_000, 0.5, RATE, RATE);
        play(low, low, 0, low.length);
        assertEquals("B5", view(high, high).pitch().orElseThrow().note());
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 22_050, 44_100, 96_000, 192_000})
    void itGoesForAnyRate(int rate) {
        float[] sine = Waves.sine(440, 0.5, rate / 3, rate);
        SoundRing other = new SoundRing();
        other.heard(sine, sine, sine.length);
        SoundView view = new SoundAnalysis(other, rate, 440).look();
        assertEquals(0, view.pitch().orElseThrow().cents(), 1);
        assertEquals(440, BANDS.hertz(loudest(view.spectrum()) + 0.5), 0.036 * 440);
    }
}

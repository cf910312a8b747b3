package org.chronus.instrument;

import static org.chronus.instrument.Audition.RATE;
import static org.chronus.instrument.Audition.frame;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

import org.chronus.instrument.Audition.Take;
import org.chronus.modules.testkit.measure.Spectrum;
import org.chronus.modules.testkit.measure.Waves;

/**
 * What an instrument is like on one phrase at v = 80: A3 held, the chord A3 C4 E4 held, and six equal strikes of A3.
 *
 * @param partials    of the note 0.4 s after the key, up to 16 kHz, within 60 dB of the strongest
 * @param attackNoise what is above 5 kHz in the first 30 ms, in dB relative to the note's first second
 * @param sway        how far the chord's level goes up and down about its own slow course, in dB (standard deviation)
 * @param width       half the difference of both sides against half their sum, in the chord, in dB
 * @param strikes     the loudest strike against the softest, in dB
 */
record SoundFigures(int partials, double attackNoise, double sway, double width, double strikes) {
    private static final int HOME = 57, VELOCITY = 80, STRIKES = 6;
    private static final int[] CHORD = {57, 60, 64};
    private static final double NOTE = 0.2, CHORD_AT = 4.4, STRIKES_AT = 9, HELD = 3, STROKE = 0.4, APART = 0.6, SECONDS = 13;
    private static final double ATTACK = 0.03, LOW = 50, BRIGHT = 5_000, HIGH = 16_000, OCTAVE_BELOW = 110;
    private static final double WINDOW = 0.05;

    static SoundFigures of(Audition audition) {
        Take take = audition.play(SECONDS, score -> {
            score.note(NOTE, NOTE + HELD, HOME, VELOCITY);
            for (int key : CHORD) {
                score.note(CHORD_AT, CHORD_AT + HELD, key, VELOCITY);
            }
            for (int i = 0; i < STRIKES; i++) {
                score.note(STRIKES_AT + i * APART, STRIKES_AT + i * APART + STROKE, HOME, VELOCITY);
            }
        });
        int partials = Spectrum.of(take.mono(NOTE + 0.4, NOTE + 0.4 + 65_536.5 / RATE), RATE).partials(LOW, HIGH, OCTAVE_BELOW);
        float[] bright = highPass(highPass(take.mono(0, NOTE + ATTACK), 0.5412), 1.3066);
        double attack = Waves.decibels(Waves.rms(Waves.part(bright, frame(NOTE), bright.length)) + 1e-9);
        double note = Waves.decibels(Waves.rms(take.mono(NOTE, NOTE + 1)));
        double from = CHORD_AT + 0.6, to = CHORD_AT + 2.8;
        float[] mid = take.mono(from, to), side = take.left(from, to);
        for (int i = 0; i < side.length; i++) {
            side[i] -= mid[i];
        }
        double[] strikes = IntStream.range(0, STRIKES).mapToDouble(i -> {
            double at = STRIKES_AT + i * APART;
            return level(take, at, at + STROKE);
        }).toArray();
        return new SoundFigures(partials, attack - note, sway(take, from, to), Waves.decibels(Waves.rms(side) / Waves.rms(mid) + 1e-6),
                Arrays.stream(strikes).max().orElseThrow() - Arrays.stream(strikes).min().orElseThrow());
    }

    private static double level(Take take, double from, double to) {
        return 10 * Math.log10(Math.pow(Waves.rms(take.left(from, to)), 2) + Math.pow(Waves.rms(take.right(from, to)), 2) + 1e-20);
    }

    /** About the mean of half a second around it. */
    private static double sway(Take take, double from, double to) {
        double[] levels = IntStream.range(0, (int) ((to - from) / WINDOW * 2) - 1)
                .mapToDouble(i -> level(take, from + i * WINDOW / 2, from + (i + 2) * WINDOW / 2)).toArray();
        int around = 10;
        double sum = IntStream.range(around, levels.length - around)
                .mapToDouble(i -> levels[i] - Arrays.stream(levels, i - around, i + around + 1).average().orElseThrow()).map(x -> x * x).sum();
        return Math.sqrt(sum / (levels.length - 2 * around));
    }

    /** Half of a Butterworth filter of the fourth order (Robert Bristow-Johnson, Cookbook formulae for audio EQ biquad filter coefficients). */
    private static float[] highPass(float[] wave, double quality) {
        double angle = 2 * Math.PI * BRIGHT / RATE, alpha = Math.sin(angle) / (2 * quality), cos = Math.cos(angle), all = 1 + alpha;
        double outer = (1 + cos) / 2 / all, inner = -2 * outer, back1 = 2 * cos / all, back2 = -(1 - alpha) / all, state1 = 0, state2 = 0;
        float[] high = new float[wave.length];
        for (int i = 0; i < wave.length; i++) {
            double out = outer * wave[i] + state1;
            state1 = inner * wave[i] + back1 * out + state2;
            state2 = outer * wave[i] + back2 * out;
            high[i] = (float) out;
        }
        return high;
    }

    /** Ours beside a peer's, as a row of a table. */
    String beside(SoundFigures peer) {
        return String.format(Locale.ROOT, "%d; %d | %.0f; %.0f dB | %.2f; %.2f dB | %.0f; %.0f dB | %.1f; %.1f dB", partials,
                peer.partials, attackNoise, peer.attackNoise, sway, peer.sway, width, peer.width, strikes, peer.strikes);
    }
}

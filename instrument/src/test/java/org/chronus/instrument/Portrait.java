package org.chronus.instrument;

import static org.chronus.instrument.Audition.RATE;
import static org.chronus.instrument.Audition.frame;

import java.util.Arrays;

import org.chronus.instrument.Audition.Score;
import org.chronus.instrument.Audition.Take;
import org.chronus.modules.patch.PatchPlan.ControllerPlan;
import org.chronus.modules.patch.PatchPlan.ModulePlan;
import org.chronus.modules.testkit.Loudness;
import org.chronus.modules.testkit.Spectrum;
import org.chronus.modules.testkit.Waves;
import org.chronus.presets.Preset;

/** All that is measured of one preset: takes are rendered once and shared by every fact. Levels in dB, times in seconds, pitch in cents. */
final class Portrait {
    static final int LOWEST = 36, HIGHEST = 84;
    private static final int FIRM = 100, WHEEL = 1, VOLUME = 7, PEDAL = 64, BRIGHTNESS = 74;
    private static final double START = 0.1, HELD = 2.5, SWIFT = 0.02, WINDOW = 0.01;
    private static final int[] VELOCITIES = {1, 40, 64, 120, 127};
    private static final double VELOCITY_SECONDS = 2.3, KEY_SECONDS = 0.3, OCTAVE_SECONDS = 1.5;
    private static final int[] SENDS = {91, 93};
    private static final int[] POSITIONS = {0, 32, 64, 96, 127};
    private static final double POSITION_SECONDS = 2;
    /** At half of the usual volume the limiter sleeps, and what it would have seen can be told. */
    private static final int LOW_VOLUME = 50;
    private static final double LOW_VOLUME_FACTOR = 4;

    final String name;
    final double loudness, peak, balance, correlation, silence;
    final boolean idles;
    final double firstSound, attack, audible, release, tuning, dc;
    final double[] levels = new double[VELOCITIES.length], centroids = new double[VELOCITIES.length];
    final double wheelLevel, wheelCentroid, wheelVibrato, wheelPitch, restVibrato;
    final double[] keys = new double[HIGHEST - LOWEST + 1];
    final double[] cs = new double[(HIGHEST - LOWEST) / 12 + 1];
    final double[] brightness = new double[POSITIONS.length];
    final double darkest;
    final double fourNotes, tenNotes;
    final double bendError;
    /** Of the controllers 91 and 93: the effect beside the dry sound, in dB, as the preset has it and at the controller's end. */
    final double[] wet = new double[2], wettest = new double[2];
    final boolean canBeDry;

    Portrait(Preset preset, Audition audition, int home, int[][] phrase, double beat) {
        double hertz = 440 * Math.pow(2, (home - 69) / 12.0);
        name = preset.name();
        double end = START + phrase.length * beat;
        Take music = audition.play(end + 8, score -> play(score, phrase, beat));
        float[] left = music.left(START, end), right = music.right(START, end);
        loudness = Loudness.lufs(left, right, RATE);
        peak = Waves.decibels(Math.max(Waves.peak(left), Waves.peak(right)));
        balance = Waves.decibels(Waves.rms(left) / Waves.rms(right));
        correlation = Waves.correlation(left, right);
        silence = Waves.decibels(Waves.rms(music.mono(end + 7.9, end + 8)) + 1e-12);
        idles = music.endsSilent();

        Take note = audition.play(START + HELD + 5, score -> score.dry().note(START, START + HELD, home, FIRM));
        float[] held = note.mono(START, START + HELD);
        firstSound = first(held, 1e-12);
        double[] rms = track(slope(note.mono(START, START + HELD + 5)));
        int lift = (int) (HELD / WINDOW);
        double swift = first(held, Waves.peak(held) * Waves.factor(-3));
        attack = swift < SWIFT ? swift : swell(held, hertz);
        audible = first(held, Waves.peak(held) * Waves.factor(-30));
        release = silentFrom(rms, lift, rms[lift - 2] * 1e-3) * WINDOW;
        dc = Waves.decibels(Math.abs(Waves.mean(note.mono(START + 0.5, START + HELD))) + 1e-12);
        Pitch rest = Pitch.of(note.mono(START + 0.5, START + HELD), hertz);
        tuning = rest.cents();
        restVibrato = rest.swing();

        Take struck = audition.play(START + VELOCITIES.length * VELOCITY_SECONDS, score -> {
            score.dry();
            for (int i = 0; i < VELOCITIES.length; i++) {
                double at = START + i * VELOCITY_SECONDS;
                score.note(at, at + 1.5, home, VELOCITIES[i]).cut(at + VELOCITY_SECONDS - 0.05);
            }
        });
        for (int i = 0; i < VELOCITIES.length; i++) {
            double at = START + i * VELOCITY_SECONDS;
            levels[i] = level(struck, at, at + 1.5);
            centroids[i] = centroid(struck, at + attack, at + attack + 0.7);
        }

        Take wheeled = audition.play(START + HELD, score -> score.dry().move(0, WHEEL, 127).press(START, home, FIRM));
        wheelLevel = Math.max(sway(wheeled) - sway(note), Math.abs(level(wheeled, START, START + HELD) - level(note, START, START + HELD)));
        wheelCentroid = centroid(wheeled, START + attack, START + attack + 0.7) / centroid(note, START + attack, START + attack + 0.7);
        Pitch moved = Pitch.of(wheeled.mono(START + 0.5, START + HELD), hertz);
        wheelVibrato = moved.swing();
        wheelPitch = moved.middle() - rest.middle();

        Take scale = audition.play(START + keys.length * KEY_SECONDS, score -> {
            score.dry();
            for (int i = 0; i < keys.length; i++) {
                double at = START + i * KEY_SECONDS;
                score.note(at, at + KEY_SECONDS - 0.05, LOWEST + i, FIRM).cut(at + KEY_SECONDS - 0.02);
            }
        });
        for (int i = 0; i < keys.length; i++) {
            double at = START + i * KEY_SECONDS;
            keys[i] = Waves.decibels(Waves.rms(scale.mono(at, at + KEY_SECONDS - 0.05)) + 1e-9);
        }

        Take octaves = audition.play(START + cs.length * OCTAVE_SECONDS, score -> {
            score.dry();
            for (int i = 0; i < cs.length; i++) {
                double at = START + i * OCTAVE_SECONDS;
                score.note(at, at + OCTAVE_SECONDS - 0.05, LOWEST + 12 * i, FIRM).cut(at + OCTAVE_SECONDS - 0.02);
            }
        });
        for (int i = 0; i < cs.length; i++) {
            cs[i] = level(octaves, START + i * OCTAVE_SECONDS, START + (i + 1) * OCTAVE_SECONDS - 0.05);
        }

        Take turned = audition.play(START + POSITIONS.length * POSITION_SECONDS, score -> {
            score.dry();
            for (int i = 0; i < POSITIONS.length; i++) {
                double at = START + i * POSITION_SECONDS;
                score.move(at - START, BRIGHTNESS, POSITIONS[i]).note(at, at + 1.5, home, FIRM).cut(at + POSITION_SECONDS - 0.15);
            }
        });
        for (int i = 0; i < POSITIONS.length; i++) {
            double at = START + i * POSITION_SECONDS + attack;
            brightness[i] = centroid(turned, at, at + 0.7);
        }
        darkest = level(turned, START, START + 1.5) - level(note, START, START + 1.5);

        fourNotes = limited(audition, FIRM, 48, 55, 64, 71);
        tenNotes = limited(audition, 127, 36, 43, 48, 52, 55, 60, 64, 67, 72, 76);

        float up = preset.plan().parts().getLast().voices().bendUp();
        Take bent = audition.play(START + HELD, score -> score.dry().bend(0, 1).press(START, home, FIRM));
        bendError = Pitch.of(bent.mono(START + 0.5, START + HELD), hertz * Math.pow(2, up / 12)).cents() - tuning;

        boolean dryAtZero = true;
        Take dry = audition.play(3, score -> chord(score.dry()));
        for (int i = 0; i < SENDS.length; i++) {
            int send = SENDS[i], other = SENDS[1 - i];
            ControllerPlan plan = preset.plan().parts().getFirst().controllers().get(send).getFirst();
            double usual = usual(preset, plan.target());
            wet[i] = beside(dry, audition.play(3, score -> chord(score.move(0, other, 0))), usual);
            wettest[i] = beside(dry, audition.play(3, score -> chord(score.move(0, other, 0).move(0, send, 127))), plan.high());
            dryAtZero &= plan.low() == 0;
        }
        canBeDry = dryAtZero;
    }

    private static void chord(Score score) {
        score.note(START, START + 1.5, 57, FIRM).note(START, START + 1.5, 60, FIRM).note(START, START + 1.5, 64, FIRM);
    }

    /** The value of a port of the mix that no controller has moved. */
    private static double usual(Preset preset, String port) {
        ModulePlan module = preset.plan().mix().modules().stream().filter(each -> port.equals(each.id() + ".mix")).findFirst().orElseThrow();
        return module.values().get("mix");
    }

    /** What an effect adds to {@code 1 - mix} of the dry sound, in dB of that. */
    private static double beside(Take dry, Take both, double mix) {
        double added = 0, kept = 0;
        for (int i = 0; i < dry.left().length; i++) {
            double share = (1 - mix) * dry.left()[i], rest = both.left()[i] - share;
            added += rest * rest;
            kept += share * share;
        }
        return 10 * Math.log10(added / kept + 1e-20);
    }

    /** Each beat a chord, held until the next; 0 is a rest. */
    private static void play(Score score, int[][] phrase, double beat) {
        for (int i = 0; i < phrase.length; i++) {
            for (int key : phrase[i]) {
                score.note(START + i * beat, START + (i + 0.95) * beat, key, 80);
            }
        }
    }

    /** The peak that would have come to the limiter, in dBFS. */
    private static double limited(Audition audition, int velocity, int... chord) {
        Take take = audition.play(3, score -> {
            score.move(0, VOLUME, LOW_VOLUME).move(0, PEDAL, 127);
            for (int key : chord) {
                score.note(START, START + 1, key, velocity);
            }
        });
        return Waves.decibels(Math.max(Waves.peak(take.left()), Waves.peak(take.right())) * LOW_VOLUME_FACTOR);
    }

    /** The loudest tenth of a second, in dBFS. */
    private static double level(Take take, double from, double to) {
        double[] rms = track(take.mono(from, to));
        double most = 0;
        for (int i = 9; i < rms.length; i++) {
            double sum = 0;
            for (int j = i - 9; j <= i; j++) {
                sum += rms[j] * rms[j];
            }
            most = Math.max(most, sum / 10);
        }
        return 10 * Math.log10(most + 1e-20);
    }

    /** How far the left side's level goes up and down within half a second, once the note stands. */
    private static double sway(Take take) {
        double[] rms = track(take.left(START + 1, START + 1.5));
        return Waves.decibels(Arrays.stream(rms).max().orElseThrow() / Arrays.stream(rms).min().orElseThrow());
    }

    private static double centroid(Take take, double from, double to) {
        return Spectrum.of(take.mono(from, to), RATE).centroid();
    }

    /** What remains when the slow settling of the master's DC filter is taken away, which nobody hears. */
    private static float[] slope(float[] wave) {
        float[] slope = new float[wave.length];
        for (int i = 1; i < wave.length; i++) {
            slope[i] = wave[i] - wave[i - 1];
        }
        return slope;
    }

    private static double[] track(float[] wave) {
        int hop = frame(WINDOW);
        double[] rms = new double[wave.length / hop];
        for (int i = 0; i < rms.length; i++) {
            rms[i] = Waves.rms(Waves.part(wave, i * hop, (i + 1) * hop));
        }
        return rms;
    }

    private static double first(float[] wave, double level) {
        for (int i = 0; i < wave.length; i++) {
            if (Math.abs(wave[i]) >= level) {
                return (double) i / RATE;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** When the level, over two periods, is 3 dB below its highest. */
    private static double swell(float[] wave, double hertz) {
        int length = (int) Math.round(2 * RATE / hertz), hop = RATE / 1000;
        double[] rms = new double[(wave.length - length) / hop];
        for (int i = 0; i < rms.length; i++) {
            rms[i] = Waves.rms(Waves.part(wave, i * hop, i * hop + length));
        }
        double level = Arrays.stream(rms).max().orElseThrow() * Waves.factor(-3);
        int i = 0;
        while (rms[i] < level) {
            i++;
        }
        return (i * hop + length / 2.0) / RATE;
    }

    /** How many windows after {@code from} it stays below a level. */
    private static int silentFrom(double[] track, int from, double level) {
        int last = track.length;
        while (last > from && track[last - 1] < level) {
            last--;
        }
        return last - from;
    }

    /**
     * The pitch of the partial nearest to a frequency, against it: how the phase turns of what is left when the wave is moved down by it.
     *
     * @param cents mean, weighted by power
     * @param middle mean over time
     * @param swing half of the way between the highest and the lowest
     */
    record Pitch(double cents, double middle, double swing) {
        private static final double HOP = 0.01, AUDIBLE = 0.06;
        private static final int HOPS = 4;

        static Pitch of(float[] wave, double hertz) {
            int hop = frame(HOP), count = wave.length / hop - HOPS;
            double[] cosine = new double[count], sine = new double[count];
            for (int i = 0; i < count; i++) {
                int length = HOPS * hop;
                for (int j = 0; j < length; j++) {
                    double weight = 1 - Math.cos(2 * Math.PI * (j + 0.5) / length), angle = 2 * Math.PI * hertz * (i * hop + j) / RATE;
                    cosine[i] += weight * wave[i * hop + j] * Math.cos(angle);
                    sine[i] -= weight * wave[i * hop + j] * Math.sin(angle);
                }
            }
            double most = 0;
            for (int i = 0; i < count; i++) {
                most = Math.max(most, Math.hypot(cosine[i], sine[i]));
            }
            double real = 0, imaginary = 0, sum = 0, high = -1e9, low = 1e9;
            int steps = 0;
            for (int i = 1; i < count; i++) {
                double re = cosine[i] * cosine[i - 1] + sine[i] * sine[i - 1], im = sine[i] * cosine[i - 1] - cosine[i] * sine[i - 1];
                real += re;
                imaginary += im;
                // Where detuned oscillators cancel each other, the phase of what is left means nothing.
                if (Math.hypot(re, im) > most * most * AUDIBLE) {
                    double cents = cents(re, im, hertz);
                    high = Math.max(high, cents);
                    low = Math.min(low, cents);
                    sum += cents;
                    steps++;
                }
            }
            return new Pitch(cents(real, imaginary, hertz), sum / steps, (high - low) / 2);
        }

        private static double cents(double real, double imaginary, double hertz) {
            return 1200 * Math.log(1 + Math.atan2(imaginary, real) / (2 * Math.PI * HOP) / hertz) / Math.log(2);
        }
    }

    /** Difference in level between the hardest stroke and one in the middle. */
    double velocityRange() {
        return levels[4] - levels[2];
    }

    double softest() {
        return levels[0] - levels[4];
    }

    double velocityTone() {
        return centroids[3] / centroids[1];
    }

    /** Of the C of every octave. */
    double keyRange() {
        return Arrays.stream(cs).max().orElseThrow() - Arrays.stream(cs).min().orElseThrow();
    }

    double brightnessOctaves() {
        return Math.log(brightness[POSITIONS.length - 1] / brightness[0]) / Math.log(2);
    }

    static String heading() {
        return String.format("%-16s %6s %6s %7s %7s %6s %6s %6s %5s %6s %6s %6s %6s %6s %6s %6s %6s %6s %6s %6s %6s %6s %6s %6s %6s %6s %7s",
                "preset", "LUFS", "peak", "att ms", "rel ms", "127/64", "v1", "tone", "keys", "tune", "bend", "whl dB", "whl x", "whl ct",
                "mean", "74 oct", "74 lo", "4x100", "10x127", "corr", "bal", "dc", "91", "91max", "93", "93max", "silent");
    }

    @Override public String toString() {
        return String.format("%-16s %6.1f %6.1f %7.1f %7.0f %6.1f %6.1f %6.2f %5.1f %6.2f %6.2f %6.1f %6.2f %6.1f %6.2f %6.2f %6.1f %6.1f %6.1f "
                + "%6.2f %6.2f %6.0f %6.1f %6.1f %6.1f %6.1f %6.0f%s", name, loudness, peak, attack * 1e3, release * 1e3, velocityRange(), softest(), velocityTone(), keyRange(),
                tuning, bendError, wheelLevel, wheelCentroid, wheelVibrato, wheelPitch, brightnessOctaves(), darkest, fourNotes, tenNotes,
                correlation, balance, dc, wet[0], wettest[0], wet[1], wettest[1], silence, idles ? "." : "!");
    }
}

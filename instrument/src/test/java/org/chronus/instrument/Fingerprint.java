package org.chronus.instrument;

import static org.chronus.instrument.Audition.RATE;
import static org.chronus.instrument.Audition.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.chronus.instrument.Audition.Take;
import org.chronus.modules.testkit.measure.Loudness;
import org.chronus.modules.testkit.measure.Spectrum;
import org.chronus.modules.testkit.measure.Waves;

/**
 * How a preset sounds, as text that can be read and compared: level, tuning and width of a phrase, and its thirds of an octave over time, a
 * letter for 3 dB.
 *
 * @param loudness in LUFS
 * @param cents    of the first note's partial nearest to 220 Hz
 * @param width    the sides against the middle, in dB
 * @param rows     one for each twentieth of a second, with a letter for each third of an octave from 50 Hz to 16 kHz
 */
record Fingerprint(double loudness, double cents, double width, List<String> rows) {
    private static final double SECONDS = 4, START = 0.05, HOP = 0.05, SPAN = 0.17, LOWEST_HERTZ = 50, SOFTEST = -90, DECIBELS = 3;
    private static final int BANDS = 26, LETTERS = 26;
    private static final double MOST_LOUDER = 0.3, MOST_CENTS = 2, MOST_WIDER = 1.5;
    private static final String SILENT = ".", LEGEND = "thirds of an octave from 50 Hz, 50 ms a row, 3 dB a letter: A is -90 dB, Z is -15 dB or more";

    /** A low note, a chord, a high and a soft one, and what drums are on. */
    static Fingerprint of(Audition audition) {
        Take take = audition.play(START + SECONDS, score -> score.note(START, 1.05, 57, 100)
                .note(1.2, 2.3, 60, 75).note(1.2, 2.3, 64, 75).note(1.2, 2.3, 67, 75)
                .note(2.4, 2.8, 84, 90).note(2.8, 3.3, 48, 40).note(3.3, 3.5, 36, 100).note(3.5, 3.6, 38, 100).note(3.6, 3.7, 42, 100));
        float[] mid = take.mono(0, START + SECONDS), side = take.left(0, START + SECONDS);
        for (int i = 0; i < side.length; i++) {
            side[i] -= mid[i];
        }
        List<String> rows = new ArrayList<>();
        for (double at = START; at + SPAN <= START + SECONDS; at += HOP) {
            rows.add(row(Spectrum.of(take.mono(at, at + SPAN), RATE)));
        }
        return new Fingerprint(Loudness.lufs(take.left(), take.right(), RATE), Pitch.of(take.mono(0.3, 1), 220).cents(),
                Waves.decibels((Waves.rms(side) + 1e-9) / (Waves.rms(mid) + 1e-9)), rows);
    }

    private static String row(Spectrum spectrum) {
        StringBuilder row = new StringBuilder();
        for (int band = 0; band < BANDS; band++) {
            double middle = LOWEST_HERTZ * Math.pow(2, band / 3.0);
            double level = spectrum.band(middle * Math.pow(2, -1 / 6.0), middle * Math.pow(2, 1 / 6.0));
            int letter = (int) Math.floor((level - SOFTEST) / DECIBELS);
            row.append(letter < 0 ? SILENT : String.valueOf((char) ('A' + Math.min(letter, LETTERS - 1))));
        }
        return row.toString();
    }

    String text() {
        return String.format(Locale.ROOT, "loudness %.1f LUFS%ntuning %.1f ct%nwidth %.1f dB%n%s%n%s%n", loudness, cents, width, LEGEND,
                String.join("\n", rows));
    }

    static Fingerprint read(List<String> lines) {
        return new Fingerprint(number(lines.get(0)), number(lines.get(1)), number(lines.get(2)), lines.subList(4, lines.size()));
    }

    private static double number(String line) {
        return Double.parseDouble(line.split(" ")[1]);
    }

    /** What is not as it was; within a letter, and where nothing is heard, all is. */
    List<String> differencesFrom(Fingerprint kept) {
        List<String> found = new ArrayList<>();
        differs(found, "loudness", loudness, kept.loudness, MOST_LOUDER);
        differs(found, "tuning", cents, kept.cents, MOST_CENTS);
        differs(found, "width", width, kept.width, MOST_WIDER);
        if (rows.size() != kept.rows.size()) {
            found.add(rows.size() + " rows instead of " + kept.rows.size());
            return found;
        }
        for (int i = 0; i < rows.size(); i++) {
            for (int band = 0; band < BANDS; band++) {
                if (Math.abs(level(rows.get(i), band) - level(kept.rows.get(i), band)) > 1) {
                    found.add(String.format(Locale.ROOT, "after %.2f s: %s instead of %s", i * HOP, rows.get(i), kept.rows.get(i)));
                    break;
                }
            }
        }
        return found;
    }

    /** Below -66 dB it is the rounding of a tail. */
    private static int level(String row, int band) {
        return Math.max(row.charAt(band), 'I');
    }

    private static void differs(List<String> found, String what, double now, double before, double most) {
        if (Math.abs(now - before) > most) {
            found.add(String.format(Locale.ROOT, "%s %.1f instead of %.1f", what, now, before));
        }
    }
}

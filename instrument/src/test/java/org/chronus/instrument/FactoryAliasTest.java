package org.chronus.instrument;

import static org.chronus.instrument.Audition.RATE;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.chronus.instrument.Repertoire.Player;
import org.chronus.modules.testkit.measure.Spectrum;
import org.junit.jupiter.api.Test;

/** No factory preset makes aliases that are heard, at its usual brightness and at its brightest, struck as hard as can be. */
class FactoryAliasTest {
    private static final int[] KEYS = {60, 72, 84, 96, 103, 108}, BRIGHTNESS = {64, 127};
    private static final int BRIGHTNESS_CONTROLLER = 74, HARDEST = 127, A4 = 69, HIGHEST = 108;
    /** What basses and guitars are played on; the highest key of a harpsichord and a clavinet, about. */
    private static final int OF_BASSES = 96, OF_OLD_KEYS = 84;
    /** Higher strings of a piano are so stiff that their partials are nowhere near harmonics, and not the same at any rate. */
    private static final int OF_PIANOS = 84;
    private static final double START = 0.1, SECONDS = 0.5, LIMIT = 15_000;

    private record Heard(String name, double alias) {
        @Override public String toString() {
            return name;
        }
    }

    private static Heard hear(Player player) {
        return new Heard(player.name(), Arrays.stream(KEYS).filter(key -> key <= highest(player.name())).boxed()
                .flatMapToDouble(key -> Arrays.stream(BRIGHTNESS).mapToDouble(brightness -> alias(player, key, brightness))).max().orElseThrow());
    }

    private static int highest(String name) {
        return name.endsWith("bass") || name.endsWith("guitar") ? OF_BASSES : name.matches("Harpsichord|Clavinet") ? OF_OLD_KEYS
                : name.matches("Grand piano|Upright piano|Piano and strings") ? OF_PIANOS : HIGHEST;
    }

    /** The same at twice the sample rate has its aliases elsewhere. */
    private static double alias(Player player, int key, int brightness) {
        return spectrum(player, key, brightness, RATE).loudestAlias(spectrum(player, key, brightness, 2 * RATE),
                440 * Math.pow(2, (key - A4) / 12.0), LIMIT);
    }

    private static Spectrum spectrum(Player player, int key, int brightness, int rate) {
        Audition.Take take = player.audition().play(rate, SECONDS,
                score -> score.dry().move(0, BRIGHTNESS_CONTROLLER, brightness).press(START, key, HARDEST));
        float[] mono = take.left().clone();
        IntStream.range(0, mono.length).forEach(i -> mono[i] = (mono[i] + take.right()[i]) / 2);
        return Spectrum.of(mono, rate);
    }

    @Test void aliasesAreSixtyDecibelsBelowTheStrongestPartialAtLeast() {
        List<Heard> bank = Repertoire.all().stream().filter(player -> !player.name().equals("Drum kit")).map(FactoryAliasTest::hear).toList();
        Repertoire.hold("loudest alias in dB", bank, Heard::alias, value -> value <= -60);
    }
}

package org.chronus.modules.envelopes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdsrEnvelopeTest {
    private static final double RATE = 48_000;

    /** With gates that open and close in some lane every few frames, which the rules' are and players' are not. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(AdsrEnvelope::new).costing(30).check();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.01, 0.1, 1, 10})
    void attackIsTheTimeFromZeroToThePeak(double seconds) {
        float[] level = Rig.of(new AdsrEnvelope()).set("gate", 1).set("attack", seconds).render(frames(seconds));
        assertEquals(seconds * RATE, Waves.firstAtLeast(level, 1) + 1, within(seconds));
        assertEquals(0.5, level[(int) (seconds * RATE / 2)], 0.03);
        assertEquals(1, Waves.peak(level), 1e-6);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.01, 0.1, 1, 10})
    void decayIsTheTimeToSixtyDecibelsFromSustain(double seconds) {
        float[] level = Rig.of(new AdsrEnvelope()).set("gate", 1).set("attack", 0).set("decay", seconds).set("sustain", 0.5)
                .render(frames(seconds));
        int peak = Waves.firstAtLeast(level, 1), end = peak;
        while (level[end] - 0.5 > 0.5e-3) {
            end++;
        }
        assertEquals(seconds * RATE, end - peak, within(seconds));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.01, 0.1, 1, 10})
    void releaseIsTheTimeToSixtyDecibelsBelow(double seconds) {
        int held = 480;
        float[] level = Rig.of(new AdsrEnvelope()).set("gate", time -> time < held / RATE ? 1 : 0).set("attack", 0).set("release", seconds)
                .render(held + frames(seconds));
        int end = held;
        while (level[end] > 1e-3) {
            end++;
        }
        assertEquals(seconds * RATE, end - held + 1, within(seconds));
    }

    @Tag("L16")
    @ParameterizedTest
    @ValueSource(doubles = {0.005, 0.02, 0.08, 0.3, 0.42, 0.55})
    void retriggerInAnyStageNeverStepsMoreThanTheAttack(double seconds) {
        double attack = 0.02;
        float[] level = Rig.of(new AdsrEnvelope()).set("gate", time -> isOpen(time, seconds) ? 1 : 0)
                .set("attack", attack).set("decay", 0.3).set("sustain", 0.4).set("release", 0.3).render(48_000);
        double steepest = 0;
        for (int i = 1; i < level.length; i++) {
            steepest = Math.max(steepest, level[i] - level[i - 1]);
        }
        assertTrue(steepest <= 1.001 / (attack * RATE), "rises by " + steepest);
    }

    @Test void sustainHoldsExactly() {
        float[] level = Rig.of(new AdsrEnvelope()).set("gate", 1).set("decay", 0.05).set("sustain", 0.3).render(48_000);
        assertEquals(0.3f, level[47_999]);
    }

    @Test void aNewSustainIsReachedInTheDecayTime() {
        float[] level = Rig.of(new AdsrEnvelope()).set("gate", 1).set("decay", 0.1)
                .set("sustain", time -> time < 0.5 ? 0.8 : 0.2).render(48_000);
        assertTrue(Waves.steepestStep(Waves.part(level, 20_000, 48_000)) < 0.6 * 7 / 4_800);
        assertEquals(0.2, level[24_000 + 4_800 + 64], 0.0007);
    }

    @Test void endsInSilence() {
        float[] level = Rig.of(new AdsrEnvelope()).set("gate", time -> time < 0.1 ? 1 : 0).set("release", 0.05).render(48_000);
        assertEquals(0, level[47_999]);
    }

    /** Held for 0.4 s or until the second note; let go for a millisecond at least before that. */
    private static boolean isOpen(double time, double second) {
        return time < Math.min(0.4, second) || time > Math.max(0.4, second) + 0.001;
    }

    private static int frames(double seconds) {
        return (int) (seconds * RATE * 1.1) + 100;
    }

    /** Two per cent; a short time is a whole number of frames all the same. */
    private static double within(double seconds) {
        return Math.max(1, 0.02 * seconds * RATE);
    }
}

package org.chronus.modules.effects.modulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.modules.effects.Sounds;
import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Spectrum;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;

class EnsembleTest {
    private static final int RATE = 48_000;

    /** Three lines a side, which read at a place of their own in every frame. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(Ensemble::new).inMix().costing(200).check();
    }

    @Test void dryIsExactlyDry() {
        float[] signal = Waves.sine(440, 0.7, 4_800, RATE);
        assertArrayEquals(signal, Rig.of(new Ensemble()).inMix().set("in", signal).set("mix", 0).render(4_800));
    }

    @Test void isWiderThanTheChorus() {
        float[] noise = Sounds.soft(5 * RATE);
        Rig rig = Rig.of(new Ensemble()).inMix().set("in", noise), chorus = Rig.of(new Chorus()).inMix().set("in", noise);
        float[] left = rig.render("out", 0, 5 * RATE), right = rig.render("out", 1, 5 * RATE);
        double side = Sounds.side(left, right), chorusSide = Sounds.side(chorus.render("out", 0, 5 * RATE), chorus.render("out", 1, 5 * RATE));
        assertTrue(side > chorusSide + 5, "side " + side + " against " + chorusSide);
        assertTrue(side > -6 && Sounds.monoLoss(left, right) < 3, "side " + side + ", mono loses " + Sounds.monoLoss(left, right));
        assertEquals(0, Waves.decibels(Waves.rms(left) / Waves.rms(right)), 0.7);
        assertEquals(0, Waves.decibels(Waves.rms(left) / Waves.rms(noise)), 1.5);
    }

    @Test void theLowsStayInTheMiddle() {
        float[] low = Waves.sine(80, 0.5, 5 * RATE, RATE);
        Rig rig = Rig.of(new Ensemble()).inMix().set("in", low);
        assertTrue(Waves.correlation(rig.render("out", 0, 5 * RATE), rig.render("out", 1, 5 * RATE)) > 0.95);
    }

    @Test void makesOneToneMany() {
        float[] heard = Rig.of(new Ensemble()).inMix().set("in", Waves.sine(880, 0.5, 12 * RATE, RATE)).render(12 * RATE);
        Spectrum spectrum = Spectrum.of(heard, RATE);
        double inside = spectrum.band(878.9, 881.1), around = spectrum.band(850, 910);
        assertTrue(around - inside > 1, "the modulation has " + (around - inside) + " dB");
    }

    @Test void movesSlowlyAndTenTimesAsFast() {
        float[] heard = Rig.of(new Ensemble()).inMix().set("in", Waves.sine(300, 0.5, 12 * RATE, RATE)).set("depth", 0.3).render(12 * RATE);
        Spectrum spectrum = Spectrum.of(heard, RATE);
        assertTrue(spectrum.band(305.5, 306.5) - spectrum.band(304, 304.5) > 10);
    }
}

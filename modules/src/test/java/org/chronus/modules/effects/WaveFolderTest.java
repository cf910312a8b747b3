package org.chronus.modules.effects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Spectrum;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;

class WaveFolderTest {
    private static final int RATE = 48_000;

    /** Three sines of polynomials, at twice the rate. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(WaveFolder::new).costing(60).check();
    }

    @Test void leavesTheFaintAlone() {
        Rig rig = Rig.of(new WaveFolder()).set("fold", 0.1);
        assertEquals(Math.PI / 20, rig.gainAt(1_000), 0.002);
        assertEquals(0, Waves.decibels(rig.gainAt(10_000) / rig.gainAt(1_000)), 0.5);
    }

    /** sin(z sin t) has the odd harmonics J1(z), J3(z) ...: z = pi at 2, where the third is 0.3331 and the first 0.2846, each twice. */
    @Test void harmonicsAreBesselFunctions() {
        Spectrum spectrum = Spectrum.of(Rig.of(new WaveFolder()).set("in", Waves.sine(100, 1, 4 * RATE, RATE)).render(4 * RATE), RATE);
        assertEquals(2 * 0.2846, spectrum.amplitudeNear(100), 0.003);
        assertEquals(2 * 0.3331, spectrum.amplitudeNear(300), 0.003);
        assertTrue(spectrum.amplitudeNear(200) < 1e-5);
    }

    @Test void biasMakesEvenHarmonicsAndNoDirectCurrent() {
        float[] heard = Rig.of(new WaveFolder()).set("in", Waves.sine(100, 1, 4 * RATE, RATE)).set("bias", 0.5).render(4 * RATE);
        assertTrue(Spectrum.of(heard, RATE).amplitudeNear(200) > 0.2);
        assertEquals(0, Waves.mean(Waves.part(heard, 2 * RATE, 4 * RATE)), 1e-4);
    }

    @Test void silenceStaysSilentWithBias() {
        assertEquals(0, Waves.peak(Rig.of(new WaveFolder()).set("bias", 0.7).render(RATE)));
    }

    @Test void aliasesAreWeak() {
        double hertz = 2_489;
        float[] heard = Rig.of(new WaveFolder()).set("in", Waves.sine(hertz, 1, 4 * RATE, RATE)).set("fold", 8).render(4 * RATE);
        double alias = Spectrum.of(heard, RATE).loudestAlias(hertz, 20_000);
        assertTrue(alias < -70, "alias " + alias);
    }
}

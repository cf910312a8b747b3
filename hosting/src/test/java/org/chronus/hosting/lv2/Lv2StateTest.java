package org.chronus.hosting.lv2;

import static org.chronus.hosting.lv2.Lv2Rig.RATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;

import org.chronus.hosting.HostedPlugin;
import org.chronus.hosting.PluginException;
import org.chronus.hosting.PluginInfo;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;

/** States that are more than parameters: files that a worker loads, whole sounds in a preset. */
class Lv2StateTest {
    @Test void aSampleOfThePluginsOwnStateIsLoadedByItsWorkerBeforeTheFirstNote() throws PluginException {
        PluginInfo info = Lv2Rig.installed("eg-sampler.lv2", "http://lv2plug.in/plugins/eg-sampler", "lv2-examples");
        HostedPlugin sampler = Lv2Rig.open(info);
        for (int i = 0; i < 2; i++) {
            sampler.noteOn(21, 0, 60, 0, 1);
            float[] wave = Lv2Rig.play(sampler, 0, 20);
            assertEquals(0, Waves.peak(Waves.part(wave, 0, 21)));
            assertTrue(Waves.peak(wave) > 0.1);
            Lv2Rig.reset(sampler);
        }
        Lv2Rig.close(sampler);
    }

    @Test void aPresetThatIsAWholeSoundIsFoundAmongAThousandInABundleOfTheirOwn() throws PluginException {
        PluginInfo info = Lv2Rig.installed("ZynAddSubFX.lv2", "http://zynaddsubfx.sourceforge.net", "zynaddsubfx-lv2");
        assertTrue(info.presets().size() > 1_000);
        assertEquals(info.presets().size(), new HashSet<>(info.presets()).size());
        HostedPlugin usual = Lv2Rig.open(info), bass = Lv2Rig.preset(info, "Bass: 0001-Bass 1.xiz");
        usual.noteOn(0, 0, 36, 0, 0.8f);
        bass.noteOn(0, 0, 36, 0, 0.8f);
        float[] one = Lv2Rig.play(usual, 0, 400), other = Lv2Rig.play(bass, 0, 400);
        assertTrue(Waves.peak(one) > 1e-3 && Waves.peak(other) > 1e-3);
        assertTrue(Waves.correlation(one, other) < 0.9);
        assertTrue(Waves.amplitudeAt(65.4, other, RATE) + Waves.amplitudeAt(130.8, other, RATE) > 1e-3);
        Lv2Rig.close(usual);
        Lv2Rig.close(bass);
    }
}

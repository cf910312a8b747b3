package org.chronus.hosting.clap;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.chronus.hosting.PluginInfo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Effects of other people: those of Debian's package zam-plugins, as many as are installed. */
class ClapEffectsTest {
    private static final int SECONDS = 10;
    private static final List<PluginInfo> ALL = new ArrayList<>();

    @BeforeAll static void scan() throws Exception {
        for (Path file : new ClapFormat().bundles()) {
            if (file.startsWith("/usr/lib/clap") && file.getFileName().toString().startsWith("Za")) {
                ALL.addAll(TestPlugins.scan(file));
            }
        }
        assumeFalse(ALL.isEmpty(), "no effects in /usr/lib/clap: install zam-plugins to run these tests");
    }

    private static float wave(long frame, double pitch) {
        return (float) (0.3 * Math.sin(2 * Math.PI * pitch * frame / ClapRig.RATE));
    }

    @Test void eachPlaysTenSecondsAndWhatItPlaysIsNumbers() throws Exception {
        List<String> silent = new ArrayList<>();
        for (PluginInfo plugin : ALL) {
            assertEquals("", plugin.refusal());
            if (!plays(plugin)) {
                silent.add(plugin.name());
            }
        }
        assertEquals(List.of(), silent, "each passes something on");
    }

    private static boolean plays(PluginInfo plugin) throws Exception {
        int inputs = plugin.audioInputs().size(), outputs = plugin.audioOutputs().size();
        boolean heard = false;
        try (ClapRig rig = new ClapRig(plugin)) {
            for (long frame = 0; frame < SECONDS * (long) ClapRig.RATE; frame += 64) {
                for (int channel = 0; channel < inputs; channel++) {
                    for (int i = 0; i < 64; i++) {
                        rig.plugin.input(channel).setAtIndex(JAVA_FLOAT, i, wave(frame + i, 220 + 110 * channel));
                    }
                }
                assertTrue(rig.plugin.run(64), plugin.name());
                for (int channel = 0; channel < outputs; channel++) {
                    for (int i = 0; i < 64; i++) {
                        float sample = rig.plugin.output(channel).getAtIndex(JAVA_FLOAT, i);
                        assertTrue(Float.isFinite(sample), plugin.name());
                        heard |= Math.abs(sample) > 0.001f;
                    }
                }
            }
        }
        return heard;
    }

    @Test void eachHasItsParametersBackAfterAReset() throws Exception {
        // Most of them save no state: their parameters alone are put back.
        for (PluginInfo plugin : ALL) {
            assertFalse(plugin.isInstrument(), plugin.name());
            try (ClapRig rig = new ClapRig(plugin)) {
                float[] first = new float[plugin.parameters().size()];
                for (int i = 0; i < first.length; i++) {
                    first[i] = rig.plugin.parameter(i);
                    rig.plugin.setParameter(0, i, plugin.parameters().get(i).maximum());
                }
                assertTrue(rig.plugin.run(64), plugin.name());
                rig.reset();
                for (int i = 0; i < first.length; i++) {
                    assertEquals(first[i], rig.plugin.parameter(i), plugin.name());
                }
                assertTrue(rig.plugin.run(64), plugin.name());
            }
        }
    }
}

package org.chronus.instrument.engine.slots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.chronus.instrument.engine.Stage;
import org.chronus.modules.ModuleCatalog;
import org.chronus.modules.ModuleType;
import org.chronus.modules.builtin.BuiltInModules;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One sample that is no number into every port of every module: clean again within one block. */
@Tag("L18")
class CureTest {
    private static final int BLOCK = 64, PLAYED = 75 * BLOCK;

    static Stream<Arguments> everyPort() {
        List<Arguments> ports = new ArrayList<>();
        for (ModuleType type : new BuiltInModules().types()) {
            String output = type.shape().outputs().keySet().iterator().next();
            for (String input : type.shape().inputs().keySet()) {
                ports.add(Arguments.of(type.name(), input, output));
            }
        }
        return ports.stream();
    }

    /** The module hears a tone and, 100 frames into a hard note, one bad sample on the port; what it makes of it is added to the tone. */
    private static String preset(String type, String port, String output) {
        return """
                chronus: 1
                name: Poisoned
                modules:
                  osc:     {type: sine}
                  bad:     {type: misbehaves, how: blink}
                  patient: {type: %s}
                  env:     {type: adsr, attack: 5 ms, release: 10 ms}
                  amp:     {type: vca}
                cables:
                  - osc * 0.25 -> bad -> patient.%s
                  - patient.%s * 0.1, osc * 0.1 -> amp -> out
                  - env -> amp.gain
                  - note.velocity -> bad.now
                """.formatted(type.replace("vca", "vca, gain: 1"), port, output);
    }

    @ParameterizedTest(name = "{0}.{1}")
    @MethodSource("everyPort")
    void everyModuleIsCleanAgainWithinOneBlock(String type, String port, String output) {
        Stage stage = new Stage();
        stage.offer(preset(type, port, output));
        float[] sound = stage.press(0, 69).left(PLAYED);
        int cured = stage.engine.stats().cured();
        assertTrue(cured <= 1, "cured " + cured + " times");
        // A port with a range may have clamped it; what is read as sound hands it on, but for the module that reads it at a gate only.
        assertTrue(cured == 1 || !isSound(type, port) || type.equals("sample_hold"), "the bad sample was noticed");
        assertTrue(Stage.rms(sound, PLAYED / 2, PLAYED) > 0.01, "it sounds again");
        stage.left(PLAYED);
        assertEquals(cured, stage.engine.stats().cured(), "nothing bad was left");
        assertEquals(0, stage.engine.stats().failures() + stage.engine.stats().scrubbed());
    }

    private static boolean isSound(String type, String port) {
        return port.startsWith("in") && !ModuleCatalog.load().find(type).orElseThrow().shape().inputs().get(port).isBounded();
    }
}

package org.chronus.modules;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;

import org.chronus.modules.builtin.BuiltInModules;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A port that moves while a module sounds is heard, and does not make it begin anew. */
@Tag("L5")
class MovingPortsTest {
    private static final double RATE = 48_000, MOVES = 0.5;
    /** With these at an end, others cannot be heard. */
    private static final List<String> HALF_OPEN = List.of("mix", "gain", "feedback", "sustain", "slope", "velocity", "percussion");
    /** They tell right from left, which voices have not. */
    private static final List<String> SIDES = List.of("pan", "spread", "width");
    /** Of the tone, a tenth of a second each: for what follows the level. */
    private static final double[] LEVELS = {1, 0.2, 0.003};
    /** What is heard of a port only if others have values: those of segments and steps. */
    private static final Map<String, Map<String, Double>> SCENES = Map.of("envelope", scene("time", 8, _ -> 0.03, "level", i -> i % 2 * 0.8 - 0.3,
            Map.of("sustain", 3.0)), "steps", scene("step", 16, i -> i % 3 * 0.4, "none", _ -> 0, Map.of("rate", 45.0)),
            "reed", Map.of("velocity", 1.0), "soundboard", Map.of("pedal", 1.0));
    private static final int MOVE = 24_000, FRAMES = 60_000, SHORT = 4_800;

    static Stream<Arguments> everyPort() {
        List<Arguments> ports = new ArrayList<>();
        for (ModuleType type : new BuiltInModules().types()) {
            for (Input port : type.shape().inputs().values()) {
                if (port.isBounded()) {
                    ports.add(Arguments.of(type.name(), port.symbol()));
                }
            }
        }
        return ports.stream();
    }

    private static Map<String, Double> scene(String one, int count, IntToDoubleFunction values, String other, IntToDoubleFunction others,
            Map<String, Double> rest) {
        Map<String, Double> scene = new HashMap<>(rest);
        for (int i = 1; i <= count; i++) {
            scene.put(one + i, values.applyAsDouble(i));
            scene.put(other + i, others.applyAsDouble(i));
        }
        return scene;
    }

    private static Module make(String type) {
        return ModuleCatalog.load().find(type).orElseThrow().make();
    }

    /** From its default a quarter of the range away, to the side where there is more of it. */
    private static double elsewhere(Input port) {
        double low = port.minimum(), high = port.maximum((float) RATE), usual = port.normally();
        if (port.isLogarithmic()) {
            return usual * Math.pow(high / low, usual * usual < low * high ? 0.23 : -0.23);
        }
        return usual + (high - low) * (2 * usual < low + high ? 0.23 : -0.23);
    }

    /** Every output, one after the other, of a module that is fed, played and then, perhaps, moved. */
    private static float[] play(String type, String moved, double from, double to) {
        Module module = make(type);
        boolean sides = SIDES.stream().anyMatch(moved::startsWith);
        Rig rig = sides ? Rig.of(module).inMix() : Rig.of(module);
        for (Input port : module.inputs()) {
            if (port.isGate()) {
                rig.set(port.symbol(), time -> time % 0.3 < 0.15 ? 1 : 0);
            } else if (!port.isBounded()) {
                rig.set(port.symbol(), time -> LEVELS[(int) (time / 0.1) % LEVELS.length]
                        * (Math.sin(2 * Math.PI * 330 * time) + 0.2 * Math.sin(2 * Math.PI * 3_100 * time)));
            } else if (SCENES.getOrDefault(type, Map.of()).containsKey(port.symbol())) {
                rig.set(port.symbol(), SCENES.get(type).get(port.symbol()));
            } else if (HALF_OPEN.contains(port.symbol())) {
                rig.set(port.symbol(), 0.5);
            } else if (port.follows().filter(NoteSignal.PITCH::equals).isPresent()) {
                rig.set(port.symbol(), 52);
            }
        }
        rig.set(moved, time -> time < MOVES ? from : to);
        float[] all = new float[module.outputs().size() * FRAMES];
        for (int i = 0; i < module.outputs().size(); i++) {
            System.arraycopy(rig.render(module.outputs().get(i).symbol(), sides ? 1 : 0, FRAMES), 0, all, i * FRAMES, FRAMES);
        }
        return all;
    }

    @ParameterizedTest(name = "{0}.{1}")
    @MethodSource("everyPort")
    void everyPortThatMovesIsHeardFromThenOn(String type, String symbol) {
        Input port = make(type).inputs().stream().filter(each -> each.symbol().equals(symbol)).findFirst().orElseThrow();
        float[] still = play(type, symbol, port.normally(), port.normally()), moved = play(type, symbol, port.normally(), elsewhere(port));
        assertArrayEquals(Arrays.copyOf(still, MOVE), Arrays.copyOf(moved, MOVE), "it was moved later");
        double difference = 0;
        for (int i = 0; i < still.length; i++) {
            difference = Math.max(difference, Math.abs(still[i] - moved[i]));
        }
        assertTrue(difference > 1e-3, "from " + port.normally() + " to " + elsewhere(port) + " changes " + difference);
    }

    /** At several places of the wave, away from its own jumps. */
    @ParameterizedTest
    @CsvSource({"saw, pitch, 60, 67", "saw, tune, 0, 7", "triangle, pitch, 60, 67", "triangle, tune, 0, -5", "sine, pitch, 60, 67",
        "sine, tune, 0, 7", "pulse, pitch, 60, 67", "pulse, tune, 0, -5", "lfo, rate, 2, 9"})
    void thePhaseGoesOnThroughANewPitch(String type, String symbol, double from, double to) {
        float[] still = Rig.of(make(type)).set(symbol, from).render(SHORT);
        int tried = 0;
        for (int frame = SHORT - 300; frame < SHORT - 10; frame += 7) {
            int begin = frame;
            double slope = Waves.steepestStep(Arrays.copyOfRange(still, frame - 6, frame + 6));
            if (slope < 0.1) {
                float[] moved = Rig.of(make(type)).set(symbol, time -> time < (begin - 0.5) / RATE ? from : to).render(frame + 3);
                double step = Waves.steepestStep(Arrays.copyOfRange(moved, frame - 2, frame + 3));
                assertTrue(step <= 5 * slope + 1e-6, type + " at frame " + frame + " steps by " + step + " where it goes by " + slope);
                tried++;
            }
        }
        assertTrue(tried > 10, "tried " + tried);
    }
}

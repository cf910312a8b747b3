package org.chronus.hosting.jsyn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.chronus.modules.testkit.ModuleContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine takes for granted of every module, proved on JSyn's units. They are not ours to make fast, so their cost is not held against them. */
class UnitContractTest {
    @ParameterizedTest
    @ValueSource(strings = {"SineOscillator", "SawtoothOscillator", "Multiply", "FilterLowPass", "FilterOnePole", "EnvelopeDAHDSR", "WhiteNoise", "Pan",
            "Delay", "SubtractiveSynthVoice"})
    void aUnitKeepsTheContractOfModules(String name) {
        ModuleContract.of(() -> Units.make(name)).costing(Double.POSITIVE_INFINITY).check();
    }

    @Test void inAMixThereIsOneUnitForEachSide() {
        ModuleContract.of(() -> Units.make("FilterLowPass")).costing(Double.POSITIVE_INFINITY).inMix().check();
    }

    @Test @EnabledIfSystemProperty(named = "jsyn.jar", matches = ".+")
    void everyUnitOfTheRealJarKeepsTheContract() {
        List<String> broken = new ArrayList<>();
        for (String name : Units.names()) {
            try {
                ModuleContract.of(() -> Units.make(name.substring(5))).costing(Double.POSITIVE_INFINITY).check();
            } catch (AssertionError | RuntimeException e) {
                broken.add(name + ": " + e);
            }
        }
        broken.forEach(System.out::println);
        System.out.println(Units.names().size() + " load; " + Units.jar().left());
        assertTrue(Units.names().size() >= 0.9 * (Units.names().size() + Units.jar().left().size()));
        assertEquals(List.of(), broken);
    }
}

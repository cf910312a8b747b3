package org.chronus.hosting.jsyn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;

import org.chronus.modules.Module;
import org.chronus.modules.testkit.Allocations;
import org.chronus.modules.testkit.ModuleContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine takes for granted of every module, proved on JSyn's units. Their cost is not ours to lower, and not held against them. */
class UnitContractTest {
    /** Random coefficients make two filters unstable, and grains draw from {@code Math.random}. */
    private static final Set<String> UNRULY = Set.of("jsyn:FilterTwoPoles", "jsyn:FilterTwoPolesTwoZeros", "jsyn:GrainFarm");

    @ParameterizedTest
    @ValueSource(strings = {"SineOscillator", "SawtoothOscillator", "Multiply", "FilterLowPass", "FilterOnePole", "EnvelopeDAHDSR", "WhiteNoise",
            "Pan", "Delay", "SubtractiveSynthVoice"})
    void aUnitKeepsTheContractOfModules(String name) {
        ModuleContract.of(() -> Units.make(name)).costing(Double.POSITIVE_INFINITY).check();
    }

    @Test void inAMixThereIsOneUnitForEachSide() {
        ModuleContract.of(() -> Units.make("FilterLowPass")).costing(Double.POSITIVE_INFINITY).inMix().check();
    }

    @Test void aRestartAllocatesNothing() {
        Module voice = Units.make("SubtractiveSynthVoice");
        voice.prepare(48_000, Module.LANES);
        assertEquals(0, Allocations.least(50, () -> {
            for (int i = 0; i < 200; i++) {
                voice.restart(i % Module.LANES, i);
            }
        }));
    }

    @Test @EnabledIfSystemProperty(named = "jsyn.jar", matches = ".+")
    void nineTenthsOfTheRealJarsUnitsAreModulesAndAllButThreeKeepTheContract() {
        Set<String> broken = new TreeSet<>();
        for (String name : Units.names()) {
            try {
                ModuleContract.of(() -> Units.make(name.substring(5))).costing(Double.POSITIVE_INFINITY).check();
            } catch (AssertionError | RuntimeException e) {
                broken.add(name);
            }
        }
        assertEquals(UNRULY, broken);
        assertTrue(Units.names().size() >= 0.9 * (Units.names().size() + Units.jar().left().size()), Units.jar().left().toString());
    }
}

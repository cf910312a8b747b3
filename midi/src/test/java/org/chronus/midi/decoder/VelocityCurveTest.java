package org.chronus.midi.decoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

class VelocityCurveTest {
    @Test
    void softIsLouderThanLinearAndHardIsSofterThanSquare() {
        for (int sent = 1; sent < 127; sent++) {
            assertTrue(VelocityCurve.SOFT.velocity(sent) > VelocityCurve.LINEAR.velocity(sent), "at " + sent);
            assertTrue(VelocityCurve.HARD.velocity(sent) < VelocityCurve.SQUARE.velocity(sent), "at " + sent);
        }
    }

    @Test
    void onePointIsTheSameForAll() {
        VelocityCurve fixed = VelocityCurve.through(new TreeMap<>(Map.of(1, 100)));
        assertEquals(100 / 127f, fixed.velocity(1));
        assertEquals(100 / 127f, fixed.velocity(127));
    }

    @Test
    void betweenPointsTheLineIsStraightAndBeyondThemLevel() {
        VelocityCurve curve = VelocityCurve.through(new TreeMap<>(Map.of(11, 20, 31, 60, 100, 50)));
        assertEquals(20 / 127f, curve.velocity(1));
        assertEquals(40 / 127f, curve.velocity(21));
        assertEquals(60 / 127f, curve.velocity(31));
        assertEquals(50 / 127f, curve.velocity(127));
    }

    @Test
    void aCurveNeedsPointsThatKeysCanSend() {
        assertThrows(IllegalArgumentException.class, () -> VelocityCurve.through(new TreeMap<>()));
        assertThrows(IllegalArgumentException.class, () -> VelocityCurve.through(new TreeMap<>(Map.of(0, 1))));
        assertThrows(IllegalArgumentException.class, () -> VelocityCurve.through(new TreeMap<>(Map.of(1, 128))));
    }
}

package org.chronus.presets.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pitches as they stand in scale files. */
class ScalaPitchTest {
    private static double cents(double ratio) {
        return 1_200 * Math.log(ratio) / Math.log(2);
    }

    private static void expect(double cents, String line, boolean isDoubtful) {
        ScalaPitch pitch = ScalaPitch.of(line).orElseThrow();
        assertEquals(cents, pitch.cents(), 1e-9);
        assertEquals(isDoubtful, pitch.isDoubtful(), line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5/4", "5 / 4", "5/ 4", "5 /4", "5\t/\t4", "+5/4", "5/+4", "5/4!third", "5/4 ! third", "5/4 third", "5/4 386.314 cents",
        "5/4 (3)", "5/4; third", "5/4third", "5/4 - 14 cents", "10/8", "005/004", "5/4 \u0085 \u2028 third", "5/4 3/2", "5/4 / third"})
    void aRatioMayHaveBlanksAndAComment(String line) {
        expect(cents(1.25), line, false);
    }

    @ParameterizedTest
    @CsvSource({"701.955, 701.955", "701., 701", ".5, 0.5", "+100.0, 100", "-5.0, -5", "-.5, -0.5", "0.0, 0", "386.3!third, 386.3", "100.0 5/4, 100",
        "100.0cents, 100", "1.5e2, 150", "100.0 / fifth, 100", "+1200.000000 2/1, 1200"})
    void whatHasAPointIsInCents(String line, double cents) {
        expect(cents, line, false);
    }

    @ParameterizedTest
    @CsvSource({"2, false", "+2, false", "2 octave, false", "2!octave, false", "2 (octave), false", "2 - the octave, false", "2 2nd, true",
        "2 1200.0 cents, true", "2 3/2, true", "2 ! 3.5, false"})
    void aWholeNumberIsARatioAndDoubtfulIfAnotherFollows(String line, boolean isDoubtful) {
        expect(1_200, line, isDoubtful);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "fifth", "-1", "-3/2", "3/-2", "0", "0/3", "3/0", "0/0", "3/", "3 /", "/2", "5/4/3", "5/4 / 3", "5:4",
        "5 : 4", "7\\12", "701,955", "701, 955", "701 , 955", "701 .955", "701.955,3", "1.2.3", "1e3", "0x1.8p3", "NaN", "NaN.", ".", "-", "- 5.0",
        "1.0e999", "5/4.0", "5.0/4", "5.0 / 4", "2nd", "5^2", "120000.1"})
    void whatCouldBeMeantOtherwiseIsNoPitch(String line) {
        assertTrue(ScalaPitch.of(line).isEmpty(), line);
    }

    @Test
    void numbersMayBeBeyondSixtyFourBits() {
        BigInteger power = BigInteger.TWO.pow(200);
        expect(cents(1.5), power.multiply(BigInteger.valueOf(3)) + "/" + power.shiftLeft(1), false);
        expect(cents(9_223_372_036_854_775_808.0 / 3), "9223372036854775808/3", false);
        expect(1_200, BigInteger.TEN.pow(1_000).shiftLeft(1) + " / " + BigInteger.TEN.pow(1_000), false);
        BigInteger thousandth = BigInteger.TEN.pow(33);
        expect(cents(1.001), thousandth.multiply(BigInteger.valueOf(1_001)) + "/" + thousandth.multiply(BigInteger.valueOf(1_000)), false);
        assertTrue(ScalaPitch.of(BigInteger.TEN.pow(1_000) + "/3").isEmpty(), "beyond all hearing");
    }
}

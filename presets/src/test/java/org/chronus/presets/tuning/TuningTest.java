package org.chronus.presets.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.chronus.presets.text.Problem;
import org.chronus.presets.text.ReadResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TuningTest {
    private static final String JUST = """
            ! just.scl
            !
            Ptolemy's major scale, with a comment after each note
             7
            !
             9/8      major tone
             5/4
             4/3
             701.955  the fifth, in cents
             5/3
             15/8
             2
            """;
    private static final String WHITE_KEYS = """
            ! white.kbm
            12
            0
            127
            60
            69
            440.0
            7
            0
            x
            1
            x
            2
            3
            x
            4
            x
            5
            x
            6
            """;
    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static double hertz(Tuning tuning, int key) {
        return 440 * Math.pow(2, (tuning.pitch(key) - 69) / 12);
    }

    @Test void equalTemperamentIsTheNumberOfTheKey() {
        for (int key = 0; key < 128; key++) {
            assertEquals(key, Tuning.equal().pitch(key), 1e-4);
        }
    }

    @Test void theWhiteKeysPlayTheScaleAndTheBlackOnesNothing() throws IOException {
        Tuning tuning = Tuning.read(file("just.scl", JUST), file("white.kbm", WHITE_KEYS)).value();
        assertEquals(440, hertz(tuning, 69), 1e-3, "A4 is as given");
        double c = 440 / (5 / 3.0);
        assertEquals(c, hertz(tuning, 60), 1e-3);
        assertEquals(c * 9 / 8, hertz(tuning, 62), 1e-3);
        assertEquals(c * 5 / 4, hertz(tuning, 64), 1e-3);
        assertEquals(c * 3 / 2, hertz(tuning, 67), 1e-3);
        assertEquals(2 * c, hertz(tuning, 72), 1e-3);
        assertEquals(c / 2 * 15 / 8, hertz(tuning, 59), 1e-3, "below the middle too");
        assertTrue(Float.isNaN(tuning.pitch(61)) && Float.isNaN(tuning.pitch(70)));
    }

    @Test void withoutAMapDegreeFollowsDegreeFromTheMiddleOfTheKeyboard() throws IOException {
        String thirds = "19 equal\n3\n400.\n800.\n1200.\n";
        Tuning tuning = Tuning.read(file("thirds.scl", thirds), null).value();
        assertEquals(440, hertz(tuning, 69), 1e-3);
        assertEquals(4, tuning.pitch(61) - tuning.pitch(60), 1e-4);
        assertEquals(12, tuning.pitch(63) - tuning.pitch(60), 1e-4);
        assertEquals(-4, tuning.pitch(59) - tuning.pitch(60), 1e-4);
    }

    @Test void keysOutsideTheMapsRangeAreSilent() throws IOException {
        String map = "0\n48\n72\n60\n69\n440\n0\n";
        Tuning tuning = Tuning.read(file("just.scl", JUST), file("narrow.kbm", map)).value();
        assertTrue(Float.isNaN(tuning.pitch(47)) && !Float.isNaN(tuning.pitch(48)) && !Float.isNaN(tuning.pitch(72))
                && Float.isNaN(tuning.pitch(73)));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            'Name|7|3/2',            0:0, ends where note 2 of 7
            'Name|x|3/2',            2:1, is not the number of notes
            'Name|1|five',           3:1, is no interval
            'Name|1|-3/2',           3:1, is no interval
            'Name|1|3/0',            3:1, is no interval
            'Name|1|  NaN.',         3:3, is no interval
            'Name|99999',            2:1, is not the number of notes
            '',                      0:0, ends where the number of notes
            """)
    void aBadScaleIsToldByItsPlace(String text, String place, String what) throws IOException {
        ReadResult<Tuning> reading = Tuning.read(file("bad.scl", text.replace('|', '\n')), null);
        assertTrue(reading.found().isEmpty());
        Problem problem = reading.problems().getFirst();
        assertEquals(place, problem.line() + ":" + problem.column(), problem.toString());
        assertTrue(problem.toString().contains(what), problem.toString());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            '12|0|127|60|69|440|12|q',   8, is no degree
            '12|0|200',                  3, is not the last key
            '0|0|127|60|69|NaN|0',       6, is not the frequency
            '1|0|127|60|61|440|0|x',     0, no key plays anything
            """)
    void aBadMapIsToldByItsPlace(String text, int line, String what) throws IOException {
        ReadResult<Tuning> reading = Tuning.read(file("just.scl", JUST), file("bad.kbm", text.replace('|', '\n')));
        assertTrue(reading.found().isEmpty());
        assertEquals(line, reading.problems().getFirst().line(), reading.problems().toString());
        assertTrue(reading.problems().getFirst().toString().contains(what), reading.problems().toString());
    }

    @Test void aMissingFileIsOneLine() {
        assertEquals(1, Tuning.read(folder.resolve("none.scl"), null).problems().size());
    }

    @Test void theSameFilesGiveAnEqualTuningUntilOneOfThemIsEdited() throws IOException {
        Path scale = file("just.scl", JUST), keys = file("white.kbm", WHITE_KEYS);
        Tuning before = Tuning.read(scale, keys).value();
        assertEquals(before, Tuning.read(scale, keys).value());
        assertEquals(before.hashCode(), Tuning.read(scale, keys).value().hashCode());
        file("just.scl", JUST.replace("5/4", "6/5"));
        assertNotEquals(before, Tuning.read(scale, keys).value());
    }
}

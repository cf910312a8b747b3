package org.chronus.presets.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.chronus.presets.text.ReadResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scala files as editors and other programs leave them: what is read, as frequencies, and what is said. */
class WildScaleTest {
    /** Equal semitones: a vertical line stands for the end of a line. */
    private static final String LINEAR = "0|0|127|60|69|440|0|", HEAD = "0|127|60|";

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text.replace('|', '\n'), StandardCharsets.ISO_8859_1);
    }

    private ReadResult<Tuning> scale(String text) throws IOException {
        return Tuning.read(file("a.scl", text), null);
    }

    private Tuning map(String text) throws IOException {
        ReadResult<Tuning> reading = Tuning.read(null, file("a.kbm", text));
        assertEquals(List.of(), reading.problems());
        return reading.value();
    }

    private List<String> said(ReadResult<Tuning> reading) {
        return reading.problems().stream().map(problem -> problem.toString().replace(folder + "/", "")).toList();
    }

    private static double hertz(Tuning tuning, int key) {
        return 440 * Math.pow(2, (tuning.pitch(key) - 69) / 12);
    }

    /** C, and the fifth above it: A4 is the ninth degree of a scale of two. */
    private static void isFifthAndOctave(ReadResult<Tuning> reading) {
        assertEquals(List.of(), reading.problems());
        double c = 440 / (16 * 1.5);
        assertEquals(c, hertz(reading.value(), 60), 1e-3);
        assertEquals(c * 1.5, hertz(reading.value(), 61), 1e-3);
        assertEquals(c * 2, hertz(reading.value(), 62), 1e-3);
        assertEquals(c * 0.75, hertz(reading.value(), 59), 1e-3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"|2|3 / 2|2", "a|2 notes|3/2!fifth|2/1 octave|", "a|2!|\t3/2\t|  2/1  |", "! c|  ! c|a| 2 |! c|3/2|  ! c|2",
        "a|2||3/2||2||", "a\r2\r3/2\r2\r", "a\r\n2\r\n3/2\r\n2\r\n", "\u00EF\u00BB\u00BFa|2|3/2|2|",
        "\u00EF\u00BB\u00BF! a.scl|a|2|3/2|2|", "\u00FCber \u0085|2|3/2 \u00FC|2|\u001A",
        "a|2.0|+3/2|+2|", "a|\u00A02|\u00A03/2|2\u00A0|", "a|2|3/2|2||the end"})
    void theSameScaleIsReadHoweverItIsWritten(String text) throws IOException {
        isFifthAndOctave(scale(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void aFileOfWideCharactersIsReadByItsMark(String charset) throws IOException {
        Path wide = folder.resolve("wide.scl");
        isFifthAndOctave(Tuning.read(Files.write(wide, "\uFEFFa\n2\n3/2\n2\n".getBytes(Charset.forName(charset))), null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            a|2|3 / x|2      ; a.scl:3:1: 3 / x is no interval: write cents with a point (701.955), a ratio (3/2) or a whole number (2)
            a|2|  701,955|2  ; a.scl:3:3: 701,955 is no interval: write cents with a point (701.955), a ratio (3/2) or a whole number (2)
            a|1|-1           ; a.scl:3:1: -1 is no interval: write cents with a point (701.955), a ratio (3/2) or a whole number (2)
            a|1,5|2          ; a.scl:2:1: 1,5 is not the number of notes: write a whole number from 0 to 4096
            a|2|3/2|         ; a.scl: it ends where note 2 of 2 should be: is it complete?
            """)
    void whatCouldBeMeantOtherwiseIsRefused(String text, String what) throws IOException {
        ReadResult<Tuning> reading = scale(text);
        assertTrue(reading.found().isEmpty());
        assertEquals(List.of(what), said(reading));
    }

    @Test void aWholeNumberBeforeAnotherIsReadWithAWarning() throws IOException {
        ReadResult<Tuning> reading = scale("a|2|3/2|2 1200.0");
        assertEquals(List.of("a.scl:4:1: 2 1200.0 is read as the ratio of its first number: write ! before a comment, / in a ratio"), said(reading));
        assertEquals(2, hertz(reading.value(), 62) / hertz(reading.value(), 60), 1e-6);
    }

    @Test void moreNotesThanWereAnnouncedAreAWarning() throws IOException {
        assertEquals(List.of("a.scl:5:2: there are more notes than 2: correct the number of notes, or write ! before the line"),
                said(scale("a|2|3/2|2| 5/2")));
    }

    @Test void aScaleMayFallOrBeUnsortedOrHaveNegativeCents() throws IOException {
        Tuning tuning = scale("a|3|-50.0|300.0|200.0|").value();
        assertEquals(-0.5, tuning.pitch(61) - tuning.pitch(60), 1e-4);
        assertEquals(3, tuning.pitch(62) - tuning.pitch(60), 1e-4);
        assertEquals(2, tuning.pitch(63) - tuning.pitch(60), 1e-4);
        assertEquals(1.5, tuning.pitch(64) - tuning.pitch(60), 1e-4);
    }

    @Test void aScaleOfNoNotesHasOnePitch() throws IOException {
        Tuning tuning = scale("a|0|").value();
        assertEquals(440, hertz(tuning, 0), 1e-3);
        assertEquals(440, hertz(tuning, 127), 1e-3);
    }

    @Test void aMapWithoutAScaleIsForEqualSemitones() throws IOException {
        Tuning tuning = map("0|36|96|60|69|415|0|");
        assertEquals(415, hertz(tuning, 69), 1e-3);
        assertEquals(415 * Math.pow(2, -9 / 12.0), hertz(tuning, 60), 1e-3);
        assertTrue(Float.isNaN(tuning.pitch(35)) && Float.isNaN(tuning.pitch(97)));
    }

    @ParameterizedTest
    @ValueSource(strings = {LINEAR, "! map|0 ! size|0|127|60 C|69|440.0 Hz|0|", "0\r\n0\r\n127\r\n60\r\n69\r\n440.000000Hz\r\n0\r\n\u001A",
        "\u00EF\u00BB\u00BF0|\t0\t|+127|60.0|69!A|+440.|0", "1|0|127|60|69|4.4e2|1|0"})
    void theSameMapIsReadHoweverItIsWritten(String text) throws IOException {
        Tuning tuning = map(text);
        for (int key = 0; key < 128; key++) {
            assertEquals(key, tuning.pitch(key), 1e-4);
        }
    }

    @Test void degreesBelowZeroAreBelowTheFirstNote() throws IOException {
        Tuning tuning = map("4|" + HEAD + "60|261.6255653|12|0|-1 a semitone lower|x ! silent|-13");
        assertEquals(60, tuning.pitch(60), 1e-4);
        assertEquals(59, tuning.pitch(61), 1e-4);
        assertTrue(Float.isNaN(tuning.pitch(62)));
        assertEquals(47, tuning.pitch(63), 1e-4);
        assertEquals(71, tuning.pitch(65), 1e-4);
    }

    /** C, D and E of the octave are there: the reference is silent, between D and E, E and C, or C and D. */
    @ParameterizedTest
    @CsvSource({"63, 63", "61, 61", "66, 66", "71, 71", "51, 51"})
    void aReferenceThatIsSilentLiesBetweenItsNeighbours(int reference, double pitch) throws IOException {
        ReadResult<Tuning> reading = Tuning.read(null, file("a.kbm", "12|" + HEAD + reference + "|440|12|0|x|2|x|4|x|x|x|x|x|x|x|"));
        assertEquals(List.of("a.kbm: the key of the frequency plays nothing, its pitch is taken between its neighbours': "
                + "give the frequency of a key that plays"), said(reading));
        assertEquals(440 * Math.pow(2, (60 - pitch) / 12), hertz(reading.value(), 60), 1e-3);
        assertTrue(Float.isNaN(reading.value().pitch(reference)), "and stays silent");
    }

    @Test void aSilentReferenceOfAJustScaleIsAsFarBetweenItsNeighboursAsItsKey() throws IOException {
        Path scl = file("a.scl", "white|3|9/8|5/4|2/1|"), kbm = file("a.kbm", "4|" + HEAD + "61|440|3|0|x|1|2|");
        double c = 440 / Math.sqrt(9 / 8.0);
        for (Map.Entry<Integer, Double> key : Map.of(60, 1.0, 62, 1.125, 63, 1.25, 64, 2.0).entrySet()) {
            assertEquals(c * key.getValue(), hertz(Tuning.read(scl, kbm).value(), key.getKey()), 1e-3);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            0|0|127|60|69|440,5|0     ; a.kbm:6:1: 440,5 is not the frequency in Hz: write a number from 1.0 to 20000.0, with a point and no comma
            0|0|127|60|69,|440|0      ; a.kbm:5:1: 69, is not the key of the frequency: write a whole number from 0 to 127
            2|0|127|60|60|440|0|0||1  ; a.kbm:9:1: a blank line is no degree: write a whole number, or x for a key that is silent
            2|0|127|60|60|440|0|0|1/2 ; a.kbm:9:1: 1/2 is no degree: write a whole number, or x for a key that is silent
            2|0|127|60|60|440|0|x|x   ; a.kbm: no key plays anything: give a degree in the place of an x
            """)
    void whatCouldBeMeantOtherwiseIsRefusedInAMap(String text, String what) throws IOException {
        ReadResult<Tuning> reading = Tuning.read(null, file("a.kbm", text));
        assertTrue(reading.found().isEmpty());
        assertEquals(List.of(what), said(reading));
    }
}

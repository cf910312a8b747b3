package org.chronus.instrument.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.chronus.presets.files.OutputFile;
import org.chronus.presets.text.Problem;
import org.chronus.presets.text.ReadResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BindingsReaderTest {
    private static final List<Binding> ALL = List.of(new Binding("Keystation", 0, 74, "filter.cutoff", Knob.ABSOLUTE, false),
            new Binding("A \"quoted\" \\ name: {x}", 15, 1, "low/echo.mix", Knob.TWOS, true),
            new Binding("Keystation", 1, 74, "filter.cutoff", Knob.SIGN, false));

    @TempDir
    Path folder;

    private static List<String> bad(String text) {
        ReadResult<List<Binding>> reading = BindingsReader.read(text, "l.yaml");
        assertTrue(reading.found().isEmpty(), "it is refused");
        return reading.problems().stream().map(Problem::toString).toList();
    }

    @Test void whatIsWrittenIsReadBackTheSame() throws IOException {
        for (List<Binding> bindings : List.of(ALL, List.<Binding>of())) {
            Path file = folder.resolve("deeper").resolve("learned.yaml");
            OutputFile.save(file, BindingsReader.text(bindings));
            assertEquals(bindings, BindingsReader.read(file).value());
        }
        try (var files = Files.list(folder.resolve("deeper"))) {
            assertEquals(1, files.count(), "nothing else is left there");
        }
    }

    @Test void everyMistakeIsToldAtOnceWithItsPlaceAndCure() {
        String example = ": write for example - {device: Keystation, channel: 1, cc: 74, to: filter.cutoff}";
        assertEquals(List.of(
                "l.yaml:3:5: a learned controller needs its cc" + example,
                "l.yaml:4:30: 120 is out of range: cc is 1 .. 119, not 120.",
                "l.yaml:5:33: \"cutoff\" is no parameter: write a module and a port, as filter.cutoff",
                "l.yaml:6:42: \"tows\" is no knob: did you mean twos? choose from absolute, twos, offset, sign",
                "l.yaml:7:5: this controller is bound already: remove one"), bad("""
                chronus: 1
                learned:
                  - {device: A, to: a.b}
                  - {device: A, to: a.b, cc: 120}
                  - {device: A, cc: 7,      to: cutoff}
                  - {device: A, cc: 8, to: a.b, knob:    tows}
                  - {device: A, cc: 8, to: c.d}
                """));
    }

    @Test void knobsWithoutAnEndSayHowFarTheyWereTurned() {
        assertEquals(List.of(1, 63, -64, -1), steps(Knob.TWOS, 1, 63, 64, 127));
        assertEquals(List.of(-64, -1, 0, 63), steps(Knob.OFFSET, 0, 63, 64, 127));
        assertEquals(List.of(0, 63, 0, -1, -63), steps(Knob.SIGN, 0, 63, 64, 65, 127));
    }

    private static List<Integer> steps(Knob knob, int... values) {
        return IntStream.of(values).mapToObj(knob::steps).toList();
    }
}

package org.chronus.instrument.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wiring of a preset goes where it is told to, and over nothing else. */
class ShowCommandTest {
    @TempDir
    private Path folder;

    @Test void aPictureGoesIntoAFileOrToStandardOutput() throws Exception {
        Path file = folder.resolve("init.svg");
        assertEquals(0, Chronus.run("show", "Init", "--picture", file).code());
        String picture = Files.readString(file);
        assertTrue(picture.startsWith("<svg ") && picture.endsWith("</svg>\n"), picture);
        assertEquals(picture, Chronus.run("show", "Init", "--picture", "-").out());
    }

    @Test void aPresetThatIsWrongIsRefusedWithItsPlaceAndNothingIsWritten() throws Exception {
        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), "chronus: 1\nmodules: {osc: {type: sinee}}\ncables: [osc -> out]\n");
        Chronus.Said said = Chronus.run("show", wrong, "--picture", folder.resolve("wrong.svg"));
        assertEquals(1, said.code());
        assertTrue(said.err().contains("wrong.yaml:2:"), said.err());
        assertTrue(Files.notExists(folder.resolve("wrong.svg")));
    }

    @Test void thePresetItselfIsNotWrittenOver() throws Exception {
        Path mine = Files.writeString(folder.resolve("mine.yaml"), Chronus.run("show", "Init").out());
        Chronus.Said said = Chronus.run("show", mine, "--picture", mine);
        assertEquals(2, said.code());
        assertTrue(said.err().contains("is the preset as well"), said.err());
        assertEquals(Chronus.run("show", "Init").out(), Files.readString(mine));
    }
}

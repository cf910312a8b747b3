package org.chronus.instrument.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LevelWriterTest {
    @TempDir
    Path folder;

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("x.yaml"), text).toString();
    }

    @Test void eachFileIsWrittenOnce() throws IOException {
        String file = file("chronus: 1\nlevel: 1 # one\n");
        LevelWriter writer = new LevelWriter();
        writer.write(file, 0, -3);
        writer.write(file, 0, -5);
        assertEquals("chronus: 1\nlevel: -3 dB # one\n", Files.readString(Path.of(file)));
        assertEquals(List.of(new BankReport.Change(file, 0, -3)), writer.changes());
        assertTrue(writer.hasWritten(file));
    }

    @Test void aDiskThatIsFullIsOneLineAndChangesNothing() throws IOException {
        String file = file("chronus: 1\n");
        LevelWriter writer = new LevelWriter((path, _) -> {
            throw new IOException(path + ": cannot be written (No space left on device): make room, or choose another place");
        });
        writer.write(file, 0, -3);
        assertEquals(List.of(file + ": cannot be written (No space left on device): make room, or choose another place"), writer.refused());
        assertEquals(List.of(), writer.changes());
        assertFalse(writer.hasWritten(file));
        assertEquals("chronus: 1\n", Files.readString(Path.of(file)));
    }

    @Test void aFileThatIsGoneOrInAnotherFormIsOneLineEach() throws IOException {
        LevelWriter writer = new LevelWriter();
        writer.write(folder.resolve("gone.yaml").toString(), 0, -3);
        writer.write(file("chronus: 1\nlevel: >\n  1\n"), 0, -3);
        assertEquals(2, writer.refused().size());
        assertTrue(writer.refused().getFirst().contains("there is no such file"), writer.refused()::toString);
        assertTrue(writer.refused().getLast().endsWith("is not changed here: write 'level: -3 dB' by hand"), writer.refused()::toString);
        assertEquals(1, Files.list(folder).count());
    }
}

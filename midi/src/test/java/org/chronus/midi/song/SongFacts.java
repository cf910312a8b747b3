package org.chronus.midi.song;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.sun.management.ThreadMXBean;
import org.chronus.midi.command.Event;
import org.chronus.midi.decoder.DecodedFacts;

/** What holds for a file of any bytes whatever: it is a song, with a warning at most, or it is refused in a line. */
public final class SongFacts {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long ALLOCATED = 8 << 20, ALLOCATED_PER_BYTE = 2_000;

    private SongFacts() { }

    /** The same, and that it costs no more memory than its size can explain, whatever lengths it claims. */
    public static boolean checkWithMemory(Path file, byte[] bytes) throws IOException {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        boolean isSong = check(file, bytes);
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < ALLOCATED + ALLOCATED_PER_BYTE * bytes.length, () -> bytes.length + " bytes of file took " + allocated);
        return isSong;
    }

    /** True if it was a song. The file is a new one, because some file systems wait for the disk when one is overwritten. */
    static boolean check(Path file, byte[] bytes) throws IOException {
        Files.deleteIfExists(file);
        Files.write(file, bytes);
        return read(file, bytes.length);
    }

    private static boolean read(Path file, int length) {
        try {
            List<String> warnings = new ArrayList<>();
            check(new SongReader(3).read(file, warnings::add), length);
            assertTrue(warnings.size() <= 1, warnings::toString);
            warnings.forEach(warning -> checkLine(file, warning));
            return true;
        } catch (MidiFileException refusal) {
            checkLine(file, refusal.getMessage());
            return false;
        }
    }

    private static void checkLine(Path file, String line) {
        assertTrue(line.startsWith(file + ": "), line);
        assertEquals(1, line.lines().count(), line);
        assertTrue(line.chars().noneMatch(Character::isISOControl), line);
    }

    private static void check(Song song, int length) {
        assertFalse(song.events().isEmpty());
        assertTrue(song.events().size() <= DecodedFacts.MOST_OF_A_BYTE * length, "few events are made of a byte");
        assertTrue(song.lengthNanos() <= TimeUnit.DAYS.toNanos(1));
        long last = 0;
        for (Event event : song.events()) {
            assertTrue(event.nanos() >= last && event.nanos() <= song.lengthNanos(), "events are in their order");
            last = event.nanos();
            DecodedFacts.inRange(event.command(), 3);
        }
    }
}

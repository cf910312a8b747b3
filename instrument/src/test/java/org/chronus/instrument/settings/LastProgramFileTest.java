package org.chronus.instrument.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastProgramFileTest {
    private static final LastProgram LAST = new LastProgram("Friday gig", "/gig.yaml", 1, 5, 3);

    @TempDir
    Path folder;
    private final List<String> said = new ArrayList<>();

    @Test void itIsInTheFolderOfTheServiceOrOfTheUser() {
        assertEquals(Path.of("/var/lib/chronus/last-program.json"), LastProgramFile.of(Map.of("STATE_DIRECTORY", "/var/lib/chronus:/var/lib/other",
                "XDG_STATE_HOME", "/state", "HOME", "/home/p")));
        assertEquals(Path.of("/state/chronus/last-program.json"), LastProgramFile.of(Map.of("XDG_STATE_HOME", "/state")));
        assertEquals(Path.of("/home/p/.local/state/chronus/last-program.json"), LastProgramFile.of(Map.of("HOME", "/home/p")));
    }

    @Test void whatAServiceLearnsIsWithItsStateAndWhatAUserLearnsWithHisSettings() {
        Map<String, String> service = Map.of("STATE_DIRECTORY", "/var/lib/chronus", "XDG_CONFIG_HOME", "/etc");
        assertEquals(Path.of("/var/lib/chronus/learned.yaml"), WatchedFile.of(service, WatchedFile.LEARNED));
        assertEquals(Path.of("/etc/chronus/devices.yaml"), WatchedFile.of(service, WatchedFile.DEVICES));
        assertEquals(Path.of("/home/p/.config/chronus/learned.yaml"), WatchedFile.of(Map.of("HOME", "/home/p"), WatchedFile.LEARNED));
    }

    @Test void whatIsWrittenIsReadAndTheFirstStartHasNothingToSay() throws IOException {
        LastProgramFile file = new LastProgramFile(folder.resolve("deep/down/last.json"));
        assertEquals(Optional.empty(), file.read(said::add));
        file.write(LAST);
        assertEquals(Optional.of(LAST), file.read(said::add));
        assertEquals(List.of(), said);
    }

    @Test void aFileThatIsBrokenOrOfAnotherTimeIsOneLine() throws IOException {
        Path path = folder.resolve("last.json");
        LastProgramFile file = new LastProgramFile(path);
        file.write(LAST);
        String good = Files.readString(path);
        for (String broken : List.of("", "null", "[]", "{}", "{\"chronus\":1}", "{\"chronus\":1,\"last\":{}}", good.replace(":1,", ":2,"),
                good.substring(0, 30), good.replace("5", "\"five\""), "\u0000".repeat(100), "[".repeat(5000), " ".repeat(1 << 17))) {
            Files.writeString(path, broken);
            said.clear();
            assertEquals(Optional.empty(), file.read(said::add), broken);
            assertEquals(1, said.size(), broken + ": " + said);
            assertTrue(said.getFirst().endsWith(": it begins with the bank's first program"), said.toString());
        }
        Files.delete(path);
        Files.createDirectory(path);
        assertEquals(Optional.empty(), file.read(said::add));
    }

    @Test void whatKilledWritersLeftIsSweptWhenItIsOld() throws IOException {
        Path old = Files.createFile(folder.resolve(".chronus-1.part")), fresh = Files.createFile(folder.resolve(".chronus-2.part"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        new LastProgramFile(folder.resolve("last.json")).sweep();
        assertFalse(Files.exists(old));
        assertTrue(Files.exists(fresh), "somebody may be at it");
        new LastProgramFile(folder.resolve("nowhere/last.json")).sweep();
    }
}

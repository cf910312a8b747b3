package org.chronus.presets.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.chronus.presets.testing.SpecialFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
    @TempDir
    Path folder;

    private static void write(Path path, String text) throws IOException {
        OutputFile.write(OutputPlace.of(path), text);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String refusal(Path path) {
        IOException refusal = assertThrows(IOException.class, () -> write(path, "x"));
        assertEquals(1, refusal.getMessage().lines().count());
        return refusal.getMessage();
    }

    @Test void aFileTakesThePlaceOfTheOldOneWhenItIsCompleteAndNotBefore() throws IOException {
        Path file = Files.writeString(folder.resolve("a.wav"), "old");
        try (OutputFile output = OutputFile.replacing(OutputPlace.of(file), true)) {
            output.write(ByteBuffer.wrap(new byte[] {'n', 'e', 'w'}));
            assertEquals("old", Files.readString(file));
            output.rewriteBeginning(ByteBuffer.wrap(new byte[] {'N'}));
            output.commit();
        }
        assertEquals("New", Files.readString(file));
        OutputFile.replacing(OutputPlace.of(file), true).close();
        assertEquals("New", Files.readString(file), "what is not completed changes nothing");
        assertEquals(List.of("a.wav"), names(), "and leaves nothing");
    }

    @Test void aLinkStaysALinkAndTheFileBehindItIsWritten() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Path target = Files.writeString(inner.resolve("target"), "old"), outer = Files.createSymbolicLink(folder.resolve("outer"), inner);
        Path relative = Files.createSymbolicLink(inner.resolve("relative"), Path.of("target"));
        Path chain = Files.createSymbolicLink(folder.resolve("chain"), outer.resolve("relative"));
        Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), Path.of("outer/new"));
        write(chain, "by the chain");
        write(dangling, "made");
        assertEquals("by the chain", Files.readString(target));
        assertEquals("made", Files.readString(inner.resolve("new")));
        assertTrue(Stream.of(outer, relative, chain, dangling).allMatch(Files::isSymbolicLink));
    }

    @Test void permissionsStayAsTheyWere() throws IOException {
        Path file = Files.writeString(folder.resolve("private"), "old");
        for (String permissions : List.of("rw-------", "rw-rw-rw-", "rwxr-x---")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
            write(file, "new");
            assertEquals(permissions, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    @Test void aPipeGetsWhatIsWrittenAndStaysAPipe() throws Exception {
        Path pipe = SpecialFiles.pipe(folder.resolve("pipe")), link = Files.createSymbolicLink(folder.resolve("link"), pipe);
        for (Path name : List.of(pipe, link)) {
            CompletableFuture<byte[]> read = SpecialFiles.read(pipe);
            write(name, "through");
            assertEquals("through", new String(read.get(), StandardCharsets.UTF_8));
        }
        assertEquals(List.of("link", "pipe"), names());
        assertFalse(Files.isRegularFile(pipe));
    }

    @Test void aDeviceIsWrittenIntoAndStays() throws Exception {
        Path device = SpecialFiles.nullDevice(folder.resolve("null"));
        write(device, "away");
        assertTrue(Files.exists(device) && !Files.isRegularFile(device));
        assertEquals(List.of("null"), names());
    }

    @Test void aPipeThatNobodyReadsIsRefusedAtOnceWhereNothingMayWait() throws Exception {
        Path pipe = SpecialFiles.pipe(folder.resolve("pipe"));
        OutputException refusal = assertThrows(OutputException.class, () -> OutputFile.save(pipe, "x"));
        assertEquals(pipe + ": cannot be written (nobody reads it): start its reader first", refusal.getMessage());
        assertTrue(refusal.isReaderGone());
    }

    @Test void anOutputIsKnownAsAnInputByEveryName() throws Exception {
        Path input = Files.writeString(folder.resolve("song.mid"), "song"), inner = Files.createDirectory(folder.resolve("inner"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), input), hard = Files.createLink(folder.resolve("hard"), input);
        Path other = Files.writeString(folder.resolve("other"), "song"), pipe = SpecialFiles.pipe(folder.resolve("pipe"));
        for (Path name : List.of(input, link, hard, inner.resolve("../song.mid"), folder.resolve("./song.mid"),
                Files.createSymbolicLink(folder.resolve("again"), Path.of("link")))) {
            assertTrue(OutputPlace.of(name).isAlso(input), name.toString());
            assertTrue(OutputPlace.of(name).isAlso(link), name.toString());
            assertTrue(OutputPlace.of(name).isAlso(OutputPlace.of(hard)), name.toString());
        }
        assertFalse(OutputPlace.of(other).isAlso(input));
        assertFalse(OutputPlace.of(folder.resolve("new")).isAlso(input));
        assertTrue(OutputPlace.of(folder.resolve("new")).isAlso(OutputPlace.of(inner.resolve("../new"))), "though neither is there yet");
        assertTrue(OutputPlace.of(pipe).isAlso(OutputPlace.of(pipe)));
        assertTrue(OutputPlace.of(Path.of("-")).isAlso(OutputPlace.of(Path.of("/dev/stdout"))));
    }

    @Test void whatCannotBeWrittenIsOneLineWithPlaceReasonAndCure() throws Exception {
        Path circle = Files.createSymbolicLink(folder.resolve("circle"), folder.resolve("circle"));
        Path file = Files.writeString(folder.resolve("file"), "");
        assertEquals(folder + ": is a folder: name a file", refusal(folder));
        assertEquals(folder + "/no/x: cannot be written (there is no folder " + folder + "/no): choose another place",
                refusal(folder.resolve("no/x")));
        assertTrue(refusal(circle).startsWith(circle + ": cannot be written ("), refusal(circle));
        assertTrue(refusal(file.resolve("x")).contains("(Not a directory)"), refusal(file.resolve("x")));
        Path full = SpecialFiles.fullDevice(folder.resolve("full"));
        assertEquals(full + ": cannot be written (No space left on device): make room, or choose another place", refusal(full));
    }

    @Test void theLongestNameOfAFileIsWritten() throws IOException {
        Path file = folder.resolve("ñ".repeat(125) + ".wav");
        write(file, "long");
        assertEquals("long", Files.readString(file));
    }

    @Test void aUserWithoutAHomeHasFoldersAllTheSame() {
        Path usual = Path.of(".config"), home = Path.of(System.getProperty("user.home"));
        assertEquals(Path.of("/x/.config"), UserFolder.of(Map.of("HOME", "/x"), "XDG_CONFIG_HOME", usual));
        assertEquals(Path.of("/c"), UserFolder.of(Map.of("HOME", "/x", "XDG_CONFIG_HOME", "/c"), "XDG_CONFIG_HOME", usual));
        assertEquals(home.resolve(usual), UserFolder.of(Map.of(), "XDG_CONFIG_HOME", usual));
        assertEquals(home.resolve(usual), UserFolder.of(Map.of("HOME", "", "XDG_CONFIG_HOME", "here"), "XDG_CONFIG_HOME", usual));
    }
}

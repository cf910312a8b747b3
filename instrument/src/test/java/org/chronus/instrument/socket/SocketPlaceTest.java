package org.chronus.instrument.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the socket is, who may have it, and what becomes of its file. */
class SocketPlaceTest {
    @TempDir
    Path folder;

    private ServerSocketChannel listen(Path path) throws IOException {
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(path));
    }

    @Test void theFileIsItsUsersAloneAndGoesAtTheEnd() throws Exception {
        try (SocketRig rig = new SocketRig(folder)) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(rig.path())));
            rig.hangUp();
            assertFalse(Files.exists(rig.path()));
        }
    }

    @Test void aSocketThatIsTakenNamesItsProcessAndIsLeftAlone() throws Exception {
        try (SocketRig rig = new SocketRig(folder); Lines client = rig.client()) {
            SocketTakenException taken = assertThrows(SocketTakenException.class, () -> new SocketControl(rig.path(), rig.room));
            assertEquals(rig.path() + " is the socket of process " + ProcessHandle.current().pid()
                    + ": end that, or name another place with --socket", taken.getMessage());
            client.done("{\"do\":\"status\"}");
            try (Lines another = rig.client()) {
                another.done("{\"do\":\"status\"}");
            }
        }
    }

    @Test void oneWhoListensAndSaysNothingHasItAllTheSame() throws Exception {
        Path path = folder.resolve("mute");
        try (ServerSocketChannel mute = listen(path)) {
            IOException taken = assertThrows(SocketTakenException.class, () -> SocketPlace.take(path));
            assertTrue(taken.getMessage().startsWith(path + " is the socket of a process that does not answer: "), taken.getMessage());
            assertTrue(mute.isOpen() && Files.exists(path));
        }
    }

    @Test void aSocketThatWasLeftBehindIsReplaced() throws Exception {
        Path path = folder.resolve("s");
        listen(path).close();
        assertTrue(Files.exists(path), "the system leaves it there");
        try (SocketRig rig = new SocketRig(folder); Lines client = rig.client()) {
            assertEquals(path, rig.path());
            client.done("{\"do\":\"status\"}");
        }
    }

    @Test void aFileThatIsNoSocketIsLeftAsItIs() throws Exception {
        Path file = Files.writeString(folder.resolve("song.mid"), "notes");
        IOException refusal = assertThrows(IOException.class, () -> SocketPlace.take(file));
        assertEquals(file + ": is there already, and is no socket: name another place", refusal.getMessage());
        assertEquals("notes", Files.readString(file));
        Path deep = folder.resolve("a".repeat(120));
        assertTrue(assertThrows(IOException.class, () -> SocketPlace.take(deep)).getMessage().contains("is longer than the 107 bytes"));
        assertTrue(assertThrows(IOException.class, () -> SocketPlace.take(folder.resolve("no/such"))).getMessage().contains("cannot be listened at"));
    }

    @Test void theSessionHasItsPlaceAndOthersHaveOneThatIsTheirsAlone() throws Exception {
        assertEquals(folder.resolve("chronus.sock"), SocketPlace.forPlaying(Map.of("XDG_RUNTIME_DIR", folder.toString())));
        Path other = SocketPlace.forPlaying(Map.of("XDG_RUNTIME_DIR", folder.resolve("gone").toString()));
        if (!other.startsWith("/run/chronus")) {
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(other.getParent())));
        }
        try (ServerSocketChannel there = listen(folder.resolve("chronus.sock"))) {
            assertEquals(folder.resolve("chronus.sock"), SocketPlace.forAsking(Map.of("XDG_RUNTIME_DIR", folder.toString())));
            assertTrue(there.isOpen());
        }
    }

    @Test void nobodyThereIsALineWithTheCure() {
        Path path = folder.resolve("nobody");
        IOException nobody = assertThrows(NobodyThereException.class, () -> SocketClient.open(path));
        assertEquals("no instrument answers at " + path + ": start one with chronus play, or name its place with --socket", nobody.getMessage());
    }
}

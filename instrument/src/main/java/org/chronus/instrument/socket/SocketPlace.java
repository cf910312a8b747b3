package org.chronus.instrument.socket;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where the socket is, by default and otherwise, and how it is taken. Stateless; any thread but the audio thread. */
public final class SocketPlace {
    private static final String NAME = "chronus.sock";
    private static final Path SERVICE = Path.of("/run/chronus");
    /** The longest path that Linux takes, in bytes. */
    private static final int LONGEST = 107;
    private static final int ROOT = 0;

    private SocketPlace() { }

    /**
     * Where an instrument that is not told otherwise answers: in the folder of the session, of the service, or one of the user's own among
     * temporary files.
     */
    public static Path forPlaying(Map<String, String> environment) throws IOException {
        for (Path folder : folders(environment)) {
            if (Files.isDirectory(folder) && Files.isWritable(folder)) {
                return folder.resolve(NAME);
            }
        }
        return ownFolder().resolve(NAME);
    }

    /** Where one answers that was not told otherwise, if there is one; else where one would. Its environment may be another than ours. */
    public static Path forAsking(Map<String, String> environment) throws IOException {
        List<Path> folders = folders(environment);
        folders.add(temporaryFolder());
        for (Path folder : folders) {
            Path place = folder.resolve(NAME);
            if (Files.exists(place) && SocketClient.answers(place)) {
                return place;
            }
        }
        return folders.getFirst().resolve(NAME);
    }

    private static List<Path> folders(Map<String, String> environment) {
        List<Path> folders = new ArrayList<>();
        String session = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        if (session.startsWith("/")) {
            folders.add(Path.of(session));
        }
        folders.add(SERVICE);
        return folders;
    }

    private static Path temporaryFolder() throws IOException {
        return Path.of(System.getProperty("java.io.tmpdir"), "chronus-" + ownUser());
    }

    /** Anybody may have made it before us. */
    private static Path ownFolder() throws IOException {
        Path folder = temporaryFolder();
        try {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException known) {
            boolean isOwn = Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && user(folder) == ownUser();
            if (!isOwn || !PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)).equals("rwx------")) {
                throw new IOException(folder + " is not a folder of yours alone: name another place with --socket", known);
            }
        } catch (IOException full) {
            throw new IOException(folder + " cannot be made: name another place with --socket", full);
        }
        return folder;
    }

    private static int user(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    private static int ownUser() throws IOException {
        return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    }

    /** Refuses a place of another user, in one line; root may go anywhere. */
    static void checkOwner(Path path) throws IOException {
        if (user(path) != ownUser() && ownUser() != ROOT) {
            throw new IOException(path + " belongs to the user " + Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).getName()
                    + ": name another place with --socket");
        }
    }

    /** Listens there. What an instrument left behind that has ended is replaced. */
    static ServerSocketChannel take(Path path) throws IOException {
        if (path.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new IOException(path + ": is longer than the " + LONGEST + " bytes that a socket may have: name a shorter place");
        }
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            if (!Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).isOther()) {
                throw new IOException(path + ": is there already, and is no socket: name another place");
            }
            checkOwner(path);
            if (SocketClient.answers(path)) {
                throw new SocketTakenException(path, SocketClient.process(path));
            }
            Files.deleteIfExists(path);
        }
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(path));
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
            return server;
        } catch (IOException refused) {
            server.close();
            throw new IOException(path + ": cannot be listened at: " + refused.getMessage(), refused);
        }
    }
}

package org.chronus.presets.files;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.concurrent.ThreadLocalRandom;

/**
 * An output that is being written. A regular file is written beside its place, as {@code .chronus-NUMBER.part}, and takes the place of what
 * is there at the end, whole or not at all; a link to it stays a link, and the permissions stay what they were. A pipe, a device or standard
 * output is written into. What fails is said in one line, with the cure. One thread at a time.
 */
public final class OutputFile implements AutoCloseable {
    private static final String PART = ".chronus-", PART_END = ".part";
    /** No small file is being written for as long. */
    private static final Duration STALE = Duration.ofMinutes(10);
    private static final int CHUNK = 1 << 16;

    private final OutputPlace place;
    private final WritableByteChannel channel;
    /** What becomes the file at the end; null if it is written in place. */
    private final Path part;
    private long written;
    private boolean complete;

    /** For the open channel of a file that is written in place if {@code part} is null. */
    OutputFile(OutputPlace place, WritableByteChannel channel, Path part) {
        this.place = place;
        this.channel = channel;
        this.part = part;
    }

    /**
     * Opens one that takes the place of what may be there.
     *
     * @param waits false if a pipe without a reader is to be refused, else it is waited for
     */
    public static OutputFile replacing(OutputPlace place, boolean waits) throws IOException {
        if (place.kind() != OutputPlace.Kind.FILE) {
            return new OutputFile(place, stream(place, waits), null);
        }
        Path part = place.target().resolveSibling(PART + Long.toHexString(ThreadLocalRandom.current().nextLong()) + PART_END);
        OutputFile file = open(place, part, part);
        // For an interrupt: that is done when all else that is done then is over.
        part.toFile().deleteOnExit();
        return file;
    }

    /** The same for one that is there from the first moment, and was not there before, unless it is no regular file. */
    public static OutputFile live(OutputPlace place, boolean waits) throws IOException {
        return place.kind() == OutputPlace.Kind.FILE ? open(place, place.target(), null) : new OutputFile(place, stream(place, waits), null);
    }

    /** Writes a whole text. A pipe is waited for. */
    public static void write(OutputPlace place, String text) throws IOException {
        write(place, true, text);
    }

    /** Writes a whole text. Folders that are missing are made, and nothing is waited for. */
    public static void save(Path path, String text) throws IOException {
        createFolder(path);
        write(OutputPlace.of(path), false, text);
    }

    /** Writes a text that is made line by line, so that it is never there as a whole. Else as the other. */
    public static void save(Path path, Iterator<String> lines) throws IOException {
        createFolder(path);
        try (OutputFile file = replacing(OutputPlace.of(path), false)) {
            StringBuilder some = new StringBuilder();
            while (lines.hasNext()) {
                some.append(lines.next()).append('\n');
                if (some.length() > CHUNK || !lines.hasNext()) {
                    file.write(ByteBuffer.wrap(some.toString().getBytes(StandardCharsets.UTF_8)));
                    some.setLength(0);
                }
            }
            file.commit();
        }
    }

    private static void createFolder(Path path) throws IOException {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
        } catch (IOException wrong) {
            throw OutputException.of(path.toString(), wrong);
        }
    }

    /** Takes away what writers of small files left in a folder who were killed a while ago. */
    public static void sweep(Path folder) {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, PART + "*" + PART_END)) {
            for (Path part : parts) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(Instant.now().minus(STALE))) {
                    Files.deleteIfExists(part);
                }
            }
        } catch (IOException | DirectoryIteratorException there) {
            // They harm nobody.
        }
    }

    private static void write(OutputPlace place, boolean waits, String text) throws IOException {
        try (OutputFile file = replacing(place, waits)) {
            file.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            file.commit();
        }
    }

    private static OutputFile open(OutputPlace place, Path opened, Path part) throws IOException {
        try {
            FileChannel channel = FileChannel.open(opened, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            OutputFile file = new OutputFile(place, channel, part);
            if (part != null && place.exists()) {
                keepPermissions(place.target(), part);
            }
            return file;
        } catch (FileAlreadyExistsException there) {
            throw new OutputException(place.text(), "is there already, and is not recorded over", "name another file", there);
        } catch (IOException wrong) {
            throw OutputException.of(place.text(), wrong);
        }
    }

    /** Before anything is in it: nobody reads what he might not read before. Owners are kept if that is allowed. */
    private static void keepPermissions(Path from, Path to) throws IOException {
        PosixFileAttributes old = Files.readAttributes(from, PosixFileAttributes.class);
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        view.setPermissions(old.permissions());
        try {
            view.setOwner(old.owner());
            view.setGroup(old.group());
        } catch (IOException notOurs) {
            // It is then its writer's, as any new file is.
        }
        view.setPermissions(old.permissions());
    }

    private static WritableByteChannel stream(OutputPlace place, boolean waits) throws IOException {
        if (place.kind() == OutputPlace.Kind.STANDARD) {
            return Channels.newChannel(new StandardOutput.Checked());
        }
        try {
            // Linux opens a pipe for both at once, and while it is open nobody waits for a reader.
            try (FileChannel _ = waits || !place.isPipe() ? null
                    : FileChannel.open(place.target(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                return Files.isRegularFile(place.target()) ? FileChannel.open(place.target(), StandardOpenOption.APPEND)
                        : FileChannel.open(place.target(), StandardOpenOption.WRITE);
            }
        } catch (IOException wrong) {
            throw OutputException.of(place.text(), wrong);
        }
    }

    /** True if there is no way back to its beginning. */
    public boolean isStream() {
        return place.kind() != OutputPlace.Kind.FILE;
    }

    /** Appends all that is left in the buffer. */
    public void write(ByteBuffer bytes) throws IOException {
        try {
            while (bytes.hasRemaining()) {
                written += channel.write(bytes);
            }
        } catch (IOException wrong) {
            throw OutputException.of(place.text(), wrong);
        }
    }

    /**
     * Writes over the beginning, and sees to it that a cut of power takes only what comes after this. Of streams, only standard output that
     * leads into a file can do that.
     */
    public void rewriteBeginning(ByteBuffer bytes) throws IOException {
        try {
            if (channel instanceof FileChannel file && !isStream()) {
                for (long at = 0; bytes.hasRemaining();) {
                    at += file.write(bytes, at);
                }
                file.force(false);
            } else if (place.kind() == OutputPlace.Kind.STANDARD && System.out instanceof StandardOutput && Files.isRegularFile(place.target())) {
                rewriteStandardOutput(bytes);
            }
        } catch (IOException wrong) {
            throw OutputException.of(place.text(), wrong);
        }
    }

    /** By another descriptor, for this one may append whatever is written. */
    @SuppressWarnings("resource")
    private void rewriteStandardOutput(ByteBuffer bytes) throws IOException {
        long begin = new FileOutputStream(FileDescriptor.out).getChannel().position() - written;
        try (FileChannel again = FileChannel.open(place.target(), StandardOpenOption.WRITE)) {
            again.write(bytes, begin);
        }
    }

    /** Completes it and gives it its name. */
    public void commit() throws IOException {
        try {
            if (channel instanceof FileChannel file && !isStream()) {
                file.force(true);
            }
            channel.close();
            if (part != null) {
                Files.move(part, place.target(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                try (FileChannel entries = FileChannel.open(place.target().getParent(), StandardOpenOption.READ)) {
                    entries.force(true);
                }
            }
        } catch (IOException wrong) {
            throw OutputException.of(place.text(), wrong);
        }
        complete = true;
    }

    /** Throws it away, unless it is complete, or written in place. */
    @Override public void close() throws IOException {
        if (!complete) {
            channel.close();
            if (part != null) {
                Files.deleteIfExists(part);
            }
        }
    }
}

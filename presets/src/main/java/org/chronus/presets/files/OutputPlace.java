package org.chronus.presets.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/**
 * Where an output really goes: links are followed, also those that lead to nothing yet. Immutable; any thread.
 *
 * @param name   as somebody gave it
 * @param kind   what is there
 * @param target for a file, its place without any link; else what is to be opened
 */
public record OutputPlace(Path name, Kind kind, Path target) {
    /** What an output may be. */
    public enum Kind {
        /** A regular file, there or not yet. */
        FILE,
        /** A pipe, a device, or what this process has open: it is written into, and not replaced. */
        STREAM,
        /** Standard output. */
        STANDARD
    }

    private static final Path OWN_OUTPUT = Path.of("/proc/self/fd/1"), PROCESSES = Path.of("/proc");
    private static final Set<String> STANDARD_NAMES = Set.of("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1");
    private static final int MOST_LINKS = 40, TYPE = 0xF000, CHARACTER_DEVICE = 0x2000, PIPE = 0x1000;

    /** Looks where a path leads; {@code -} is standard output. Throws one line if nothing can be written there. */
    public static OutputPlace of(Path name) throws IOException {
        if (STANDARD_NAMES.contains(name.toString())) {
            return new OutputPlace(name, Kind.STANDARD, OWN_OUTPUT);
        }
        try {
            OutputPlace place = look(name);
            place.check();
            return place;
        } catch (FileSystemException wrong) {
            throw OutputException.of(name.toString(), wrong);
        }
    }

    private static OutputPlace look(Path name) throws IOException {
        try {
            BasicFileAttributes there = Files.readAttributes(name, BasicFileAttributes.class);
            if (there.isDirectory()) {
                throw new OutputException(name.toString(), "is a folder", "name a file", null);
            } else if (!there.isRegularFile()) {
                return new OutputPlace(name, Kind.STREAM, name);
            }
        } catch (NoSuchFileException nothing) {
            // To be made, perhaps at the end of a link.
        }
        Path at = name.toAbsolutePath();
        for (int links = 0; links < MOST_LINKS; links++) {
            Path folder = folder(at);
            at = folder.resolve(at.getFileName());
            if (!Files.isSymbolicLink(at)) {
                return new OutputPlace(name, Kind.FILE, at);
            } else if (at.startsWith(PROCESSES)) {
                return new OutputPlace(name, Kind.STREAM, name);
            }
            at = folder.resolve(Files.readSymbolicLink(at));
        }
        throw new FileSystemException(name.toString(), null, "its links lead in a circle");
    }

    private static Path folder(Path file) throws IOException {
        try {
            return file.getParent().toRealPath();
        } catch (NoSuchFileException missing) {
            throw new FileSystemException(file.toString(), null, "there is no folder " + file.getParent());
        }
    }

    /** How lines call it. */
    public String text() {
        return kind == Kind.STANDARD ? StandardOutput.NAME : name.toString();
    }

    /** Says early what would else be found out at the end. */
    private void check() throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (exists() && !Files.isWritable(target)) {
            throw new FileSystemException(name.toString(), null, "it is write-protected");
        } else if (kind == Kind.FILE && !Files.isWritable(folder)) {
            throw new FileSystemException(name.toString(), null, "nothing may be written into " + folder);
        }
    }

    /** True if there is something already. */
    public boolean exists() {
        return Files.exists(target);
    }

    /** True if there is a file already. */
    public boolean isTaken() {
        return kind == Kind.FILE && exists();
    }

    /** True if it waits for a reader. */
    boolean isPipe() {
        return kind == Kind.STREAM && type(target) == PIPE;
    }

    /** True if it is also that file, by whatever link or spelling. What is not a regular file can be both. */
    public boolean isAlso(Path input) {
        return Files.isRegularFile(input) && isSame(input);
    }

    /** True if both would write to the same file or pipe. Several may write to one character device, as to {@code /dev/null}. */
    public boolean isAlso(OutputPlace other) {
        boolean bothStandard = kind == Kind.STANDARD && other.kind == Kind.STANDARD;
        return bothStandard || target.equals(other.target) && !exists() || type(target) != CHARACTER_DEVICE && isSame(other.target);
    }

    private boolean isSame(Path other) {
        try {
            return Files.exists(target) && Files.exists(other) && Files.isSameFile(target, other);
        } catch (IOException unknown) {
            return false;
        }
    }

    private static int type(Path path) {
        try {
            return (int) Files.getAttribute(path, "unix:mode", new LinkOption[0]) & TYPE;
        } catch (IOException | UnsupportedOperationException unknown) {
            return 0;
        }
    }
}

package org.chronus.instrument.doctor;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the kernel says in {@code /proc} and {@code /sys}: nothing where it does not. Immutable; any thread. */
final class SystemFiles {
    private static final int LONGEST = 1 << 16;

    private final Path root;

    /** @param root the folder that has them; {@code /} but in tests */
    SystemFiles(Path root) {
        this.root = root;
    }

    /** A file's text without spaces around it; empty if there is none. */
    String text(String path) {
        return text(root.resolve(path));
    }

    /** In one read: the kernel gives a number from its beginning only, and {@link Files#readString} begins with a byte. */
    static String text(Path file) {
        try (InputStream stream = new FileInputStream(file.toFile())) {
            return new String(stream.readNBytes(LONGEST), StandardCharsets.UTF_8).strip();
        } catch (IOException none) {
            return "";
        }
    }

    /** A file's lines; none if there is no such file. */
    List<String> lines(String path) {
        return text(path).lines().toList();
    }

    /** What is in a folder and fits a pattern such as {@code cpu[0-9]*}, in order. */
    List<Path> list(String folder, String pattern) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root.resolve(folder), pattern)) {
            entries.forEach(found::add);
        } catch (IOException none) {
            return List.of();
        }
        found.sort(null);
        return found;
    }

    /** True if there is such a file or folder. */
    boolean has(String path) {
        return Files.exists(root.resolve(path));
    }
}

package org.chronus.hosting.jars;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** Damages jars. Stateless. */
final class JarEdit {
    private JarEdit() { }

    /** Changes the bytes of an entry. */
    static void patch(Path jar, String entry, Consumer<byte[]> change) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
            byte[] bytes = Files.readAllBytes(files.getPath(entry));
            change.accept(bytes);
            Files.write(files.getPath(entry), bytes);
        }
    }
}

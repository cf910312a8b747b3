package org.chronus.instrument.panel.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Map;

import org.chronus.presets.files.OutputFile;
import org.chronus.presets.files.UserFolder;

/** The key of paired devices: 125 random bits in letters and digits that cannot be taken for one another, kept for the next start. Any thread. */
public final class PanelKey {
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 25;

    private PanelKey() { }

    /** Where it is kept. */
    public static Path file(Map<String, String> environment) {
        return UserFolder.state(environment).resolve("panel-key");
    }

    /**
     * That of the file, or a new one, which is written there for its owner alone. Whoever deletes the file ends all pairings.
     *
     * @throws IOException in one line, if it cannot be kept
     */
    public static String of(Path file) throws IOException {
        try {
            String kept = Files.readString(file).strip();
            if (kept.matches("[" + LETTERS + "]{" + LENGTH + "}")) {
                return kept;
            }
        } catch (NoSuchFileException first) {
            Files.createDirectories(file.toAbsolutePath().getParent());
        }
        SecureRandom random = new SecureRandom();
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            key.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        OutputFile.save(file, key + "\n");
        return key.toString();
    }
}

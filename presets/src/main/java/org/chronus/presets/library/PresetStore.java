package org.chronus.presets.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.chronus.presets.files.OutputException;
import org.chronus.presets.files.OutputFile;
import org.chronus.presets.files.OutputPlace;
import org.chronus.presets.text.ReadResult;

/**
 * Writes presets into the user's folder, each whole or not at all, and not over a file that it did not write, unless told to. One thread at
 * a time.
 */
public final class PresetStore {
    private static final String ENDING = ".yaml";

    private final Path folder;
    /** The texts that were written from here. */
    private final Map<Path, String> written = new HashMap<>();

    /** @param folder is made when it is needed */
    public PresetStore(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** True if the word is the place of a file rather than the name of a preset. */
    public static boolean isPath(String word) {
        return word.contains("/") || word.endsWith(ENDING);
    }

    /**
     * Writes a preset.
     *
     * @param word the name of the preset, or a path within the folder that ends in {@code .yaml}
     * @param over true to replace a file that was not written from here
     * @param kept files that are never replaced, by whatever name
     * @return where it is now; refused if that would be outside the folder, or over another's file, or if the disk refuses
     */
    public ReadResult<Path> save(String word, String text, boolean over, List<Path> kept) {
        Optional<Path> place = place(word);
        if (place.isEmpty() || !place.get().startsWith(folder) || !place.get().toString().endsWith(ENDING)) {
            return ReadResult.refused(word, "presets are saved in " + folder, "give a name, or a path in there that ends in .yaml");
        }
        Path file = place.get();
        try {
            if (isOneOf(kept, file)) {
                return ReadResult.refused(file.toString(), "is in use, and no preset", "choose another name");
            }
            if (!over && Files.exists(file) && !isOurs(file)) {
                return ReadResult.refused(file.toString(), "is there already, and was not written from here", "choose another name, or add \"over\"");
            }
            OutputFile.save(file, text);
        } catch (OutputException failure) {
            return ReadResult.refused(file.toString(), failure.reason(), failure.cure());
        } catch (IOException failure) {
            return ReadResult.refused(file.toString(), "it cannot be written (" + failure.getMessage() + ")", "look at the disk and its permissions");
        }
        written.put(file, text);
        return ReadResult.of(file);
    }

    private static boolean isOneOf(List<Path> kept, Path file) throws IOException {
        return Files.exists(file) && kept.stream().anyMatch(OutputPlace.of(file)::isAlso);
    }

    private boolean isOurs(Path file) throws IOException {
        return written.containsKey(file) && Files.isRegularFile(file)
                && written.get(file).equals(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }

    private Optional<Path> place(String word) {
        String name = isPath(word) ? word : word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "") + ENDING;
        try {
            return name.equals(ENDING) ? Optional.empty() : Optional.of(folder.resolve(name).normalize());
        } catch (InvalidPathException impossible) {
            return Optional.empty();
        }
    }
}

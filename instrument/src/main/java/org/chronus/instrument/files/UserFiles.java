package org.chronus.instrument.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.chronus.instrument.files.FileRefusal.Reason;
import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.files.OutputFile;
import org.chronus.presets.files.OutputPlace;
import org.chronus.presets.library.BankReader;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.preset.PresetReader;
import org.chronus.presets.text.FileText;
import org.chronus.presets.text.ReadResult;
import org.chronus.presets.tuning.Tuning;

/**
 * The user's presets, banks, scales, keymaps and SoundFonts, each in the folder where it is looked for. A file that is sent takes its place whole or
 * not at all, once it has been looked at. Any thread but the audio thread; one file is written at a time.
 */
public final class UserFiles {
    private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M} ._()+&'#-]{0,98}";

    private final PresetLibrary library;
    private final PresetReader presets;
    private final Path soundFonts;

    /** A file. */
    public record Entry(String name, FileKind kind, long bytes) { }

    /** @param soundFonts the folder of SoundFonts, which need not exist; all others are in that of the presets */
    public UserFiles(PresetLibrary library, ModuleCatalog catalog, Path soundFonts) {
        this.library = library;
        this.soundFonts = soundFonts;
        presets = new PresetReader(catalog);
    }

    /** All of them, by kind and name. */
    public List<Entry> list() {
        List<Entry> all = new ArrayList<>();
        for (Path folder : List.of(library.userFolder(), soundFonts)) {
            try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
                files.filter(Files::isRegularFile).forEach(file -> entry(folder, file).ifPresent(all::add));
            } catch (IOException | UncheckedIOException unreadable) {
                // A folder that cannot be read has nothing to offer.
                continue;
            }
        }
        all.sort(Comparator.comparing(Entry::kind).thenComparing(Entry::name, String.CASE_INSENSITIVE_ORDER));
        return all;
    }

    private Optional<Entry> entry(Path folder, Path file) {
        String name = file.getFileName().toString();
        return FileKind.of(name).filter(kind -> name.matches(NAME) && folder(kind).equals(folder))
                .map(kind -> new Entry(name, kind, file.toFile().length()));
    }

    private Path folder(FileKind kind) {
        return kind == FileKind.SOUNDFONT ? soundFonts : library.userFolder();
    }

    /** Where the file of a name is; refused if there is none. */
    public Path find(String name) throws FileRefusal {
        Path file = place(name);
        if (!Files.isRegularFile(file)) {
            throw new FileRefusal(Reason.NOT_THERE, "there is no file " + name + ": look at the list");
        }
        return file;
    }

    private static FileKind kind(String name) throws FileRefusal {
        if (!name.matches(NAME)) {
            throw new FileRefusal(Reason.WRONG, "that is no name of a file: give one of letters and digits, without folders and without "
                    + "a dot at its beginning");
        }
        return FileKind.of(name).orElseThrow(() -> new FileRefusal(Reason.WRONG,
                name + " is none of the user's files: .yaml, .scl, .kbm and .sf2 are"));
    }

    private Path place(String name) throws FileRefusal {
        return folder(kind(name)).toAbsolutePath().resolve(name);
    }

    /**
     * A file, or a piece of one, is sent.
     *
     * @param from where the piece begins; only a SoundFont comes in several
     * @param size of the whole, in bytes
     * @param over true to replace a file of that name
     * @return true once it is complete and in its place
     */
    public synchronized boolean receive(String name, long from, long size, InputStream in, boolean over) throws IOException, FileRefusal {
        FileKind kind = kind(name);
        Path target = place(name);
        if (size > kind.most() || from < 0) {
            throw new FileRefusal(Reason.TOO_LONG, name + " is too long: such a file has no more than " + (kind.most() >> 20) + " MiB");
        }
        if (!over && Files.exists(target)) {
            throw new FileRefusal(Reason.IS_THERE, name + " is there already: send it under another name, or over it");
        }
        if (kind == FileKind.SOUNDFONT) {
            return new SoundFontUpload(target, size).receive(from, in);
        }
        byte[] bytes = in.readNBytes((int) kind.most() + 1);
        if (bytes.length != size || from != 0) {
            throw new FileRefusal(Reason.WRONG, name + " did not come as a whole: send it again");
        }
        save(kind, target, bytes);
        return true;
    }

    private void save(FileKind kind, Path target, byte[] bytes) throws IOException, FileRefusal {
        String name = target.getFileName().toString();
        if (kind == FileKind.YAML) {
            ReadResult<String> text = FileText.decode(name, new ByteArrayInputStream(bytes));
            FileRefusal.check(text, name);
            FileRefusal.check(BankReader.isBank(text.value()) ? new BankReader(library).read(text.value(), target.toString())
                    : presets.read(text.value(), target.toString()), name);
        } else {
            FileRefusal.check(new ReadResult<>(null, Tuning.check(name, kind == FileKind.KEYMAP, bytes)), name);
        }
        Files.createDirectories(target.getParent());
        try (OutputFile file = OutputFile.replacing(OutputPlace.of(target), false)) {
            file.write(ByteBuffer.wrap(bytes));
            file.commit();
        }
    }
}

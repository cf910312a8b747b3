package org.chronus.presets.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

import org.chronus.presets.files.UserFolder;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.preset.PresetReader;
import org.chronus.presets.text.FileText;
import org.chronus.presets.text.Problem;
import org.chronus.presets.text.ReadResult;
import org.chronus.presets.value.Header;

/**
 * The presets of the user's folder and of the banks that come with Chronus. What cannot be found or read is one line among the
 * problems, with its cure.
 * Files are read anew at every call, so that what was just edited is heard; the results are cached by the text. Any thread but the audio
 * thread.
 */
public final class PresetLibrary {
    private static final String ENDING = ".yaml";
    private static final int CACHE_SIZE = 64;

    private final PresetReader reader;
    private final Path userFolder;
    private final FactoryPresets factory = new FactoryPresets("factory", PresetFile.FACTORY);
    private final FactoryPresets hosted = new FactoryPresets("hosted", PresetFile.HOSTED);
    /** What was read; the least recently used is dropped first. */
    private final SequencedMap<PresetFile, ReadResult<Preset>> cache = new LinkedHashMap<>(CACHE_SIZE, 0.75f, true);

    /** A library with the user's presets in this folder, which need not exist. */
    public PresetLibrary(PresetReader reader, Path userFolder) {
        this.reader = reader;
        this.userFolder = userFolder;
    }

    /**
     * The library of a user with this environment: presets are in {@code $XDG_DATA_HOME/chronus/presets}, by default in {@code
     * ~/.local/share}.
     */
    public static PresetLibrary of(PresetReader reader, Map<String, String> environment) {
        Path data = UserFolder.of(environment, "XDG_DATA_HOME", Path.of(".local", "share"));
        return new PresetLibrary(reader, data.resolve("chronus").resolve("presets"));
    }

    /** Where the user's presets are, or would be. */
    public Path userFolder() {
        return userFolder;
    }

    /** Every preset that needs nothing but us: the user's by name, then the factory's. Files that cannot be read are among the problems. */
    public ReadResult<List<PresetFile>> list() {
        ReadResult<List<PresetFile>> users = users();
        return new ReadResult<>(Stream.concat(users.value().stream(), factory.list().stream()).toList(), users.problems());
    }

    /** Those of ours that other people's plugins play, whether or not they are installed. */
    public List<PresetFile> hosted() {
        return hosted.list();
    }

    private NameSearch search(List<PresetFile> besidePresets) {
        return new NameSearch(Stream.of(list().value(), hosted.list(), besidePresets).flatMap(List::stream).toList());
    }

    private Stream<PresetFile> ours() {
        return Stream.concat(factory.list().stream(), hosted.list().stream());
    }

    /**
     * Finds a preset, or a bank if the word is a path, or the name of our bank of hosted presets.
     *
     * @param word a path if it is a file, contains {@code /} or ends in {@code .yaml}; else a name, the name of a file, or a beginning or
     *             piece of a name that no other has; the user's before the factory's, in upper or lower case
     */
    public ReadResult<PresetFile> find(String word) {
        boolean isPath = word.contains("/") || word.endsWith(ENDING);
        Optional<Path> path = path(word);
        if (path.isEmpty() || !isPath && !Files.isRegularFile(path.get())) {
            return search(List.of(hosted.bank())).find(word);
        }
        return file(path.get());
    }

    /** Finds a preset and reads it. */
    public ReadResult<Preset> load(String word) {
        ReadResult<PresetFile> file = find(word);
        return file.found().map(this::read).orElseGet(file::withoutValue);
    }

    /** Reads the preset of a program, with the level and transposition that the bank gives it. */
    public ReadResult<Preset> load(Bank bank, BankEntry entry) {
        ReadResult<PresetFile> file = resolve(entry.presetReference(), bank.origin());
        ReadResult<Preset> preset = file.found().map(this::read).orElseGet(file::withoutValue);
        return new ReadResult<>(preset.found().map(found -> found.adjusted(entry.levelFactor(), entry.transposeSemitones())).orElse(null),
                preset.problems());
    }

    /** Reads a preset. A bank in its place is an error. */
    public ReadResult<Preset> read(PresetFile file) {
        synchronized (cache) {
            ReadResult<Preset> known = cache.get(file);
            if (known != null) {
                return known;
            }
            ReadResult<Preset> reading = reader.read(file.text(), file.file());
            // What depends on other files, or lacks them, may be another thing the next time.
            if (reading.found().filter(preset -> preset.tuning() == null).isPresent()) {
                cache.put(file, reading);
            }
            if (cache.size() > CACHE_SIZE) {
                cache.pollFirstEntry();
            }
            return reading;
        }
    }

    /** Reads a bank. A preset in its place is an error. Our bank of hosted presets comes without those whose plugins are not there. */
    public ReadResult<Bank> readBank(PresetFile file) {
        ReadResult<Bank> reading = new BankReader(this).read(file.text(), file.file());
        return file.equals(hosted.bank()) ? new PlayablePrograms(this).of(reading.value()) : reading;
    }

    /** The bank of all factory presets. */
    public ReadResult<Bank> factoryBank() {
        return readBank(factory.bank());
    }

    /** The file from which a bank or a preset came, as it is now; nothing for one of ours. */
    public Optional<ReadResult<PresetFile>> again(String origin) {
        return ownFile(origin).findFirst().map(PresetLibrary::file);
    }

    /** What a preset is made of: its file and its scales; none of ours. */
    public List<Path> filesOf(Preset preset) {
        return Stream.concat(ownFile(preset.origin()), scales(preset)).toList();
    }

    /** What a bank is made of: its file, those of its presets, right or wrong, and their scales; none of ours. */
    public List<Path> filesOf(Bank bank) {
        return Stream.concat(otherFilesOf(bank).stream(), presetsOf(bank).flatMap(file -> ownFile(file.file()))).distinct().toList();
    }

    /** The same without the presets. */
    public List<Path> otherFilesOf(Bank bank) {
        return Stream.concat(ownFile(bank.origin()), presetsOf(bank).flatMap(file -> read(file).found().stream()).flatMap(PresetLibrary::scales))
                .distinct().toList();
    }

    private Stream<PresetFile> presetsOf(Bank bank) {
        return bank.banks().values().stream().flatMap(programs -> programs.values().stream())
                .flatMap(entry -> resolve(entry.presetReference(), bank.origin()).found().stream());
    }

    private static Stream<Path> scales(Preset preset) {
        return preset.tuning() == null ? Stream.empty() : preset.tuning().files().stream();
    }

    private static Stream<Path> ownFile(String file) {
        return file.startsWith(PresetFile.FACTORY) ? Stream.empty() : path(file).stream();
    }

    /** The file that a bank means: the one beside it, else one of the library's with that file name, else one with that name. */
    ReadResult<PresetFile> resolve(String reference, String bankFile) {
        Optional<Path> beside = bankFile.startsWith(PresetFile.FACTORY) ? Optional.empty()
                : path(bankFile).flatMap(bank -> path(reference).map(bank::resolveSibling));
        if (beside.isPresent() && (Files.isRegularFile(beside.get()) || reference.contains("/"))) {
            return file(beside.get());
        }
        Optional<Path> users = path(reference).map(userFolder::resolve);
        if (reference.endsWith(ENDING) && users.isPresent() && Files.isRegularFile(users.get())) {
            return file(users.get());
        }
        return reference.endsWith(ENDING) ? factoryFile(reference) : search(List.of()).find(reference);
    }

    private ReadResult<PresetFile> factoryFile(String reference) {
        String stem = Header.stem(reference);
        return ours().filter(file -> file.stem().equals(stem)).findFirst().map(ReadResult::of)
                .orElseGet(() -> search(List.of()).missingFile(reference));
    }

    private ReadResult<List<PresetFile>> users() {
        List<PresetFile> files = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        if (Files.isDirectory(userFolder)) {
            try (Stream<Path> paths = Files.list(userFolder)) {
                for (Path path : paths.filter(each -> each.toString().endsWith(ENDING)).sorted().toList()) {
                    ReadResult<PresetFile> file = file(path);
                    file.found().filter(found -> !found.isBank()).ifPresent(files::add);
                    problems.addAll(file.problems());
                }
            } catch (IOException | java.io.UncheckedIOException failure) {
                problems.addAll(ReadResult.refused(userFolder.toString(), "the folder cannot be read", "allow it: chmod u+rx").problems());
            }
        }
        files.sort(Comparator.comparing(PresetFile::name, String.CASE_INSENSITIVE_ORDER));
        return new ReadResult<>(files, problems);
    }

    private static ReadResult<PresetFile> file(Path path) {
        ReadResult<String> text = FileText.read(path);
        return new ReadResult<>(text.found().map(found -> PresetFile.of(path.toString(), found)).orElse(null), text.problems());
    }

    private static Optional<Path> path(String word) {
        try {
            return Optional.of(Path.of(word));
        } catch (InvalidPathException impossible) {
            return Optional.empty();
        }
    }
}

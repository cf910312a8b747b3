package org.chronus.instrument.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.chronus.instrument.cli.options.Refusal;
import org.chronus.instrument.cli.options.SoundLibrary;
import org.chronus.instrument.cli.terminal.Terminal;
import org.chronus.instrument.settings.BindingsReader;
import org.chronus.instrument.settings.DeviceFile;
import org.chronus.instrument.settings.DevicesReader;
import org.chronus.instrument.settings.WatchedFile;
import org.chronus.presets.library.PresetFile;
import org.chronus.presets.text.Problem;
import org.chronus.presets.text.ReadResult;
import org.chronus.presets.text.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Reads presets, banks, devices and learned controllers as the instrument would, and says all that is wrong with them. */
@Command(name = "check", mixinStandardHelpOptions = true, description = "Validates presets, banks, devices and learned controllers.")
final class CheckCommand implements Callable<Integer> {
    private static final String HOSTED = "hosted";

    @Parameters(paramLabel = "FILE|DIR", arity = "0..*", description = "files or folders, or hosted, our bank of other people's plugins (the user's)")
    private List<Path> places = new ArrayList<>();

    @Override public Integer call() throws Exception {
        SoundLibrary sounds = new SoundLibrary();
        if (places.isEmpty()) {
            Stream.of(sounds.library().userFolder(), DeviceFile.of(System.getenv()), WatchedFile.of(System.getenv(), WatchedFile.LEARNED))
                    .filter(Files::exists).forEach(places::add);
        }
        if (places.isEmpty()) {
            throw new Refusal(sounds.library().userFolder() + ": there is no such folder yet: put presets there, or name a file");
        }
        int wrong = 0, good = 0;
        for (Path place : places) {
            for (Path file : files(place)) {
                List<Problem> problems = check(sounds, file);
                problems.forEach(problem -> System.out.println(Terminal.is(Terminal.OUTPUT) ? problem.withCaret() : problem.toString()));
                boolean refused = problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
                wrong += refused ? 1 : 0;
                good += refused ? 0 : 1;
            }
        }
        System.err.println(good + " good, " + wrong + " refused");
        return wrong > 0 ? 1 : 0;
    }

    private static List<Problem> check(SoundLibrary sounds, Path file) {
        boolean isHosted = file.toString().equals(HOSTED) && !Files.exists(file);
        ReadResult<PresetFile> found = sounds.library().find(isHosted || file.toString().contains("/") ? file.toString() : "./" + file);
        if (found.found().isEmpty()) {
            return found.problems();
        }
        if (DevicesReader.isDevices(found.value().text())) {
            return DevicesReader.read(found.value().text(), found.value().file()).problems();
        }
        if (BindingsReader.isBindings(found.value().text())) {
            return BindingsReader.read(found.value().text(), found.value().file()).problems();
        }
        return found.value().isBank() ? sounds.library().readBank(found.value()).problems() : sounds.library().read(found.value()).problems();
    }

    private static List<Path> files(Path place) throws Exception {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }
}

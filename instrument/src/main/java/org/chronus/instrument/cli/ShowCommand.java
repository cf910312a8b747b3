package org.chronus.instrument.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.chronus.instrument.cli.options.Refusal;
import org.chronus.instrument.cli.options.SoundLibrary;
import org.chronus.instrument.cli.terminal.CommandFiles;
import org.chronus.instrument.diagram.DiagramTooLarge;
import org.chronus.instrument.diagram.PatchDiagram;
import org.chronus.presets.files.OutputFile;
import org.chronus.presets.files.OutputPlace;
import org.chronus.presets.library.PresetFile;
import org.chronus.presets.preset.Preset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a preset's file, or draws its wiring. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "Prints a preset's file: chronus show \"Init\" > my.yaml")
final class ShowCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PRESET", description = "a path, a name, or the beginning of one")
    private String preset;
    @Option(names = "--picture", paramLabel = "OUT.svg",
            description = "draws its parts, modules and cables into a file instead; - for standard output")
    private Path picture;

    @Override public Integer call() throws Exception {
        SoundLibrary sounds = new SoundLibrary();
        PresetFile file = SoundLibrary.good(sounds.library().find(preset));
        if (picture == null) {
            System.out.print(file.text());
            return 0;
        }
        OutputPlace place = new CommandFiles().reads("the preset", () -> file.factory() ? List.of() : List.of(Path.of(file.file())))
                .writes("--picture", picture);
        Preset read = SoundLibrary.good(sounds.library().read(file));
        try {
            OutputFile.write(place, PatchDiagram.svg(read));
        } catch (DiagramTooLarge large) {
            throw new Refusal(file.name() + ": " + large.getMessage());
        } catch (IOException failure) {
            throw Refusal.of(failure);
        }
        return 0;
    }
}

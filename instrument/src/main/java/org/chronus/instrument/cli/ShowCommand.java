package org.chronus.instrument.cli;

import java.util.concurrent.Callable;

import org.chronus.instrument.cli.options.SoundLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints a preset's file. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "Prints a preset's file: chronus show \"Init\" > my.yaml")
final class ShowCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PRESET", description = "a path, a name, or the beginning of one")
    private String preset;

    @Override public Integer call() throws Exception {
        System.out.print(SoundLibrary.good(new SoundLibrary().library().find(preset)).text());
        return 0;
    }
}

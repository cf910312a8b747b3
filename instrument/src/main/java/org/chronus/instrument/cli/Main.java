package org.chronus.instrument.cli;

import java.io.PrintWriter;

import org.chronus.instrument.cli.options.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Data goes to standard output, all else to standard error; 0 is fine, 1 refused, 2 wrongly called. */
@Command(name = "chronus", mixinStandardHelpOptions = true, version = "chronus 0.1",
        description = "A MIDI-driven instrument that never clicks, never hangs a note and never goes silent.",
        subcommands = {DemoCommand.class, PlayCommand.class, RenderCommand.class, CheckCommand.class, ShowCommand.class, ListCommand.class,
            LearnCommand.class, DescribeCommand.class, BenchCommand.class, SoakCommand.class})
public final class Main implements Runnable {
    /** Starts the command and ends with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((problem, line, parsed) -> {
                    PrintWriter out = line.getErr();
                    if (problem instanceof Refusal) {
                        out.println("chronus: " + problem.getMessage());
                    } else {
                        out.println("chronus: " + problem + ": this is a mistake of ours");
                        if ("1".equals(System.getenv("CHRONUS_VERBOSE"))) {
                            problem.printStackTrace(out);
                        }
                    }
                    out.flush();
                    return 1;
                }).execute(arguments);
    }

    @Override public void run() {
        System.out.println("""
                chronus demo                        hear it: a built-in piece through several presets
                chronus play                        play it: every keyboard that is there, on the best audio output
                chronus list presets                what there is to play
                chronus show "Init" > my.yaml       start a preset of your own
                chronus check my.yaml               is it right?
                chronus --help                      everything else""");
    }
}

package org.chronus.instrument.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.chronus.instrument.cli.play.PlayCommand;
import org.chronus.instrument.cli.options.Refusal;
import org.chronus.instrument.cli.remote.ChangeCommands;
import org.chronus.instrument.cli.remote.PanicCommand;
import org.chronus.instrument.cli.remote.RecordCommand;
import org.chronus.instrument.cli.remote.StatusCommand;
import org.chronus.presets.files.OutputException;
import org.chronus.presets.files.StandardOutput;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Data goes to standard output, all else to standard error; 0 is fine, 1 refused, 2 wrongly called. */
@Command(name = "chronus", mixinStandardHelpOptions = true, version = "chronus 0.1",
        description = "A MIDI-driven instrument that never clicks, never hangs a note and never goes silent.",
        subcommands = {DemoCommand.class, PlayCommand.class, RenderCommand.class, ReplayCommand.class, CheckCommand.class, GigCheckCommand.class,
            ShowCommand.class, ListCommand.class, LearnCommand.class, DescribeCommand.class, StatusCommand.class, ChangeCommands.Program.class,
            ChangeCommands.Next.class, ChangeCommands.Previous.class, ChangeCommands.Load.class, ChangeCommands.Reload.class, PanicCommand.class,
            RecordCommand.class,
            BenchCommand.class, SoakCommand.class, LatencyCommand.class, DoctorCommand.class})
public final class Main implements Runnable {
    private static final int REFUSED = 1, MISUSED = 2;
    private static final char UNREADABLE = '\uFFFD';

    /** Starts the command and ends with its exit code. */
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        StandardOutput.install();
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        int code = isReadable(arguments) ? line(arguments).setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(System.out, true)).setErr(new PrintWriter(System.err, true))
                .setExecutionExceptionHandler((problem, line, parsed) -> tell(problem)).execute(arguments) : MISUSED;
        return StandardOutput.failure().map(failure -> end(failure, code)).orElse(code);
    }

    /** With the command alone that is asked for, if it is one of ours: to describe them all would take most commands longer than their work. */
    private static CommandLine line(String... arguments) {
        Stream<Class<?>> ours = Stream.of(Main.class.getAnnotation(Command.class).subcommands());
        return ours.filter(type -> arguments.length > 0 && type.getAnnotation(Command.class).name().equals(arguments[0])).findFirst()
                .map(type -> new CommandLine(new Asked()).addSubcommand(type)).orElseGet(() -> CommandGroups.in(new CommandLine(new Main())));
    }

    /** What stands before the one command that is asked for. */
    @Command(name = "chronus")
    private static final class Asked { }

    /** Java puts the replacement character in the place of what it cannot decode, and finds no file of that name. */
    private static boolean isReadable(String... arguments) {
        Optional<String> foreign = Stream.of(arguments).filter(word -> word.indexOf(UNREADABLE) >= 0).findFirst();
        foreign.ifPresent(word -> System.err.println("chronus: " + word + ": is a name that " + System.getProperty("sun.jnu.encoding")
                + " cannot express: rename the file in UTF-8, and start with LC_ALL=C.UTF-8"));
        return foreign.isEmpty();
    }

    private static int tell(Exception problem) {
        if (!(problem instanceof Refusal refusal)) {
            System.err.println("chronus: " + problem + ": this is a mistake of ours");
            if ("1".equals(System.getenv("CHRONUS_VERBOSE"))) {
                problem.printStackTrace(System.err);
            }
            return REFUSED;
        }
        // That standard output has failed is said at the end, once for all that was printed.
        if (refusal.exitCode() != Refusal.READER_GONE && StandardOutput.failure().isEmpty()) {
            System.err.println("chronus: " + refusal.getMessage());
        }
        return refusal.exitCode();
    }

    private static int end(OutputException failure, int code) {
        if (failure.isReaderGone()) {
            return Refusal.READER_GONE;
        }
        System.err.println("chronus: " + failure.getMessage());
        return code == 0 ? REFUSED : code;
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

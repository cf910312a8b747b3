package org.chronus.instrument.cli.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which of our streams are terminals, asked of Linux, and how the one with the keys passes them on, told to {@code stty}. */
public final class Terminal {
    /** File descriptors. */
    public static final int INPUT = 0, OUTPUT = 1, ERROR = 2;

    /** How it was set before, as {@code stty} writes it; null while nothing has changed. */
    private volatile String before;

    /** True if a person sits at that stream. */
    public static boolean is(int stream) {
        try {
            // The console's own question means input and output together; here each stream counts by itself.
            return Files.readSymbolicLink(Path.of("/proc/self/fd/" + stream)).toString().matches("/dev/(pts/|tty|console).*");
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * From now on keys come one at a time and unseen, until this process ends; whoever ends it without its shutdown hooks calls
     * {@link #giveBack} first. Ctrl-C still interrupts, and lines still end as usual. False if standard input is no terminal: then nothing
     * has changed.
     */
    boolean passKeysAtOnce() {
        if (!is(INPUT)) {
            return false;
        }
        Optional<String> settings = stty("-g");
        if (settings.isEmpty()) {
            return false;
        }
        before = settings.get().strip();
        Runtime.getRuntime().addShutdownHook(new Thread(this::giveBack));
        return stty("-icanon", "-echo", "min", "1", "time", "0").isPresent();
    }

    /** Sets it as it was before. Any thread; nothing if it was never changed. */
    public void giveBack() {
        if (before != null) {
            stty(before);
        }
    }

    /** What it says, or empty if it fails. */
    private static Optional<String> stty(String... words) {
        List<String> command = new ArrayList<>(List.of(words));
        command.addFirst("stty");
        try {
            Process process = new ProcessBuilder(command).redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return process.waitFor() == 0 ? Optional.of(said) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}

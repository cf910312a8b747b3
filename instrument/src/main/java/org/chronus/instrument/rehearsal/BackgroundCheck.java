package org.chronus.instrument.rehearsal;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * A {@code gig-check} beside an instrument that plays: a process of its own, which has the processor only when nobody else wants it, and stands still
 * while the instrument is busy. One at a time. Any thread but the audio thread; threads of its own go with it.
 */
public final class BackgroundCheck implements AutoCloseable {
    private static final String COMMAND = "org.chronus.instrument.cli.Main";
    /** A policy of {@code man 7 sched} below all others. */
    private static final List<String> IDLE = List.of("chrt", "--idle", "0");
    private static final long LOOK_MILLIS = 100;
    /** Looks without trouble before it goes on; looks in trouble before it is given up. */
    private static final int CALM = 20, LONGEST = 900;

    private final BooleanSupplier busy;
    private final AtomicLong runs = new AtomicLong();
    private Process process;
    private volatile State state = new State(0, false, false, 0, "", "");
    private volatile String report = "";

    /**
     * Where it is. Immutable.
     *
     * @param run     counts the checks that were begun
     * @param stands  true while the instrument needs the machine
     * @param begun   programs that were begun
     * @param program the one that is played
     * @param failed  why there is no report; empty if there is one, or none yet
     */
    public record State(long run, boolean running, boolean stands, int begun, String program, String failed) { }

    /** @param busy true while it would take what the instrument needs */
    public BackgroundCheck(BooleanSupplier busy) {
        this.busy = busy;
    }

    public State state() {
        return state;
    }

    /** What {@code gig-check --json} printed; empty before the first is through. */
    public String report() {
        return report;
    }

    /**
     * Begins.
     *
     * @param word the bank as the command names it; none for the factory's
     * @return false if another is under way
     */
    public synchronized boolean begin(Optional<String> word) throws IOException {
        if (state.running()) {
            return false;
        }
        List<String> command = new ArrayList<>(IDLE);
        command.addAll(List.of(System.getProperty("java.home") + "/bin/java", "-Xmx512m", "-XX:+UseSerialGC", "--add-modules", "jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), COMMAND, "gig-check", "--json", "--progress"));
        word.ifPresent(command::add);
        Process begun = new ProcessBuilder(command).start();
        begun.getOutputStream().close();
        process = begun;
        state = new State(runs.incrementAndGet(), true, false, 0, "", "");
        Thread.ofPlatform().name("check-progress").daemon().start(() -> listen(begun));
        Thread.ofVirtual().name("check").start(() -> watch(begun));
        return true;
    }

    /** Ends it; what was reported before stays. */
    public synchronized void cancel() {
        if (state.running()) {
            process.destroyForcibly();
            end(process, "it was cancelled");
        }
    }

    private synchronized void end(Process ended, String failed) {
        if (ended == process && state.running()) {
            state = new State(state.run(), false, false, state.begun(), "", failed);
        }
    }

    private synchronized void stands(Process standing, boolean stands) {
        if (standing == process && state.running()) {
            state = new State(state.run(), true, stands, state.begun(), state.program(), "");
        }
    }

    private synchronized void plays(Process playing, String program) {
        if (playing == process && state.running()) {
            state = new State(state.run(), true, state.stands(), state.begun() + 1, program, "");
        }
    }

    /** Each line of its standard error is a program, or the reason for its end. */
    private void listen(Process begun) {
        CompletableFuture<String> printed = CompletableFuture.supplyAsync(() -> printed(begun),
                task -> Thread.ofPlatform().name("check-report").daemon().start(task));
        String last = "";
        try (BufferedReader lines = begun.errorReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.matches("\\d.*")) {
                    plays(begun, line);
                } else if (!line.isBlank() && !line.startsWith("WARNING")) {
                    last = line;
                }
            }
        } catch (IOException ended) {
            last = "";
        }
        String json = printed.join();
        if (json.startsWith("{")) {
            report = json;
            end(begun, "");
        }
        end(begun, last.isEmpty() ? "the check came to no end" : last);
    }

    private static String printed(Process begun) {
        try {
            return new String(begun.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException ended) {
            return "";
        }
    }

    /** Lets it go on only while nothing is lost by it. */
    private void watch(Process begun) {
        int calm = CALM, standing = 0;
        boolean stood = false;
        try {
            while (!begun.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                calm = busy.getAsBoolean() ? 0 : calm + 1;
                boolean stops = calm < CALM;
                if (stops != stood) {
                    stood = stops;
                    signal(begun, stops ? "-STOP" : "-CONT");
                    stands(begun, stops);
                }
                standing = stops ? standing + 1 : 0;
                if (standing > LONGEST) {
                    begun.destroyForcibly();
                    end(begun, "the instrument needs the machine: check again when it has less to do");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException none) {
            begun.destroyForcibly();
            end(begun, "it cannot be made to wait: " + none.getMessage());
        }
    }

    /** By the shell's own command: a small system has no other. */
    private static void signal(Process process, String signal) throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill " + signal + " " + process.pid()).start().waitFor();
    }

    @Override public void close() {
        cancel();
    }
}

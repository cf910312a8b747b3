package org.chronus.instrument.jack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A real JACK server without hardware, of a name of its own, for tests; they are skipped where none is installed. */
final class JackServer implements AutoCloseable {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    final String name;
    private final int period;
    private Process process;

    /** {@code period}: frames. */
    JackServer(int period) throws IOException, InterruptedException {
        assumeTrue(has("jackd") && JackLibrary.exists(), "install jackd2 to run the tests with JACK");
        name = "chronus-test-" + ProcessHandle.current().pid() + "-" + NUMBERS.incrementAndGet();
        this.period = period;
        start();
    }

    static boolean has(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Starts it, or starts it again. */
    void start() throws IOException, InterruptedException {
        start(48_000);
    }

    /** The same at this rate, in Hz. */
    void start(int rate) throws IOException, InterruptedException {
        process = new ProcessBuilder("jackd", "-r", "-S", "-n", name, "-d", "dummy", "-r", Integer.toString(rate), "-p", Integer.toString(period))
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        for (int look = 0; look < 1_000; look++) {
            if (isThere()) {
                return;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("jackd does not start");
    }

    /** Its socket. No client is opened to see: the library would throw out those that the process has at a server that has died. */
    private boolean isThere() throws IOException {
        return files().stream().anyMatch(file -> file.toString().endsWith("_0"));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/dev/shm"))) {
            return all.filter(file -> file.getFileName().toString().contains("_" + name + "_")).toList();
        }
    }

    /** Its end without a warning. */
    void kill() throws IOException {
        process.destroyForcibly();
        assertTrue(hasEnded());
        removeFiles();
    }

    /** It stands still, as one whose driver hangs; or goes on. */
    void stop(boolean still) throws IOException, InterruptedException {
        assertEquals(0, new ProcessBuilder("kill", still ? "-STOP" : "-CONT", Long.toString(process.pid())).start().waitFor());
    }

    /** What a server leaves that was killed. */
    private void removeFiles() throws IOException {
        for (Path file : files()) {
            Files.deleteIfExists(file);
        }
    }

    private boolean hasEnded() {
        try {
            return process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A small client of {@code src/test/c}. */
    static Path compile(String name, Path folder) throws IOException, InterruptedException {
        assumeTrue(has("cc"), "install gcc to run the tests with a JACK client of C");
        Path program = folder.resolve(name);
        assertEquals(0, new ProcessBuilder("cc", "-O2", "-o", program.toString(), "src/test/c/" + name + ".c", "-l:libjack.so.0").inheritIO()
                .start().waitFor());
        return program;
    }

    /** What the one prints that records. */
    List<String> probe(Path folder, String midi, String audio, Path frames, int notes) throws IOException, InterruptedException {
        Path program = compile("jack_probe", folder);
        Process probe = new ProcessBuilder(program.toString(), name, midi, audio, frames.toString(), Integer.toString(notes))
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        List<String> lines = probe.inputReader().lines().toList();
        assertEquals(0, probe.waitFor(), "the probe's cycles all came");
        return lines;
    }

    @Override public void close() throws IOException {
        process.destroy();
        if (!hasEnded()) {
            kill();
        }
        removeFiles();
    }
}

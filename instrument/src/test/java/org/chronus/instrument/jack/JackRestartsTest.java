package org.chronus.instrument.jack;

import static org.chronus.instrument.jack.JackRig.awaitTrue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import org.chronus.instrument.control.Request;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JACK server that is killed again and again while somebody plays: each time the sound is back, nothing hangs, and nothing grows. */
@Tag("fuzz")
class JackRestartsTest {
    private static final int ROUNDS = 3, ROUNDS_IN_FULL = 20, HELD = 60, PASSING = 67;
    private static final long PATIENCE_SECONDS = 20;
    private static final double LONGEST = 2, MIB = 1 << 20, MOST_GROWTH = 2;

    /** What might grow, once all is at rest: threads, but for those that wait for processes or are everybody's; files; and the heap in MiB. */
    private record Size(List<String> threads, long files, double heap) {
        static Size now() throws IOException, InterruptedException {
            for (int i = 0; i < 3; i++) {
                System.gc();
                Thread.sleep(200);
            }
            try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
                List<String> threads = Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
                        .filter(name -> !name.startsWith("process reaper") && !name.startsWith("ForkJoinPool.commonPool")).sorted().toList();
                return new Size(threads, open.count(),
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MIB);
            }
        }
    }

    /** A keyboard of the server's whose note-offs never come, and an ear. */
    private record Player(Process process) implements AutoCloseable {
        Player(Path program, String server) throws IOException {
            this(new ProcessBuilder(program.toString(), server, "chronus:out_left").redirectError(ProcessBuilder.Redirect.DISCARD).start());
        }

        void await(String line, List<String> said) throws InterruptedException, ExecutionException {
            FutureTask<String> reading = new FutureTask<>(process.inputReader()::readLine);
            Thread.ofPlatform().daemon().start(reading);
            try {
                assertEquals(line, reading.get(PATIENCE_SECONDS, TimeUnit.SECONDS), said.toString());
            } catch (TimeoutException e) {
                throw new AssertionError("not " + line + ": " + said, e);
            }
        }

        void press() throws IOException {
            process.outputWriter().write("\n");
            process.outputWriter().flush();
        }

        @Override public void close() throws IOException {
            process.destroyForcibly().onExit().join();
            process.inputReader().close();
            process.outputWriter().close();
        }
    }

    @TempDir
    private Path folder;
    private double longest;

    @Test void theSoundIsBackEachTimeAndNothingHangsOrGrows() throws Exception {
        int rounds = "full".equals(System.getProperty("chronus.fuzz")) ? ROUNDS_IN_FULL : ROUNDS;
        try (JackRig rig = new JackRig(folder)) {
            rig.ask(new Request.Program(0, JackRig.TONE));
            rig.press(HELD);
            Path program = JackServer.compile("jack_player", folder);
            restart(rig, program, 0);
            Size before = Size.now();
            for (int round = 1; round <= rounds; round++) {
                restart(rig, program, round);
            }
            Size after = Size.now();
            System.out.printf(Locale.ROOT, "jack: back %d times, the sound at most %.2f s after the server; threads %d and %d, open files %d and %d, "
                    + "heap %.1f and %.1f MiB%n", rounds, longest, before.threads.size(), after.threads.size(),
                    before.files, after.files, before.heap, after.heap);
            assertTrue(after.threads.size() <= before.threads.size(), after + " after " + before);
            // A file or two may be the virtual machine's, but not one in each round.
            assertTrue(after.files <= before.files + Math.min(2, rounds - 1), after + " after " + before);
            assertTrue(after.heap < before.heap + MOST_GROWTH, after + " after " + before);
            rig.lift(HELD);
            awaitTrue("no note hangs", () -> rig.instrument.engine().voices() == 0);
            assertEquals(0, rig.instrument.engine().faults().count());
        }
    }

    /** Every fifth time the server has another rate. */
    private void restart(JackRig rig, Path program, int round) throws Exception {
        try (Player player = new Player(program, rig.server.name)) {
            player.await("heard", rig.said);
            player.await("joined", rig.said);
            player.press();
            awaitTrue("two keys sound", () -> rig.instrument.engine().voices() == 2);
            rig.server.kill();
        }
        rig.press(PASSING);
        Thread.sleep(37L * round % 400);
        rig.lift(PASSING);
        rig.server.start(round % 5 == 4 ? 44_100 : 48_000);
        long there = System.nanoTime();
        try (Player player = new Player(program, rig.server.name)) {
            player.await("heard", rig.said);
            double seconds = (System.nanoTime() - there) / 1e9;
            longest = Math.max(longest, seconds);
            assertTrue(seconds < LONGEST, "round " + round + ": " + seconds + " s");
            player.await("joined", rig.said);
            awaitTrue("only the key that is down sounds", () -> rig.instrument.engine().voices() == 1);
        }
        awaitTrue("the keyboard has gone", () -> rig.instrument.keyboards().stream().noneMatch(name -> name.contains("keyboard")));
    }
}

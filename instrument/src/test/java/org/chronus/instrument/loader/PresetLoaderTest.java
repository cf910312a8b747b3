package org.chronus.instrument.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.engine.Stage;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.engine.slots.SwapRequest;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.Gesture;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.ModuleCatalog;
import org.chronus.modules.ModuleType;
import org.chronus.modules.Output;
import org.chronus.presets.library.Bank;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.preset.PresetReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Program changes of a player who cannot wait, while one of the presets takes its time. */
class PresetLoaderTest {
    private static final int BLOCK = 64, FIRST = 0, SLOW = 1, OTHER = 2, NONE = 99;
    private static final long TIMEOUT = 2_000_000_000L, LONGEST_WAIT = 60_000_000_000L;

    private final CountDownLatch gate = new CountDownLatch(1), through = new CountDownLatch(1);
    private final AtomicInteger built = new AtomicInteger(), released = new AtomicInteger();
    private final AtomicBoolean throwsNow = new AtomicBoolean();
    private final List<String> warned = new CopyOnWriteArrayList<>();
    @TempDir
    private Path folder;
    private Engine engine;
    private PresetLoader loader;

    /** Is not built before it is let through, whatever the loader thinks of that. */
    private final class Waiting extends Module {
        private final Input in = input("in");
        private final Output out = output("out");

        @Override protected void activate() {
            boolean waits = true;
            while (waits) {
                try {
                    gate.await();
                    waits = false;
                } catch (InterruptedException e) {
                    // It is a bad module.
                }
            }
            through.countDown();
        }

        @Override public void generate(int start, int limit) {
            for (int i = start * LANES; i < limit * LANES; i++) {
                out.data[i] = in.data[i / LANES * in.step + i % LANES];
            }
        }
    }

    /** Counts its life. */
    private final class Counted extends Module {
        private final Input in = input("in");
        private final Output out = output("out");

        @Override protected void activate() {
            built.incrementAndGet();
        }

        @Override public void generate(int start, int limit) {
            for (int i = start * LANES; i < limit * LANES; i++) {
                out.data[i] = in.data[i / LANES * in.step + i % LANES];
            }
        }

        @Override protected void release() {
            released.incrementAndGet();
        }
    }

    /** Wants more memory than there is. */
    private static final class Greedy extends Module {
        private final Input in = input("in");
        private final Output out = output("out");
        private long[][] much;

        @Override protected void activate() {
            much = new long[1_000][Integer.MAX_VALUE - 8];
        }

        @Override public void generate(int start, int limit) {
            out.data[start] = in.data[start * in.step] + much.length;
        }
    }

    @BeforeEach void playTheFirst() throws Exception {
        ModuleCatalog catalog = ModuleCatalog.load().and(new ModuleType("waits", "a plugin that is slow to load", Waiting::new))
                .and(new ModuleType("counted", "counts its life", Counted::new)).and(new ModuleType("greedy", "wants all memory", Greedy::new));
        PresetLibrary library = new PresetLibrary(new PresetReader(catalog), folder);
        Files.writeString(folder.resolve("first.yaml"), counted("First"));
        Files.writeString(folder.resolve("slow.yaml"), Stage.TONE.replace("Tone", "Slow").replace("-> out", "-> counted -> slow -> out")
                .replace("{type: vca}", "{type: vca}\n  counted: {type: counted}\n  slow: {type: waits}"));
        Files.writeString(folder.resolve("other.yaml"), counted("Other"));
        Path file = Files.writeString(folder.resolve("bank.yaml"), """
                chronus: 1
                bank: Test
                programs: {0: first.yaml, 1: slow.yaml, 2: other.yaml}
                """);
        Bank bank = library.readBank(library.find(file.toString()).value()).value();
        engine = new Engine(Stage.RATE, 0xFFFF, 0, null);
        loader = new PresetLoader(library, bank, catalog, engine, Stage.RATE, new Listener(), TIMEOUT);
        loader.load(SwapRequest.program(0, 0, FIRST));
        loader.start();
        render();
        assertEquals("First", playing());
    }

    private static String counted(String name) {
        return Stage.TONE.replace("Tone", name).replace("-> out", "-> counted -> out").replace("{type: vca}", "{type: vca}\n  counted: {type: counted}");
    }

    /** Throws once when told to. */
    private final class Listener implements PresetLoader.Listener {
        @Override public void settled(SwapReport report) {
            if (throwsNow.getAndSet(false)) {
                throw new IllegalStateException("no reason");
            }
        }

        @Override public void warned(String line) {
            warned.add(line);
        }
    }

    @AfterEach void letGo() {
        gate.countDown();
        loader.close();
    }

    private float[] render() {
        float[] left = new float[BLOCK];
        engine.process(left, new float[BLOCK], BLOCK);
        return left;
    }

    private String playing() {
        return engine.handover().playing().name();
    }

    private SwapReport request(int program) {
        return loader.request(SwapRequest.program(engine.position(), 0, program));
    }

    private SwapReport.Outcome outcome(SwapReport swap) {
        long begin = System.nanoTime();
        while (swap.outcome() == SwapReport.Outcome.PENDING) {
            assertTrue(System.nanoTime() - begin < LONGEST_WAIT, "nothing became of program " + swap.request().program());
            render();
            Thread.onSpinWait();
        }
        return swap.outcome();
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertTrue(latch.await(LONGEST_WAIT, TimeUnit.NANOSECONDS));
    }

    private void demandThatNothingElseSwaps(String name) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            render();
            Thread.sleep(1);
        }
        assertEquals(name, playing());
    }

    @Test
    @Tag("L11")
    void whatPrimesTooLateIsNobodysAndOnlyTheNextCommitSwaps() throws InterruptedException {
        SwapReport slow = request(SLOW);
        assertEquals(SwapReport.Outcome.FAILED, outcome(slow));
        assertTrue(slow.reason().matches("Slow was not ready after \\d+ ms.*what sounds goes on.*CHRONUS_PRIME_TIMEOUT_MS.*"), slow.reason());
        assertEquals("First", playing());
        SwapReport other = request(OTHER);
        gate.countDown();
        await(through);
        assertEquals(SwapReport.Outcome.SWAPPED, outcome(other));
        demandThatNothingElseSwaps("Other");
        assertEquals(SwapReport.Outcome.FAILED, slow.outcome());
    }

    @Test
    @Tag("L22")
    void aNoteDuringASlowPrimeSoundsInItsOwnBlock() {
        request(SLOW);
        for (int i = 0; i < 100; i++) {
            assertEquals(0, Stage.rms(render(), 0, BLOCK), "silence");
        }
        engine.offer(new Event(System.nanoTime() - 1_000_000_000, new Gesture.NoteOn(0, 0, 69, 1)));
        assertTrue(Stage.rms(render(), 0, BLOCK) > 0, "it came before the callback and sounds in it");
        assertEquals("First", playing(), "the other is not ready yet");
    }

    @Test void askingForWhatSoundsTakesBackWhatPrimes() throws InterruptedException {
        SwapReport slow = request(SLOW);
        while (slow.preset().isEmpty()) {
            Thread.sleep(1);
        }
        SwapReport first = request(FIRST);
        assertEquals(SwapReport.Outcome.SAME, outcome(first));
        assertEquals(SwapReport.Outcome.SUPERSEDED, outcome(slow));
        gate.countDown();
        demandThatNothingElseSwaps("First");
    }

    @Test void askingForWhatSoundsTakesBackWhatIsReadyButHasNotSounded() throws InterruptedException {
        SwapReport other = request(OTHER);
        while (!other.isSettled()) {
            Thread.sleep(1);
        }
        assertEquals(SwapReport.Outcome.PENDING, other.outcome(), "no block has been rendered since");
        SwapReport first = request(FIRST);
        while (!first.isSettled()) {
            Thread.sleep(1);
        }
        assertEquals(SwapReport.Outcome.SUPERSEDED, other.outcome());
        demandThatNothingElseSwaps("First");
    }

    @Test void theLoaderSurvivesWhateverOneRequestThrows() throws Exception {
        Files.writeString(folder.resolve("other.yaml"), Stage.TONE.replace("Tone", "Other").replace("-> out", "-> greedy -> out")
                .replace("{type: vca}", "{type: vca}\n  greedy: {type: greedy}"));
        SwapReport greedy = request(OTHER);
        assertEquals(SwapReport.Outcome.FAILED, outcome(greedy));
        assertTrue(greedy.reason().contains("Other") && greedy.reason().contains("OutOfMemoryError"), greedy.reason());
        throwsNow.set(true);
        request(NONE);
        SwapReport next = request(NONE);
        assertEquals(SwapReport.Outcome.UNKNOWN, outcome(next));
        Files.writeString(folder.resolve("other.yaml"), Stage.TONE.replace("Tone", "Other"));
        assertEquals(SwapReport.Outcome.SWAPPED, outcome(request(OTHER)), "program changes go on");
        assertTrue(warned.stream().anyMatch(line -> line.startsWith("loader: ") && line.contains("no reason")), warned.toString());
    }

    @Test void aPatchThatIsAskedForAgainIsNotBuiltAgain() throws InterruptedException {
        gate.countDown();
        // At first each is built twice, for one of either stands by; and the rest of the bank is warmed up.
        takeTurns(8);
        int before = built.get();
        takeTurns(10);
        assertEquals(before, built.get(), "nothing is built for ten changes");
    }

    private void takeTurns(int changes) throws InterruptedException {
        for (int i = 0; i < changes; i++) {
            assertEquals(SwapReport.Outcome.SWAPPED, outcome(request(i % 2 == 0 ? OTHER : FIRST)));
            for (int block = 0; block < 100; block++) {
                render();
                Thread.sleep(1);
            }
        }
    }

    @Test void everyModuleIsReleasedOnceTheLoaderIsClosed() throws InterruptedException {
        assertEquals(SwapReport.Outcome.SWAPPED, outcome(request(OTHER)));
        SwapReport slow = request(SLOW);
        assertEquals(SwapReport.Outcome.FAILED, outcome(slow), "it is too late");
        gate.countDown();
        await(through);
        engine.giveBackPatches();
        loader.close();
        long begin = System.nanoTime();
        while (built.get() != released.get() && System.nanoTime() - begin < LONGEST_WAIT) {
            Thread.sleep(1);
        }
        assertEquals(built.get(), released.get(), "also of the prime that was abandoned");
    }

    @Test void theSameProgramAgainChangesNothing() throws InterruptedException {
        int slot = engine.slots().activeNumber();
        assertEquals(SwapReport.Outcome.SAME, outcome(request(FIRST)));
        demandThatNothingElseSwaps("First");
        assertEquals(slot, engine.slots().activeNumber());
    }

    @Test void anUnknownProgramKeepsPlaying() throws InterruptedException {
        assertEquals(SwapReport.Outcome.UNKNOWN, outcome(request(NONE)));
        demandThatNothingElseSwaps("First");
    }

    @Test
    @Tag("L20")
    void aFileThatWasSpoiltLeavesTheLastGoodOneSounding() throws Exception {
        Path file = folder.resolve("other.yaml");
        String good = Files.readString(file);
        Files.writeString(file, good.replace("{type: sine}", "{type: sien}"));
        SwapReport spoilt = request(OTHER);
        assertEquals(SwapReport.Outcome.FAILED, outcome(spoilt));
        assertTrue(spoilt.reason().contains("other.yaml:4:"), spoilt.reason());
        demandThatNothingElseSwaps("First");
        Files.writeString(file, good);
        assertEquals(SwapReport.Outcome.SWAPPED, outcome(request(OTHER)), "mended, it is there");
    }
}

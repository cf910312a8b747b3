package org.chronus.instrument.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
import org.chronus.modules.ModuleCatalog;
import org.chronus.modules.ModuleType;
import org.chronus.presets.library.Bank;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.preset.PresetReader;

/**
 * An engine and a loader that plays the first program of a bank of three, of which one takes as long to build as the test likes. The
 * test's thread, which is the audio thread as well.
 */
final class LoaderRig implements AutoCloseable {
    static final int BLOCK = 64, FIRST = 0, SLOW = 1, OTHER = 2, NONE = 99;
    private static final long TIMEOUT = 2_000_000_000L, LONGEST_WAIT = 60_000_000_000L;

    final Engine engine = new Engine(Stage.RATE, 0xFFFF, 0, null);
    final PresetLoader loader;
    private final Path folder;
    private final CountDownLatch gate = new CountDownLatch(1), through = new CountDownLatch(1);
    private final AtomicInteger built = new AtomicInteger(), released = new AtomicInteger(), tried = new AtomicInteger();
    private final AtomicBoolean throwsNow = new AtomicBoolean();
    private final CountDownLatch warm = new CountDownLatch(1);
    private volatile boolean heldUp;
    private final List<String> warned = new CopyOnWriteArrayList<>();

    /** Is not built before it is let through, whatever the loader thinks of that. */
    private final class Waiting extends LoaderModules.Wire {
        @Override protected void activate() {
            heldUp = gate.getCount() > 0;
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
    }

    /** Counts its life. */
    private final class Counted extends LoaderModules.Wire {
        @Override protected void activate() {
            built.incrementAndGet();
        }

        @Override protected void release() {
            released.incrementAndGet();
        }

        @Override public void generate(int start, int limit) {
            tried.addAndGet(Thread.currentThread().getName().equals("prime") ? 1 : 0);
            super.generate(start, limit);
        }
    }

    /** Throws once when told to. */
    private final class Listener implements LoaderListener {
        @Override public void settled(SwapReport report) {
            if (throwsNow.getAndSet(false)) {
                throw new IllegalStateException("no reason");
            }
        }

        @Override public void warmed() {
            warm.countDown();
        }

        @Override public void warned(String line) {
            warned.add(line);
        }
    }

    /** @param folder for the bank and its presets */
    LoaderRig(Path folder) throws IOException {
        this(folder, 2);
    }

    /** With so many patches primed ahead. */
    LoaderRig(Path folder, int ready) throws IOException {
        this.folder = folder;
        ModuleCatalog catalog = ModuleCatalog.load().and(new ModuleType("waits", "a plugin that is slow to load", Waiting::new))
                .and(new ModuleType("counted", "counts its life", Counted::new)).and(new ModuleType("greedy", "wants all memory",
                        LoaderModules.Greedy::new));
        PresetLibrary library = new PresetLibrary(new PresetReader(catalog), folder);
        Files.writeString(folder.resolve("first.yaml"), through("First", "counted"));
        Files.writeString(folder.resolve("slow.yaml"), Stage.TONE.replace("Tone", "Slow").replace("-> out", "-> counted -> slow -> out")
                .replace("{type: vca}", "{type: vca}\n  counted: {type: counted}\n  slow: {type: waits}"));
        Files.writeString(other(), through("Other", "counted"));
        Path file = Files.writeString(folder.resolve("bank.yaml"), """
                chronus: 1
                bank: Test
                programs: {0: first.yaml, 1: slow.yaml, 2: other.yaml}
                """);
        Bank bank = library.readBank(library.find(file.toString()).value()).value();
        loader = new PresetLoader(library, bank, catalog, engine, new Listener(), TIMEOUT, ready);
        loader.load(SwapRequest.program(0, 0, FIRST));
        loader.start();
        render();
        assertEquals("First", playing());
    }

    /** A preset of this name whose tone goes through a module of that type. */
    static String through(String name, String type) {
        return Stage.TONE.replace("Tone", name).replace("-> out", "-> " + type + " -> out")
                .replace("{type: vca}", "{type: vca}\n  " + type + ": {type: " + type + "}");
    }

    /** The file of the program {@link #OTHER}. */
    Path other() {
        return folder.resolve("other.yaml");
    }

    /** Plays a block, and hears the left side. */
    float[] render() {
        float[] left = new float[BLOCK];
        engine.process(left, new float[BLOCK], BLOCK);
        return left;
    }

    /** The name of the preset that plays. */
    String playing() {
        return engine.handover().playing().name();
    }

    /** Asks for a program. */
    SwapReport request(int program) {
        return loader.request(SwapRequest.program(engine.position(), 0, program));
    }

    /** Plays until it is known what becomes of a request. */
    SwapReport.Outcome outcome(SwapReport swap) {
        long begin = System.nanoTime();
        while (swap.outcome() == SwapReport.Outcome.PENDING) {
            assertTrue(System.nanoTime() - begin < LONGEST_WAIT, "nothing became of program " + swap.request().program());
            render();
            Thread.onSpinWait();
        }
        return swap.outcome();
    }

    /** Plays for a while, in which nothing else takes over. */
    void demandThatNothingElseSwaps(String name) throws InterruptedException {
        playOn();
        assertEquals(name, playing());
    }

    /** Plays a hundred blocks in no hurry. */
    void playOn() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            render();
            Thread.sleep(1);
        }
    }

    /** The slow program is built as fast as any other from now on. */
    void openGate() {
        gate.countDown();
    }

    /** Opens the gate and waits until a slow program has been built. */
    void letThrough() throws InterruptedException {
        openGate();
        assertTrue(through.await(LONGEST_WAIT, TimeUnit.NANOSECONDS));
    }

    /** The listener throws at the next request that is settled. */
    void throwOnce() {
        throwsNow.set(true);
    }

    /** What a player was told. */
    List<String> warned() {
        return warned;
    }

    /** How many modules were built that count. */
    int built() {
        return built.get();
    }

    /** How much was built, and how often such a module ran in a prime. */
    int work() {
        return built.get() + tried.get();
    }

    /** Plays until the loader has nothing left to do. */
    void rest() throws InterruptedException {
        openGate();
        assertTrue(warm.await(LONGEST_WAIT, TimeUnit.NANOSECONDS));
        int before;
        do {
            before = work();
            playOn();
        } while (work() > before);
    }

    /** How many of these have not been released. */
    int alive() {
        return built.get() - released.get();
    }

    /** True once a slow program waits to be let through. */
    boolean isHeldUp() {
        return heldUp;
    }

    /** How many of these were released. */
    int released() {
        return released.get();
    }

    /** Waits until all are, or for so long that they will not be. */
    void awaitRelease() throws InterruptedException {
        long begin = System.nanoTime();
        while (built.get() != released.get() && System.nanoTime() - begin < LONGEST_WAIT) {
            Thread.sleep(1);
        }
    }

    @Override public void close() {
        openGate();
        loader.close();
    }
}

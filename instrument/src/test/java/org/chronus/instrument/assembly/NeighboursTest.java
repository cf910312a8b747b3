package org.chronus.instrument.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import org.chronus.instrument.audio.ClockedBackend;
import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.engine.Stage;
import org.chronus.instrument.engine.slots.CommitTimes;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.library.Bank;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.library.ProgramAddress;
import org.chronus.presets.preset.PresetReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps through a set list against the real clock. */
class NeighboursTest {
    private static final int PERIOD = 64, GRID = 64, STEPS = 9, ROUNDS = 8, REST_MILLIS = 200;

    @TempDir
    private Path folder;
    /** The change that is under way, and how many frames after its commit it took over. */
    private volatile SwapReport asked;
    private volatile long frames;
    private volatile CountDownLatch swapped;

    /** [audio] Plays, and looks whether the change has taken over. */
    private void play(Engine engine, float[] left, float[] right, int count) {
        engine.process(left, right, count);
        SwapReport report = asked;
        if (report != null && report.swapFrame() >= 0) {
            CommitTimes commits = engine.slots().commits();
            frames = report.swapFrame() - commits.frame(commits.find(report.request().number()));
            asked = null;
            swapped.countDown();
        }
    }

    @Test void theNextPresetOfASetPlaysWithinAPeriodOfItsPlaceInTime() throws Exception {
        for (String name : new String[] {"Intro", "Verse", "Solo", "Coda"}) {
            Files.writeString(folder.resolve(name + ".yaml"), Stage.TONE.replace("Tone", name));
        }
        Path file = Files.writeString(folder.resolve("gig.yaml"),
                "chronus: 1\nbank: Gig\nprograms: {0: Intro.yaml, 1: Verse.yaml, 2: Solo.yaml, 3: Coda.yaml}\n");
        ModuleCatalog catalog = ModuleCatalog.load();
        PresetLibrary library = new PresetLibrary(new PresetReader(catalog), folder);
        Bank bank = library.readBank(library.find(file.toString()).value()).value();
        try (Instrument instrument = new Instrument(InstrumentSetup.live(library, bank, catalog, Stage.RATE))) {
            assertEquals("Intro", instrument.begin(new ProgramAddress(0, 0)).preset());
            Engine engine = instrument.engine();
            instrument.start(new ClockedBackend("null", Stage.RATE, PERIOD, null), (left, right, count) -> play(engine, left, right, count), () ->
                    { });
            long[] waits = steps(instrument);
            // A machine that does other things may be late for a while, but not always.
            for (int round = 1; round < ROUNDS && !isWithinAPeriod(waits); round++) {
                waits = steps(instrument);
            }
            assertTrue(isWithinAPeriod(waits), "frames from the commit to the swap: " + Arrays.toString(waits));
        }
    }

    private static boolean isWithinAPeriod(long[] waits) {
        long median = LongStream.of(waits).sorted().skip(STEPS / 2).findFirst().orElseThrow();
        return median >= 0 && median < GRID;
    }

    /** On and back; returns how many frames each waited. */
    private long[] steps(Instrument instrument) throws InterruptedException {
        long[] waits = new long[STEPS];
        for (int i = 0; i < STEPS; i++) {
            instrument.loader().expect(instrument.setList().neighbours(InstrumentSetup.NEIGHBOURS));
            Thread.sleep(REST_MILLIS);
            swapped = new CountDownLatch(1);
            asked = instrument.step(System.nanoTime(), i % 3 == 2 ? -1 : 1);
            assertTrue(swapped.await(10, TimeUnit.SECONDS));
            waits[i] = frames;
        }
        return waits;
    }
}

package org.chronus.instrument.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.engine.slots.SwapRequest;
import org.chronus.instrument.loader.LoaderListener;
import org.chronus.instrument.loader.PresetLoader;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.Selection;
import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.library.Bank;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.preset.PresetReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the soak plays, on the factory bank and in no time: no patch fails, no voice has to be restarted, nothing hangs. */
@Tag("fuzz")
class LongPerformanceTest {
    private static final int RATE = 48_000, PERIOD = 64, PERIODS_PER_MOVE = 8, MOVES_PER_PROGRAM = 20;
    private static final long SECONDS = 30, SECONDS_IN_FULL = 2_400, LONGEST_RING = 120;

    private final ModuleCatalog catalog = ModuleCatalog.load();
    private final PresetLibrary library = new PresetLibrary(new PresetReader(catalog), Path.of("/nonexistent"));
    private final Bank bank = library.factoryBank().value();
    private final Engine engine = new Engine(RATE, 0xFFFF, 0, null);
    private final List<String> warned = new CopyOnWriteArrayList<>();
    private final PresetLoader loader = new PresetLoader(library, bank, catalog, engine, new LoaderListener() {
        @Override public void settled(SwapReport swap) { }

        @Override public void warned(String line) {
            warned.add(line);
        }
    }, PresetLoader.OFFLINE, 0);
    private final float[] left = new float[PERIOD], right = new float[PERIOD];

    @AfterEach void close() {
        loader.close();
    }

    @Test void noPatchFailsAndNothingHangs() {
        loader.load(SwapRequest.program(0, 0, 0));
        loader.start();
        RandomPlayer player = new RandomPlayer(this::receive, List.copyOf(bank.programs(0).keySet()), 1);
        player.begin();
        long until = RATE * ("full".equals(System.getProperty("chronus.fuzz")) ? SECONDS_IN_FULL : SECONDS);
        for (int move = 1; engine.position() < until; move++) {
            player.move();
            if (move % MOVES_PER_PROGRAM == 0) {
                player.change();
            }
            for (int i = 0; i < PERIODS_PER_MOVE; i++) {
                engine.render(left, right, PERIOD);
            }
        }
        player.end();
        for (long end = engine.position() + LONGEST_RING * RATE; !engine.isSilent() && engine.position() < end;) {
            engine.render(left, right, PERIOD);
        }
        assertTrue(engine.isSilent(), "a note hangs");
        assertEquals(List.of(), warned);
        assertEquals(0, engine.stats().failures());
        assertEquals(0, engine.stats().cured());
        assertEquals(0, engine.stats().scrubbed());
    }

    private void receive(Command command) {
        if (command instanceof Selection.ProgramChange change) {
            SwapReport swap = loader.request(SwapRequest.program(engine.position(), change.bank(), change.program()));
            while (!swap.isSettled()) {
                LockSupport.parkNanos(10_000);
            }
        } else {
            engine.schedule(engine.position(), command);
        }
    }
}

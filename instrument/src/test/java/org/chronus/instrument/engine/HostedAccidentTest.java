package org.chronus.instrument.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.chronus.hosting.clap.TestPlugins;
import org.chronus.hosting.scan.PluginCatalog;
import org.chronus.instrument.assembly.FuzzSize;
import org.chronus.instrument.engine.slots.PrimedPatch;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.engine.slots.SwapRequest;
import org.chronus.instrument.prime.PrimeException;
import org.chronus.instrument.prime.Primer;
import org.chronus.midi.command.Gesture;
import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.preset.PresetReader;
import org.chronus.presets.text.ReadResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may happen to a plugin while a chord is held on another part costs the plugin's own sound, and that for a short time. */
class HostedAccidentTest {
    /** A busy machine starts a process slowly. */
    private static final long PATIENCE_NANOS = 20_000_000_000L;
    private static final int RATE = 48_000, PERIOD = 4_096, PERIODS = 24, BEFORE = 6, KEY = 69, WAYS = 12;
    private static final int[] CHORD = {45, 52, 57};
    private static final double HEARD = 1e-3;
    private static final String PRESET = """
            chronus: 1
            name: Own and hosted
            parts:
              own:    {keys: .. B3, modules: {osc: {type: saw}, env: {type: adsr}, amp: {type: vca}},
                       cables: [osc * 0.1 -> amp -> out, env -> amp.gain]}
              hosted: {keys: C4 .., level: %d, instrument: {type: "clap:org.chronus.tests.sine"}}
            controllers: {20: {to: hosted.instrument.misbehave}}
            """;
    @TempDir
    private static Path cache;
    private static PluginCatalog plugins;

    private final Engine engine = new Engine(RATE, 0xFFFF, 0, null);
    private final Primer primer = new Primer(RATE, engine.pedals(), engine.parameters());
    private final float[] left = new float[PERIOD];
    private final float[] right = new float[PERIOD];

    /** What happens to it; {@code way}: the number by which the plugin for tests does it to itself. */
    private enum Accident {
        SEGMENTATION_FAULT(1), ENDLESS_LOOP(2), NOT_A_NUMBER(5), EXIT(11), KILLED(0);

        private final int way;

        Accident(int way) {
            this.way = way;
        }
    }

    @BeforeAll static void look() {
        TestPlugins.library();
        plugins = new PluginCatalog(Map.of("XDG_CACHE_HOME", cache.toString()), _ -> { });
    }

    @AfterEach void end() {
        engine.slots().giveBackAll();
        engine.handover().clear(patch -> patch.patch().close());
        for (PrimedPatch back = engine.handover().takeBack(); back != null; back = engine.handover().takeBack()) {
            back.patch().close();
        }
    }

    private static Preset preset(String text) {
        ReadResult<Preset> reading = new PresetReader(ModuleCatalog.load().with(plugins)).read(text, "test.yaml");
        return reading.found().orElseThrow(() -> new AssertionError(reading.problems()));
    }

    private PrimedPatch prime(Preset preset) throws PrimeException {
        return primer.prime(new SwapReport(SwapRequest.program(engine.position(), 0, 0)), preset);
    }

    /** Plays a preset, and holds a chord on the part that is our own. */
    private void begin(int level) throws PrimeException {
        engine.handover().offer(prime(preset(PRESET.formatted(level))));
        for (int key : CHORD) {
            engine.schedule(0, new Gesture.NoteOn(0, 0, key, 1));
        }
    }

    private void happen(Accident accident) {
        if (accident == Accident.KILLED) {
            HelperProcesses.kill();
        } else {
            engine.schedule(engine.position(), new Gesture.Controller(0, 0, 20, accident.way / (float) WAYS));
        }
    }

    private double period() {
        engine.process(left, right, PERIOD);
        return Stage.rms(left, 0, PERIOD);
    }

    /** The held chord, with or without an accident beside it. */
    private float[] chord(Accident accident) throws PrimeException {
        begin(0);
        float[] sound = new float[PERIOD * PERIODS];
        for (int i = 0; i < PERIODS; i++) {
            if (i == BEFORE && accident != null) {
                happen(accident);
            }
            period();
            System.arraycopy(left, 0, sound, i * PERIOD, PERIOD);
        }
        return sound;
    }

    @ParameterizedTest
    @EnumSource
    void everySampleOfTheOtherPartIsAsWithoutIt(Accident accident) throws PrimeException {
        HostedAccidentTest other = new HostedAccidentTest();
        float[] without;
        try {
            without = other.chord(null);
        } finally {
            other.end();
        }
        float[] with = chord(accident);
        int same = Arrays.mismatch(without, with);
        System.out.println("plugins: " + accident + ": " + (same < 0 ? "all " + with.length : same) + " samples of the held chord are as without it");
        assertArrayEquals(without, with);
        assertEquals(0, engine.stats().failures());
        assertTrue(Stage.rms(with, with.length - PERIOD, with.length) > HEARD, "it sounds");
    }

    @ParameterizedTest
    @EnumSource
    void itIsBackWithItsSound(Accident accident) throws Exception {
        begin(1);
        for (int i = 0; i < BEFORE; i++) {
            period();
        }
        double alone = period();
        awaitHeard(alone);
        long begin = System.nanoTime();
        happen(accident);
        period();
        // What it was told last is what it is told again.
        engine.schedule(engine.position(), new Gesture.Controller(0, 0, 20, 0));
        boolean silent = false, back = false;
        while (!back && System.nanoTime() - begin < PATIENCE_NANOS) {
            press();
            double now = period();
            silent |= now < alone + 0.01;
            back = silent && now > alone + 0.05;
            Thread.sleep(PERIOD * 1_000L / RATE);
        }
        System.out.printf(Locale.ROOT, "plugins: %s: it is back with its sound after %.2f s%n", accident, (System.nanoTime() - begin) / 1e9);
        assertTrue(silent && back);
    }

    /** On a busy machine its process may be late for the first notes. */
    private void awaitHeard(double alone) throws InterruptedException {
        long begin = System.nanoTime();
        press();
        while (period() < alone + 0.05) {
            assertTrue(System.nanoTime() - begin < PATIENCE_NANOS, "it is never heard");
            Thread.sleep(PERIOD * 1_000L / RATE);
            press();
        }
    }

    private void press() {
        engine.schedule(engine.position(), new Gesture.NoteOff(0, 0, KEY, 0.5f));
        engine.schedule(engine.position(), new Gesture.NoteOn(0, 0, KEY, 1));
    }

    @Test void whileOneLoadsForSecondsTheChordSoundsOn() throws Exception {
        begin(0);
        int seconds = FuzzSize.of(1, 10);
        Preset next = preset(PRESET.formatted(1));
        Path slow = TestPlugins.library().resolveSibling("chronus-tests.clap.slow");
        Files.writeString(slow, Integer.toString(seconds));
        try {
            long begin = System.nanoTime();
            CompletableFuture<PrimedPatch> coming = CompletableFuture.supplyAsync(() -> {
                try {
                    return prime(next);
                } catch (PrimeException e) {
                    throw new AssertionError(e);
                }
            });
            double least = 1;
            for (int i = 0; i < BEFORE || !coming.isDone(); i++) {
                double now = period();
                least = i < BEFORE ? now : Math.min(least, now);
                Thread.sleep(PERIOD * 1_000L / RATE);
            }
            assertTrue(least > HEARD, "the chord sounds on");
            engine.handover().offer(coming.get());
            System.out.printf(Locale.ROOT, "plugins: a plugin that loads for %d s was ready after %.2f s%n", seconds,
                    (System.nanoTime() - begin) / 1e9);
            awaitHeard(least);
        } finally {
            Files.delete(slow);
        }
    }
}

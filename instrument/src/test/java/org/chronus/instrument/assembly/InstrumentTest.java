package org.chronus.instrument.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.chronus.instrument.audio.ClockedBackend;
import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.engine.Stage;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.settings.Binding;
import org.chronus.instrument.settings.Knob;
import org.chronus.midi.device.DeviceRules;
import org.chronus.midi.testing.TestKeyboard;
import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.library.Bank;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.preset.PresetReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole path, live: a keyboard that Java Sound lists, the clock in the place of a sound card. */
class InstrumentTest {
    private final List<SwapReport> changes = new CopyOnWriteArrayList<>();
    private TestKeyboard keyboard;
    private Bank bank;
    private Engine engine;
    private Instrument instrument;
    /** What a meter shows that falls by half in 30 ms. */
    private volatile float level;

    @BeforeEach void plugIn() throws Exception {
        keyboard = TestKeyboard.plugIn("Stage piano");
        ModuleCatalog catalog = ModuleCatalog.load();
        PresetLibrary library = PresetLibrary.of(new PresetReader(catalog), Map.of("HOME", "/nowhere"));
        bank = library.factoryBank().value();
        instrument = new Instrument(InstrumentSetup.live(library, bank, catalog, Stage.RATE).unhurried());
        engine = instrument.engine();
        instrument.listen(event -> {
            if (event instanceof InstrumentEvent.Ended(SwapReport report)) {
                changes.add(report);
            }
        });
        instrument.begin(bank.address("init.yaml").orElseThrow());
        instrument.start(new ClockedBackend("null", Stage.RATE, 64, null), (left, right, frames) -> {
            engine.process(left, right, frames);
            float meter = level * 0.97f;
            for (int i = 0; i < frames; i++) {
                meter = Math.max(meter, Math.abs(left[i]));
            }
            level = meter;
        }, () -> { });
        instrument.connect(input -> input.vendor().equals("Chronus"), () -> DeviceRules.NONE, line -> { }, line -> { });
    }

    @AfterEach void unplug() throws Exception {
        instrument.close();
        keyboard.close();
    }

    @Test void aPressedKeySoundsAndAReleasedOneEnds() {
        keyboard.press(60, 100);
        await("a voice", () -> engine.voices() == 1);
        keyboard.release(60);
        await("silence", () -> engine.voices() == 0);
    }

    @Test void aProgramChangeFromTheKeyboardBringsTheNextPreset() {
        keyboard.send(0xC0, bank.address("reference-voice.yaml").orElseThrow().program());
        await("the swap", () -> changes.size() == 2 && changes.get(1).outcome() == SwapReport.Outcome.SWAPPED);
        assertEquals("Reference voice", changes.get(1).preset());
    }

    @Test void aBoundControllerWritesToItsParameterAndIsNoControllerAnyMore() {
        instrument.bindings().use(List.of(new Binding("Stage piano", 0, 7, "amp.gain", Knob.ABSOLUTE, false)));
        keyboard.send(0xB0, 7, 0);
        keyboard.press(60, 100);
        await("a voice", () -> engine.voices() == 1);
        long heard = engine.position() + Stage.RATE / 5;
        await("a fifth of a second", () -> engine.position() > heard);
        float before = level;
        assertTrue(before > 0.02f, "no volume: " + before);
        keyboard.send(0xB0, 7, 127);
        await("eight times the gain", () -> level > 3 * before);
    }

    @Test void panicSilencesWhatIsHeld() {
        keyboard.press(60, 100);
        keyboard.press(64, 100);
        await("two voices", () -> engine.voices() == 2);
        instrument.panic();
        await("silence", () -> engine.voices() == 0);
    }

    @Test void aKeyboardThatIsUnpluggedLetsGoOfItsOwnNotesAndPedalsOnly() {
        try (TestKeyboard other = TestKeyboard.plugIn("Organ")) {
            await("the other one", other::isHeard);
            keyboard.press(60, 100);
            keyboard.press(64, 100);
            keyboard.send(0xB0, 64, 127);
            keyboard.release(64);
            other.press(60, 100);
            await("three voices", () -> engine.voices() == 3);
            keyboard.unplug();
            await("one voice", () -> engine.voices() == 1);
            other.release(60);
            await("silence", () -> engine.voices() == 0);
        }
    }

    @Test void aKeyboardThatComesBackPlaysOn() {
        keyboard.unplug();
        try (TestKeyboard again = TestKeyboard.plugIn("Stage piano")) {
            await("it is heard", again::isHeard);
            again.press(60, 100);
            await("a voice", () -> engine.voices() == 1);
        }
        await("silence", () -> engine.voices() == 0);
    }

    private static void await(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (!condition.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(end), "20 s passed without " + what);
            LockSupport.parkNanos(2_000_000);
        }
    }
}

package org.chronus.instrument.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;

import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.engine.slots.SwapRequest;
import org.chronus.instrument.prime.PrimeException;
import org.chronus.instrument.prime.Primer;
import org.chronus.midi.command.Gesture;
import org.chronus.modules.ModuleCatalog;
import org.chronus.modules.testkit.measure.Waves;
import org.chronus.presets.library.Bank;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.preset.PresetReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a sound card asks for. */
@Tag("L17")
class AudioSettingsTest {
    private static final ModuleCatalog CATALOG = ModuleCatalog.load();

    /** The left side of half a second of a key held, in periods of that many frames. */
    private static float[] play(Preset preset, int rate, int period, int key) throws PrimeException {
        return Arrays.copyOf(both(preset, rate, period, key), rate / 2);
    }

    /** The left side of half a second, then the right one. */
    private static float[] both(Preset preset, int rate, int period, int key) throws PrimeException {
        Engine engine = new Engine(rate, 0xFFFF, 0, null);
        engine.handover().offer(new Primer(rate, engine.pedals(), engine.parameters()).prime(new SwapReport(SwapRequest.program(0, 0, 0)), preset));
        engine.schedule(0, new Gesture.NoteOn(0, 0, key, 1));
        int half = rate / 2;
        float[] sound = new float[2 * half], left = new float[period], right = new float[period];
        for (int done = 0; done < half; done += period) {
            engine.render(left, right, period);
            System.arraycopy(left, 0, sound, done, Math.min(period, half - done));
            System.arraycopy(right, 0, sound, half + done, Math.min(period, half - done));
        }
        return sound;
    }

    private static double hertz(float[] sound, int rate) {
        int first = 0, last = 0, cycles = -1;
        for (int i = rate / 10; i < sound.length; i++) {
            if (sound[i - 1] < 0 && sound[i] >= 0) {
                first = cycles < 0 ? i : first;
                last = i;
                cycles++;
            }
        }
        return (double) cycles * rate / (last - first);
    }

    @ParameterizedTest
    @CsvSource({"22050, 16", "22050, 4096", "44100, 64", "44100, 441", "48000, 1", "48000, 17", "48000, 1024", "88200, 100", "96000, 32",
        "96000, 4096", "192000, 16", "192000, 4096"})
    void aToneHasItsPitchAndLevel(int rate, int period) throws PrimeException {
        float[] sound = play(Stage.preset(Stage.TONE), rate, period, 69);
        assertEquals(440, hertz(sound, rate), 0.3);
        assertEquals(0.25 * Math.pow(100 / 127.0, 2), Waves.peak(Arrays.copyOfRange(sound, rate / 4, rate / 2)), 1e-3);
    }

    @ParameterizedTest
    @ValueSource(ints = {22_050, 44_100, 96_000, 192_000})
    void everyFactoryPresetIsAsLoudAsAtTheUsualRate(int rate) throws PrimeException {
        PresetLibrary library = PresetLibrary.of(new PresetReader(CATALOG), Map.of("HOME", "/nowhere"));
        Bank bank = library.factoryBank().value();
        for (Preset preset : bank.programs(0).values().stream().map(entry -> library.load(bank, entry).value()).toList()) {
            double usual = Waves.rms(both(preset, Stage.RATE, 64, 57)), here = Waves.rms(both(preset, rate, 64, 57));
            assertTrue(Math.abs(Waves.decibels(here / usual)) < 1.5, () -> preset.name() + " at " + rate + " Hz: " + Waves.decibels(here / usual));
        }
    }
}

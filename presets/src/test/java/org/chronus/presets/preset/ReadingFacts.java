package org.chronus.presets.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Map;
import java.util.NavigableMap;
import java.util.function.BiFunction;

import org.chronus.modules.patch.Patch;
import org.chronus.presets.library.Bank;
import org.chronus.presets.library.BankEntry;
import org.chronus.presets.library.BankReader;
import org.chronus.presets.library.PresetFile;
import org.chronus.presets.testing.ProblemFacts;
import org.chronus.presets.text.Problems;
import org.chronus.presets.text.ReadResult;
import org.chronus.presets.tuning.KeyMap;
import org.chronus.presets.tuning.Scale;

/** What holds for any text whatever: it is read, or refused with reasons; and what was read keeps to its limits and can be built. */
public final class ReadingFacts {
    /** Degrees to either side, more than keys can reach. */
    private static final int FAR = 5_000;

    private final PresetReader presets = Texts.reader();
    private final BankReader banks = new BankReader((reference, bank) -> ReadResult.of(PresetFile.of(reference, Texts.VOICE)));

    /** True if it was accepted. */
    public boolean checkPreset(String text) {
        ReadResult<Preset> reading = ProblemFacts.read(text, () -> presets.read(text, ProblemFacts.FILE));
        ProblemFacts.check(text, reading);
        assertEquals(reading.isGood(), reading.found().isPresent(), () -> "accepted if nothing is wrong, and only then\n" + text);
        reading.found().ifPresent(preset -> {
            assertFalse(preset.name().isBlank() || preset.name().lines().count() != 1, text);
            assertTrue(preset.holdSeconds() >= 0 && preset.holdSeconds() <= 600, text);
            assertTrue(preset.plan().level() >= 0 && preset.plan().level() <= 8, text);
            build(preset, text);
        });
        return reading.found().isPresent();
    }

    /** True if there was nothing to say against it. */
    public boolean checkBank(String text) {
        ReadResult<Bank> reading = ProblemFacts.read(text, () -> banks.read(text, ProblemFacts.FILE));
        ProblemFacts.check(text, reading);
        reading.found().ifPresent(bank -> {
            for (Map.Entry<Integer, NavigableMap<Integer, BankEntry>> programs : bank.banks().entrySet()) {
                assertTrue(programs.getKey() >= 0 && programs.getKey() <= 16_383, text);
                assertTrue(programs.getValue().firstKey() >= 0 && programs.getValue().lastKey() <= 127, text);
                programs.getValue().values().forEach(entry -> check(entry, text));
            }
            bank.set().forEach(place -> assertTrue(bank.find(place.bank(), place.program()).isPresent(), text));
        });
        return reading.isGood();
    }

    /** True if it was accepted: every degree is somewhere. */
    public boolean checkScale(String text) {
        ReadResult<Scale> reading = readScala(text, Scale::read);
        reading.found().ifPresent(scale -> {
            for (int degree = -FAR; degree <= FAR; degree++) {
                assertTrue(Double.isFinite(scale.cents(degree)), text);
            }
        });
        return reading.found().isPresent();
    }

    /** True if it was accepted: every key is somewhere, or silent. */
    public boolean checkKeyMap(String text) {
        ReadResult<KeyMap> reading = readScala(text, KeyMap::read);
        reading.found().ifPresent(map -> {
            assertTrue(map.hertz() >= 1 && map.hertz() <= 20_000, text);
            for (int key = 0; key < 128; key++) {
                assertFalse(Double.isInfinite(map.cents(key, Scale.TWELVE_EQUAL)), text);
            }
        });
        return reading.found().isPresent();
    }

    private static <T> ReadResult<T> readScala(String text, BiFunction<String, Problems, T> reader) {
        ReadResult<T> reading = ProblemFacts.read(text, () -> {
            Problems problems = new Problems(ProblemFacts.FILE, text);
            T value = reader.apply(text, problems);
            return new ReadResult<>(value, problems.list());
        });
        ProblemFacts.check(text, reading);
        assertEquals(reading.isGood(), reading.found().isPresent(), text);
        return reading;
    }

    private static void check(BankEntry entry, String text) {
        assertTrue(entry.levelFactor() >= 0 && entry.levelFactor() <= 8, text);
        assertTrue(Math.abs(entry.transposeSemitones()) <= 96, text);
    }

    private static void build(Preset preset, String text) {
        try {
            Patch patch = new Patch(preset.plan(), 48_000);
            assertNotNull(patch.output());
        } catch (RuntimeException escaped) {
            fail("this was accepted and cannot be built\n" + text, escaped);
        }
    }
}

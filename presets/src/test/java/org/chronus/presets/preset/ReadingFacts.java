package org.chronus.presets.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.chronus.modules.patch.Patch;
import org.chronus.presets.library.Bank;
import org.chronus.presets.library.BankEntry;
import org.chronus.presets.library.BankReader;
import org.chronus.presets.library.PresetFile;
import org.chronus.presets.settings.Binding;
import org.chronus.presets.settings.BindingsReader;
import org.chronus.presets.settings.DeviceEntry;
import org.chronus.presets.settings.DevicesReader;
import org.chronus.presets.text.Problem;
import org.chronus.presets.text.Problems;
import org.chronus.presets.text.ReadResult;
import org.chronus.presets.tuning.KeyMap;
import org.chronus.presets.tuning.Scale;

/** What holds for any text whatever: it is read, or refused with reasons; and what was read keeps to its limits and can be built. */
final class ReadingFacts {
    private static final int MOST_PROBLEMS = 101, LONGEST_LINE = 500;
    private static final String FILE = "f.yaml";
    /** Degrees to either side, more than keys can reach. */
    private static final int FAR = 5_000;

    private final PresetReader presets = Texts.reader();
    private final BankReader banks = new BankReader((reference, bank) -> ReadResult.of(PresetFile.of(reference, Texts.VOICE)));

    /** True if it was accepted. */
    boolean checkPreset(String text) {
        ReadResult<Preset> reading = read(text, () -> presets.read(text, FILE));
        check(text, reading);
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
    boolean checkBank(String text) {
        ReadResult<Bank> reading = read(text, () -> banks.read(text, FILE));
        check(text, reading);
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
    boolean checkScale(String text) {
        ReadResult<Scale> reading = readScala(text, Scale::read);
        reading.found().ifPresent(scale -> {
            for (int degree = -FAR; degree <= FAR; degree++) {
                assertTrue(Double.isFinite(scale.cents(degree)), text);
            }
        });
        return reading.found().isPresent();
    }

    /** True if it was accepted: every key is somewhere, or silent. */
    boolean checkKeyMap(String text) {
        ReadResult<KeyMap> reading = readScala(text, KeyMap::read);
        reading.found().ifPresent(map -> {
            assertTrue(map.hertz() >= 1 && map.hertz() <= 20_000, text);
            for (int key = 0; key < 128; key++) {
                assertFalse(Double.isInfinite(map.cents(key, Scale.TWELVE_EQUAL)), text);
            }
        });
        return reading.found().isPresent();
    }

    /** True if it was accepted: all of it in its ranges, and its words in one line. */
    boolean checkDevices(String text) {
        ReadResult<List<DeviceEntry>> reading = read(text, () -> DevicesReader.read(text, FILE));
        check(text, reading);
        assertEquals(reading.isGood(), reading.found().isPresent(), text);
        reading.found().orElse(List.of()).forEach(device -> {
            assertTrue(!device.name().isBlank() && device.words().chars().noneMatch(Character::isISOControl), text);
            assertTrue(device.channels() >= 0 && device.channels() <= 0xFFFF && device.channel() >= -1 && device.channel() <= 15, text);
            assertTrue(Math.abs(device.transpose()) <= 48, text);
            assertTrue(device.announce() >= -1 && device.announce() <= 15, text);
            Stream.of(device.remote().next(), device.remote().previous(), device.remote().panic()).flatMap(Optional::stream).forEach(press ->
                    assertTrue(press.number() >= 0 && press.number() <= (press.isKey() ? 127 : 119), text));
            device.points().forEach((sent, becomes) -> assertTrue(sent >= 1 && sent <= 127 && becomes >= 1 && becomes <= 127, text));
        });
        return reading.found().isPresent();
    }

    /** True if it was accepted: all of it in its ranges, no controller bound twice, and what would be written of it means the same. */
    boolean checkBindings(String text) {
        ReadResult<List<Binding>> reading = read(text, () -> BindingsReader.read(text, FILE));
        check(text, reading);
        assertEquals(reading.isGood(), reading.found().isPresent(), text);
        List<Binding> bindings = reading.found().orElse(List.of());
        for (Binding binding : bindings) {
            assertTrue(binding.channel() >= 0 && binding.channel() <= 15 && binding.controller() >= 1 && binding.controller() <= 119, text);
            assertTrue(BindingsReader.isName(binding.parameter()), text);
            assertEquals(1, bindings.stream().filter(each -> each.isOf(binding.device(), binding.channel(), binding.controller())).count(), text);
        }
        assertEquals(bindings, BindingsReader.read(BindingsReader.text(bindings), FILE).value(), text);
        return reading.found().isPresent();
    }

    private static <T> ReadResult<T> readScala(String text, BiFunction<String, Problems, T> reader) {
        ReadResult<T> reading = read(text, () -> {
            Problems problems = new Problems(FILE, text);
            T value = reader.apply(text, problems);
            return new ReadResult<>(value, problems.list());
        });
        check(text, reading);
        assertEquals(reading.isGood(), reading.found().isPresent(), text);
        return reading;
    }

    private static void check(BankEntry entry, String text) {
        assertTrue(entry.levelFactor() >= 0 && entry.levelFactor() <= 8, text);
        assertTrue(Math.abs(entry.transposeSemitones()) <= 96, text);
    }

    /** Everything that a reader of messages counts on. */
    private static void check(String text, ReadResult<?> reading) {
        assertTrue(reading.value() != null || !reading.isGood(), text);
        assertTrue(reading.problems().size() <= MOST_PROBLEMS, text);
        long lines = text.lines().count();
        for (Problem problem : reading.problems()) {
            String said = problem.toString();
            assertTrue(said.startsWith(FILE) && said.lines().count() == 1 && said.length() <= LONGEST_LINE, () -> said + " in\n" + text);
            assertFalse(problem.what().isBlank() || problem.cure().isBlank() || said.chars().anyMatch(Character::isISOControl),
                    () -> said + " in\n" + text);
            boolean whole = problem.line() == 0 && problem.column() == 0;
            assertTrue(whole || problem.line() >= 1 && problem.column() >= 1 && problem.line() <= lines + 1, () -> said + " in\n" + text);
            assertTrue(problem.withCaret().length() <= 2 * LONGEST_LINE, text);
        }
    }

    private static void build(Preset preset, String text) {
        try {
            Patch patch = new Patch(preset.plan(), 48_000);
            assertNotNull(patch.output());
        } catch (RuntimeException escaped) {
            fail("this was accepted and cannot be built\n" + text, escaped);
        }
    }

    private static <T> ReadResult<T> read(String text, Supplier<ReadResult<T>> reader) {
        try {
            return reader.get();
        } catch (RuntimeException | StackOverflowError escaped) {
            return fail("this escaped from reading\n" + text, escaped);
        }
    }
}

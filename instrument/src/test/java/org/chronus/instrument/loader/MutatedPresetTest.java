package org.chronus.instrument.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chronus.instrument.assembly.FuzzSize;
import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.engine.Stage;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.engine.slots.SwapRequest;
import org.chronus.instrument.prime.PrimeException;
import org.chronus.instrument.prime.Primer;
import org.chronus.presets.library.PresetFile;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.preset.PresetReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Factory presets with other numbers in them: what the reader accepts is built and primed, or refused in one line, and then it plays. */
@Tag("fuzz")
class MutatedPresetTest {
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    private static final String[] NUMBERS = {"0", "1", "2", "3", "0.5", "0.001", "12", "30", "96", "127", "256", "1000", "20000", "1e-30"};
    private static final int CHANGES = 6, FRAMES = 9_600;

    private final SplittableRandom random = new SplittableRandom(31);
    private final PresetReader reader = new PresetReader(Stage.CATALOG);

    @Test void whatIsAcceptedIsPrimedAndPlaysOrIsRefusedInOneLine() {
        List<PresetFile> files = PresetLibrary.of(reader, Map.of("HOME", "/nowhere")).list().value();
        int accepted = 0, primed = 0, rounds = FuzzSize.of(120, 10_000);
        for (int i = 0; i < rounds; i++) {
            String text = mutate(files.get(random.nextInt(files.size())).text());
            Optional<Preset> preset = reader.read(text, "m.yaml").found();
            if (preset.isPresent()) {
                accepted++;
                primed += plays(preset.get(), text) ? 1 : 0;
            }
        }
        assertTrue(accepted > rounds / 20 && primed > accepted / 2, primed + " primed of " + accepted + " accepted of " + rounds);
    }

    private static boolean plays(Preset preset, String text) {
        Engine engine = new Engine(Stage.RATE, 0xFFFF, 0, null);
        try {
            engine.handover().offer(new Primer(Stage.RATE, engine.pedals(), engine.parameters())
                    .prime(new SwapReport(SwapRequest.program(0, 0, 0)), preset));
        } catch (PrimeException refusal) {
            String said = refusal.getMessage();
            assertTrue(said.lines().count() == 1 && !said.contains("cannot be built"), () -> said + "\n" + text);
            return false;
        } catch (RuntimeException escaped) {
            throw new AssertionError(text, escaped);
        }
        Stage stage = new Stage(engine);
        for (float sample : stage.press(10, 48).press(20, 72).move(100, 1, 1).lift(4_000, 48).left(FRAMES)) {
            assertTrue(Float.isFinite(sample), text);
        }
        assertEquals(0, engine.stats().failures() + engine.stats().scrubbed(), text);
        return true;
    }

    private String mutate(String good) {
        StringBuilder text = new StringBuilder(good);
        for (int changes = 1 + random.nextInt(CHANGES); changes > 0; changes--) {
            Matcher number = NUMBER.matcher(text);
            if (number.find(random.nextInt(text.length()))) {
                text.replace(number.start(), number.end(), NUMBERS[random.nextInt(NUMBERS.length)]);
            }
        }
        return text.toString();
    }
}

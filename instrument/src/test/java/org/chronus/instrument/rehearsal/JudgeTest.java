package org.chronus.instrument.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.chronus.instrument.rehearsal.Verdict.Kind;
import org.chronus.presets.library.ProgramAddress;
import org.chronus.presets.preset.Preset;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final double LIMIT = 500;
    private static final Preset PRESET = GigBank.library().load("Init").value();
    private static final Program PROGRAM = new Program(new ProgramAddress(0, 4), "5", "Init", "init.yaml", 1, Optional.of(PRESET), List.of());

    private static Measured measured(double peak, double hands, String failure, List<Integer> silent, double core, double ready) {
        return new Measured(-20, peak, hands, peak, -200, 1, 0, failure, Map.of("voices", silent), 16, core, 1, ready);
    }

    private static List<Verdict> judge(Measured measured) {
        return Judge.judge(PROGRAM, measured, LIMIT);
    }

    private static void is(Kind kind, boolean embarrassing, String text, Measured measured) {
        List<Verdict> verdicts = judge(measured);
        assertEquals(1, verdicts.size(), verdicts::toString);
        assertEquals(kind, verdicts.getFirst().kind());
        assertEquals(embarrassing, verdicts.getFirst().embarrassing());
        String line = verdicts.getFirst().toString();
        assertTrue(line.startsWith("5 Init (init.yaml): ") && line.contains(text), line);
    }

    @Test void whatIsWithinItsLimitsHasNoVerdict() {
        assertEquals(List.of(), judge(measured(0, 1.8, "", List.of(), 0.75, LIMIT)));
    }

    @Test void aSampleAboveFullScaleClipsAndTenKeysThatTakeMoreThanThreeDecibelsOfLimiting() {
        is(Kind.CLIPPING, true, "lower its level by 0.3 dB", measured(0.3, 0.3, "", List.of(), 0.1, 1));
        is(Kind.CLIPPING, true, "lower its level by 1.2 dB", measured(-3, 3, "", List.of(), 0.1, 1));
    }

    @Test void moreVoicesThanACoreHoldsAreTooMany() {
        is(Kind.CPU, true, "16 voices take 80 % of a core", measured(-9, -3, "", List.of(), 0.8, 1));
    }

    @Test void aPrimeThatPlayWouldNotWaitForIsTooLong() {
        is(Kind.PRIME, true, "it is ready after 1600 ms, and play waits 500 ms: write 'prime: 3 s'", measured(-9, -3, "", List.of(), 0.1, 1_600));
    }

    @Test void silentKeysEmbarrassWhereEveryKeyboardHasThem() {
        is(Kind.SILENCE, true, "nothing is heard of B1 .. C2", measured(-9, -3, "", List.of(35, 36), 0.1, 1));
        is(Kind.SILENCE, false, "nothing is heard of A0, C#7 .. D7", measured(-9, -3, "", List.of(21, 97, 98), 0.1, 1));
        is(Kind.SILENCE, true, "nothing is heard of any key", measured(-9, -3, "", IntStream.rangeClosed(21, 108).boxed().toList(), 0.1, 1));
    }

    @Test void whatHasPlayedAndStopsIsSilent() {
        is(Kind.SILENCE, true, "it has played, and then nothing is heard", measured(-9, -200, "", List.of(), 0.1, 1));
    }

    @Test void aFailureIsTheOnlyThingSaidOfItsSound() {
        is(Kind.FAILURE, true, "it failed while it was played (out of luck)", measured(9, -200, "out of luck", List.of(60), 0, 1));
    }
}

package org.chronus.instrument;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.chronus.instrument.assembly.FuzzSize;
import org.chronus.instrument.engine.Engine;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.ModuleCatalog;
import org.chronus.modules.ModuleType;
import org.chronus.modules.Output;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What dies away ends in zeros. The processor itself says in which blocks it met a denormal number: not in those that come long after the sound,
 * and before that in few, while the last echoes go. So silence costs no more than playing, whatever such numbers cost. A fifth of the presets
 * with every build, all with the profile {@code fuzz}.
 */
@Tag("fuzz")
class DenormalTest {
    private static final int RATE = Audition.RATE, SECOND = RATE / Module.BLOCK, ATTEMPTS = 5;
    private static final double PLAYED = 4.5, TAIL = 34, STILL = 20, SHARE = 0.02, STILL_SHARE = 0.01;

    private final SubnormalFlags flags = new SubnormalFlags();

    private static Stream<Repertoire.Player> presets() {
        return IntStream.range(0, Repertoire.all().size()).filter(i -> i % FuzzSize.of(5, 1) == 0).mapToObj(Repertoire.all()::get);
    }

    private static Stream<ModuleType> modules() {
        return ModuleCatalog.load().types().stream();
    }

    private static Engine engine(Repertoire.Player player) {
        Engine engine = player.audition().engine();
        Audition.Score score = new Audition.Score(engine);
        for (double at = 0.1; at < 4; at += 0.5) {
            for (int interval : new int[] {-12, 0, 4, 7}) {
                score.note(at, at + 0.35, player.home() + interval, 100);
            }
        }
        return engine;
    }

    @ParameterizedTest
    @MethodSource("presets")
    void aPresetMeetsFewWhileItDiesAwayAndNoneThatStay(Repertoire.Player player) {
        assumeTrue(SubnormalFlags.areThere(), "this processor does not say");
        Engine engine = engine(player);
        float[] left = new float[Module.BLOCK], right = new float[Module.BLOCK];
        engine.render(new float[(int) (PLAYED * RATE)], new float[(int) (PLAYED * RATE)], (int) (PLAYED * RATE));
        int met = 0, still = 0;
        for (int block = 0; block < TAIL * SECOND; block++) {
            flags.clear();
            engine.render(left, right, Module.BLOCK);
            int now = flags.areSet() ? 1 : 0;
            met += now;
            still += block > STILL * SECOND ? now : 0;
        }
        assertTrue(engine.isSilent());
        assertTrue(met < SHARE * TAIL * SECOND && still < STILL_SHARE * (TAIL - STILL) * SECOND, met + " blocks, " + still + " of them late");
    }

    @ParameterizedTest
    @MethodSource("presets")
    void toFlushThemToZeroWouldChangeNoBit(Repertoire.Player player) {
        assumeTrue(SubnormalFlags.areThere(), "this processor does not say");
        float[] usual = left(player);
        flags.flushToZero(true);
        try {
            float[] flushed = left(player);
            assertTrue(flags.flushesToZero(), "the thread has lost it");
            assertArrayEquals(usual, flushed);
        } finally {
            flags.flushToZero(false);
        }
    }

    private static float[] left(Repertoire.Player player) {
        float[] left = new float[25 * RATE];
        engine(player).render(left, new float[left.length], left.length);
        return left;
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleMeetsFewWhileItRingsOut(ModuleType type) {
        assumeTrue(SubnormalFlags.areThere(), "this processor does not say");
        Module module = type.make();
        module.prepare(RATE, 2);
        for (Output output : module.outputs()) {
            output.data = new float[Module.BLOCK * Module.LANES];
            output.step = Module.LANES;
        }
        Random random = new Random(1);
        int met = 0;
        for (int block = -SECOND / 2; block < TAIL * SECOND; block++) {
            int now = block;
            module.inputs().forEach(input -> feed(input, now, random));
            flags.clear();
            module.flush();
            module.generate(0, Module.BLOCK);
            met += block >= 0 && flags.areSet() ? 1 : 0;
        }
        assertTrue(met < SHARE * TAIL * SECOND, type.name() + " in " + met + " blocks");
    }

    /** Noise before block 0, then silence; ports with a range are at their defaults, but for a key that is down a while. */
    private static void feed(Input input, int block, Random random) {
        if (input.data.length < Module.BLOCK * Module.LANES) {
            input.data = new float[Module.BLOCK * Module.LANES];
        }
        input.step = input.isHeld() ? 0 : Module.LANES;
        boolean isAudio = !input.isBounded() && input.follows().isEmpty(), isGate = input.symbol().equals("gate");
        float usual = input.conversion().apply(isGate ? block < -SECOND / 4 ? 1 : 0 : (float) input.normally());
        for (int i = 0; i < input.data.length; i++) {
            input.data[i] = !isAudio ? usual : block < 0 ? 0.3f * (float) random.nextGaussian() : 0;
        }
    }

    @Test void silenceTakesNoLongerThanPlaying() {
        for (Repertoire.Player player : Repertoire.all()) {
            double ratio = Double.POSITIVE_INFINITY;
            for (int attempt = 0; attempt < ATTEMPTS && ratio > 1; attempt++) {
                ratio = Math.min(ratio, ratio(engine(player)));
            }
            assertTrue(ratio <= 1, player.name() + ": " + ratio);
        }
    }

    /** The processor time of all but a hundredth of the blocks after the sound, beside those with it. */
    private static double ratio(Engine engine) {
        LongSupplier processor = Engine.processorTime();
        float[] left = new float[Module.BLOCK], right = new float[Module.BLOCK];
        long[] times = new long[(int) ((PLAYED + TAIL) * SECOND)];
        for (int block = 0; block < times.length; block++) {
            long begin = processor.getAsLong();
            engine.render(left, right, Module.BLOCK);
            times[block] = processor.getAsLong() - begin;
        }
        int played = (int) (PLAYED * SECOND);
        return nearlyAll(times, times.length - 30 * SECOND, times.length) / nearlyAll(times, 0, played);
    }

    private static double nearlyAll(long[] times, int from, int to) {
        long[] part = Arrays.copyOfRange(times, from, to);
        Arrays.sort(part);
        return part[part.length * 99 / 100];
    }
}

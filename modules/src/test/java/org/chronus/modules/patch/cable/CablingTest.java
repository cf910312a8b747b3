package org.chronus.modules.patch.cable;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANES;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.chronus.modules.Input;
import org.chronus.modules.Signal;
import org.chronus.modules.filters.StateVariableFilter;
import org.chronus.modules.modulators.Slew;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What reaches a filter's cutoff is its value times its octaves plus its sum, between its limits, whichever of them move. */
class CablingTest {
    private static final float RATE = 48_000, VALUE = 500;

    private final Input cutoff = new StateVariableFilter().inputs().stream().filter(input -> input.symbol().equals("cutoff")).findFirst()
            .orElseThrow();

    /** A cable on paper. */
    private record Cable(List<Signal> sources, float amount) {
        Product product() {
            return new Product(sources.toArray(Signal[]::new), amount);
        }

        double value(int frame, int lane) {
            double value = amount;
            for (Signal source : sources) {
                value *= source.data[frame * source.step + lane];
            }
            return value;
        }
    }

    private static Signal constant(double value) {
        Signal signal = new Signal();
        Arrays.fill(signal.data, (float) value);
        return signal;
    }

    private static Signal moving(SplittableRandom random) {
        Signal signal = new Signal();
        signal.data = new float[BLOCK * LANES];
        signal.step = LANES;
        for (int i = 0; i < signal.data.length; i++) {
            signal.data[i] = (float) random.nextDouble(-1, 1);
        }
        return signal;
    }

    private static List<Cable> cables(SplittableRandom random, float amount) {
        List<Cable> cables = new ArrayList<>();
        for (int count = random.nextInt(5); cables.size() < count;) {
            List<Signal> sources = new ArrayList<>();
            for (int factors = 1 + random.nextInt(2); sources.size() < factors;) {
                sources.add(switch (random.nextInt(4)) {
                    case 0 -> constant(0);
                    case 1 -> constant(random.nextDouble(-1, 1));
                    default -> moving(random);
                });
            }
            cables.add(new Cable(sources, amount * (float) random.nextDouble(0.1, 1)));
        }
        return cables;
    }

    private Cabling cabling(List<Cable> sums, List<Cable> octaves) {
        return new Cabling(cutoff, new Parameter(cutoff, VALUE, false, RATE), sums.stream().map(Cable::product).toArray(Product[]::new),
                octaves.stream().map(Cable::product).toArray(Product[]::new), new float[BLOCK * LANES], RATE);
    }

    @RepeatedTest(200) void whatReachesAPortIsWhatTheCablesSay(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        List<Cable> sums = cables(random, 200), octaves = cables(random, 1);
        Cabling cabling = cabling(sums, octaves);
        int cut = 1 + random.nextInt(BLOCK - 1);
        compare(cabling, sums, octaves, 0, cut, true);
        compare(cabling, sums, octaves, cut, BLOCK, false);
    }

    private void compare(Cabling cabling, List<Cable> sums, List<Cable> octaves, int start, int limit, boolean changed) {
        cabling.generate(start, limit, Cabling.NO_LANES, changed);
        for (int i = start; i < limit; i++) {
            for (int lane = 0; lane < LANES; lane++) {
                int frame = i, place = lane;
                double value = VALUE * Math.pow(2, octaves.stream().mapToDouble(cable -> cable.value(frame, place)).sum())
                        + sums.stream().mapToDouble(cable -> cable.value(frame, place)).sum();
                assertEquals(Math.clamp(value, 20, 20_000), cutoff.data[i * cutoff.step + lane], 0.01, "frame " + i + " lane " + lane);
            }
        }
    }

    @Test void whatStandsStillIsOneLineAndAWheelThatIsDownMovesNothing() {
        SplittableRandom random = new SplittableRandom(1);
        Cable down = new Cable(List.of(moving(random), constant(0)), 1), steady = new Cable(List.of(constant(0.5)), 1);
        cabling(List.of(down), List.of(steady, down)).generate(0, BLOCK, Cabling.NO_LANES, true);
        assertEquals(0, cutoff.step);
        assertEquals(VALUE * Math.sqrt(2), cutoff.data[0], 0.01);
    }

    /** A note that begins amid a block must change nothing of those that share its group. */
    @Test void aHeldPortIsReadOnTheLanesThatAreToldAndOnAllAtAGridLine() {
        Input glide = new Slew().inputs().stream().filter(Input::isHeld).findFirst().orElseThrow();
        Signal bend = constant(0.1);
        Cabling cabling = new Cabling(glide, new Parameter(glide, 0, false, RATE), new Product[] {new Product(new Signal[] {bend}, 1)},
                new Product[0], new float[BLOCK * LANES], RATE);
        cabling.generate(0, 8, Cabling.ALL_LANES, true);
        float first = glide.data[0];
        Arrays.fill(bend.data, 0.2f);
        cabling.generate(8, 16, 1 << 2, true);
        assertEquals(2 * first, glide.data[2], 1e-6);
        assertEquals(first, glide.data[1]);
        cabling.generate(16, BLOCK, Cabling.NO_LANES, false);
        assertEquals(first, glide.data[1]);
        cabling.generate(0, BLOCK, Cabling.ALL_LANES, false);
        assertEquals(2 * first, glide.data[1], 1e-6);
    }
}

package org.chronus.instrument.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.chronus.presets.library.ProgramAddress;
import org.junit.jupiter.api.Test;

class BalanceTest {
    private static final double ROOM = 40;

    private static Program program(String file) {
        return new Program(new ProgramAddress(0, 0), "0", file, file, 1, Optional.empty(), List.of());
    }

    private static Balance of(double... loudness) {
        Balance balance = new Balance();
        for (int i = 0; i < loudness.length; i++) {
            balance.add(program(i + ".yaml"), loudness[i], ROOM);
        }
        return balance;
    }

    @Test void theMedianIsTheLowerOfTwoInTheMiddle() {
        assertEquals(Optional.of(-20.0), of(-20, -10, -30).median());
        assertEquals(Optional.of(-21.0), of(-20, -10, -30, -21).median());
        assertEquals(Optional.empty(), new Balance().median());
    }

    @Test void whoIsFurtherThanThreeUnitsIsBroughtToTheMedian() {
        assertEquals(Map.of("3.yaml", -9.5, "4.yaml", 3.1), of(-20, -20, -23, -10.5, -23.1).levels());
    }

    @Test void oneByItselfIsAlwaysRight() {
        assertEquals(Map.of(), of(-48).levels());
    }

    @Test void whatIsNotTheUsersOrWouldClipIsLeftAlone() {
        Balance balance = of(-20, -20, -20, -20);
        balance.add(program("factory:x.yaml"), -30, ROOM);
        balance.add(program("hard.yaml"), -30, 9.9);
        balance.add(program("faint.yaml"), -39, ROOM);
        assertEquals(Map.of(), balance.levels());
    }

    @Test void aFileThatIsPlayedAtTwoLevelsIsLeftAlone() {
        Balance balance = of(-20, -20, -20);
        balance.add(program("twice.yaml"), -12, ROOM);
        balance.add(program("twice.yaml"), -30, ROOM);
        balance.add(program("same.yaml"), -12, ROOM);
        balance.add(program("same.yaml"), -12.5, ROOM);
        assertEquals(Map.of("same.yaml", -7.7), balance.levels());
    }

    @Test void onceTheLevelsAreWrittenThereIsNothingLeftToWrite() {
        Random random = new Random(1);
        for (int bank = 0; bank < 200; bank++) {
            double[] loudness = random.doubles(2 + bank % 30, -32, -14).toArray();
            Map<String, Double> levels = of(loudness).levels();
            for (int i = 0; i < loudness.length; i++) {
                loudness[i] += levels.getOrDefault(i + ".yaml", 0.0);
            }
            Balance after = of(loudness);
            assertEquals(Map.of(), after.levels());
            double median = after.median().orElseThrow();
            levels.keySet().forEach(file -> {
                double moved = loudness[Integer.parseInt(file.substring(0, file.indexOf('.')))];
                assertTrue(Math.abs(moved - median) < 1, () -> moved + " by " + median);
            });
        }
    }
}

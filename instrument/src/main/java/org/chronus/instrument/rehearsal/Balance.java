package org.chronus.instrument.rehearsal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chronus.modules.testkit.measure.Waves;

/**
 * The loudness of the programs of a bank against each other: their median, who is too far from it, and the levels that would bring those
 * there. The median is the lower of two in the middle: so it stays where it is when others come to it. The thread that rehearses.
 */
final class Balance {
    /**
     * In LU. EBU R 128 lets live programmes differ by 1 LU, and at 3 dB, twice the power, whoever mixes reaches for the fader; within that
     * a lead may stand out and a pad stand back.
     */
    static final double TOLERANCE = 3;
    /** Programs of one file are moved together if they are within this, in LU. */
    private static final double ALIKE = 1;
    /** The most that {@code level:} takes, a factor of 8, in dB. */
    static final double HIGHEST_LEVEL = 18;
    private static final int MOST_ROUNDS = 100;

    /** A program that was heard: its loudness in LUFS, and how much louder it may become before it clips, in dB. */
    private record Heard(Program program, double loudness, double headroom) { }

    /** All programs of one preset file. */
    private static final class Group {
        private final List<Heard> all = new ArrayList<>();
        /** As the file has it, and on paper, in dB. */
        private final double before;
        private double level;

        Group(double level) {
            before = level;
            this.level = level;
        }

        double loudness() {
            return all.stream().mapToDouble(Heard::loudness).average().orElseThrow() + level - before;
        }

        /** The level that would bring it there, in tenths of a dB. */
        double wanted(double loudness) {
            return Math.round(10 * (level + loudness - loudness())) / 10.0;
        }

        boolean isAlike() {
            double[] sorted = all.stream().mapToDouble(Heard::loudness).sorted().toArray();
            return sorted[sorted.length - 1] - sorted[0] <= ALIKE;
        }

        boolean hasRoom(double wanted) {
            return wanted <= before || wanted <= HIGHEST_LEVEL && all.stream().allMatch(heard -> wanted - before <= heard.headroom);
        }

        boolean canBe(double wanted) {
            return all.getFirst().program.isUsers() && Double.isFinite(wanted) && isAlike() && hasRoom(wanted);
        }
    }

    private final Map<String, Group> groups = new LinkedHashMap<>();

    /** Adds a program that was heard. */
    void add(Program program, double loudness, double headroom) {
        groups.computeIfAbsent(program.file(), _ -> new Group(Waves.decibels(program.fileLevel())))
                .all.add(new Heard(program, loudness, headroom));
    }

    /** In LUFS; nothing if no program was heard. */
    Optional<Double> median() {
        List<Double> sorted = groups.values().stream()
                .flatMap(group -> group.all.stream().map(heard -> heard.loudness + group.level - group.before)).sorted().toList();
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get((sorted.size() - 1) / 2));
    }

    /** True if a loudness is further from another than may be, in tenths of a LU. */
    static boolean isOff(double loudness, double median) {
        return Math.round(10 * Math.abs(loudness - median)) > Math.round(10 * TOLERANCE);
    }

    /** True if two programs play the file of this one, and no level of it would be right for both. */
    boolean isTornApart(Program program) {
        return !groups.get(program.file()).isAlike();
    }

    /** True if a file can have this level, in dB, without clipping and within the range of levels. */
    boolean hasRoom(Program program, double level) {
        return groups.get(program.file()).hasRoom(level);
    }

    /** The level in dB with which the file of a program would be at the bank's median. */
    double wanted(Program program) {
        return groups.get(program.file()).wanted(median().orElseThrow());
    }

    /** The level in dB that it has. */
    double level(Program program) {
        return groups.get(program.file()).before;
    }

    /**
     * The new levels, in dB, by file, of those that are off and can be moved: on paper the bank is gone through again, as it would then be,
     * until none is left.
     */
    Map<String, Double> levels() {
        Map<String, Double> levels = new LinkedHashMap<>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double median = median().orElse(0.0);
            Optional<Map.Entry<String, Group>> off = groups.entrySet().stream()
                    .filter(each -> isOff(each.getValue().loudness(), median) && each.getValue().canBe(each.getValue().wanted(median)))
                    .max(Comparator.comparingDouble(each -> Math.abs(each.getValue().loudness() - median)));
            if (off.isEmpty()) {
                break;
            }
            Group group = off.get().getValue();
            group.level = group.wanted(median);
            levels.put(off.get().getKey(), group.level);
        }
        groups.values().forEach(group -> group.level = group.before);
        return levels;
    }
}

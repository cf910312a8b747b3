package org.chronus.instrument.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.chronus.modules.Unit;
import org.chronus.modules.patch.plan.PatchPlan;
import org.chronus.modules.patch.plan.PatchPlan.PartPlan;
import org.chronus.presets.value.NumberText;

/** A keyboard of 88 keys, A0 to C8, and what of it the parts of a patch play. Stateless; any thread. */
final class Keyboard {
    static final int LOWEST = 21, HIGHEST = 108;
    /** C2 to C7, which keyboards of 61 keys have. */
    private static final int LOWEST_OF_61 = 36, HIGHEST_OF_61 = 96;
    private static final int OCTAVE = 12, DRUMS = 5;

    private Keyboard() { }

    /** The keys of the 88 that a part plays, low to high. */
    static int[] keys(PartPlan part) {
        return IntStream.rangeClosed(LOWEST, HIGHEST).filter(part.keys()::has).toArray();
    }

    /** True for keys that are in the compass of nearly every instrument, because every keyboard on a stage has them. */
    static boolean isOnEveryKeyboard(int key) {
        return key >= LOWEST_OF_61 && key <= HIGHEST_OF_61;
    }

    /** True if these are the drums of a kit: more parts, each of so few keys, than any split has. */
    static boolean isKit(List<PartPlan> parts) {
        return parts.size() >= DRUMS && parts.stream().allMatch(part -> keys(part).length < OCTAVE);
    }

    /** The MIDI channel, 0..15, on which a part is to be played. */
    static int channel(PartPlan part) {
        return Math.max(0, part.channel());
    }

    /** Those parts that none of the 88 keys reaches. */
    static List<PartPlan> unreachable(PatchPlan plan) {
        return plan.parts().stream().filter(part -> keys(part).length == 0).toList();
    }

    /** The keys of the 88 that no part plays. */
    static List<Integer> unplayed(PatchPlan plan) {
        return IntStream.rangeClosed(LOWEST, HIGHEST)
                .filter(key -> plan.parts().stream().noneMatch(part -> part.keys().has(key))).boxed().toList();
    }

    /** Those of the unplayed keys that have played ones on both sides: the hole in a split. */
    static List<Integer> holes(PatchPlan plan) {
        List<Integer> unplayed = unplayed(plan);
        List<Integer> played = IntStream.rangeClosed(LOWEST, HIGHEST).boxed().filter(key -> !unplayed.contains(key)).toList();
        return played.isEmpty() ? List.of() : unplayed.stream().filter(key -> key > played.getFirst() && key < played.getLast()).toList();
    }

    /** A key by octaves, as far as it must go to be within the part's range; the nearest that it has if no octave is. */
    static int fold(int key, PartPlan part) {
        int[] keys = keys(part);
        int low = keys[0], high = keys[keys.length - 1], folded = key;
        while (folded > high) {
            folded -= OCTAVE;
        }
        while (folded < low) {
            folded += OCTAVE;
        }
        return part.keys().nearest(Math.min(folded, high));
    }

    /** Keys as players write them, in ranges: {@code A0 .. B1, C7}. */
    static String text(List<Integer> keys) {
        List<int[]> ranges = new ArrayList<>();
        for (int key : keys) {
            if (ranges.isEmpty() || ranges.getLast()[1] != key - 1) {
                ranges.add(new int[] {key, key});
            } else {
                ranges.getLast()[1] = key;
            }
        }
        return ranges.stream().map(range -> name(range[0]) + (range[0] == range[1] ? "" : " .. " + name(range[1])))
                .collect(Collectors.joining(", "));
    }

    private static String name(int key) {
        return NumberText.value(key, Unit.NOTE);
    }
}

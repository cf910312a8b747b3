package org.chronus.instrument.engine.slots;

import static org.chronus.instrument.engine.Stage.RATE;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.chronus.instrument.assembly.FuzzSize;
import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.engine.Stage;
import org.chronus.instrument.prime.PrimeException;
import org.chronus.instrument.prime.Primer;
import org.chronus.midi.command.Gesture;
import org.chronus.modules.ModuleCatalog;
import org.chronus.modules.testkit.measure.Waves;
import org.chronus.presets.library.Bank;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.preset.PresetReader;
import org.chronus.presets.preset.Transition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * From every factory preset to some others, with the profile {@code fuzz} to every other, by every transition, under a held chord; then a chord
 * of the new one, and back, so that a third patch takes the place of the one that rings. The steepest step after each change is held against
 * the steepest that the same performance makes around that frame without the change. The worst are printed; docs/transitions.md explains them.
 */
@Tag("fuzz")
class FactoryTransitionsTest {
    /** On the grid; by then the slowest attack is well on its way. */
    private static final int SWAP = 188 * 64, NEW_CHORD = SWAP + 2_400, BACK = 2 * SWAP, AROUND = 2_400, END = BACK + AROUND;
    private static final int[] CHORD = {45, 57, 60, 64}, OTHER_CHORD = {41, 53, 60, 69};
    /** How many programs further the others are with every build: primes, so that each preset meets near ones and far ones. */
    private static final Set<Integer> WAYS = Set.of(1, 7, 17, 37);
    private static final double MOST_STEP = 1.5;
    private static final ModuleCatalog CATALOG = ModuleCatalog.load();
    private static List<Preset> presets;

    private record Change(Preset from, Preset to, String where, double step) {
        @Override public String toString() {
            return "%s %s %s %.2f".formatted(from.name(), where, to.name(), step);
        }
    }

    /** Both sides of what was heard. */
    private record Sound(float[] left, float[] right) {
        double steepest(int from, int to) {
            return Math.max(Stage.steepest(left, from, to), Stage.steepest(right, from, to));
        }

        /** The steepest step of the 50 ms from a frame on, as a multiple of what the other has around that frame. */
        double stepAt(int frame, Sound unchanged) {
            return steepest(frame - 1, frame + AROUND) / unchanged.steepest(frame - AROUND, frame + AROUND);
        }
    }

    @BeforeAll static void readTheBank() {
        PresetLibrary library = PresetLibrary.of(new PresetReader(CATALOG), Map.of("HOME", "/nowhere"));
        Bank bank = library.factoryBank().value();
        presets = bank.programs(0).values().stream().map(entry -> library.load(bank, entry).value()).toList();
    }

    /** An engine that is played as it renders. */
    private static final class Performance {
        private final Engine engine;
        private final Primer primer;
        private final Sound sound = new Sound(new float[END], new float[END]);

        Performance(Transition how, Preset first) throws PrimeException {
            engine = new Engine(RATE, 0xFFFF, 0, how);
            primer = new Primer(RATE, engine.pedals(), engine.parameters());
            change(first);
        }

        Performance change(Preset preset) throws PrimeException {
            engine.handover().offer(primer.prime(new SwapReport(SwapRequest.program(engine.position(), 0, 0)), preset));
            return this;
        }

        Performance press(int... keys) {
            for (int key : keys) {
                engine.schedule(engine.position(), new Gesture.NoteOn(0, 0, key, 0.7f));
            }
            return this;
        }

        Performance until(int frame) {
            int begin = (int) engine.position();
            float[] left = new float[frame - begin], right = new float[frame - begin];
            engine.render(left, right, frame - begin);
            System.arraycopy(left, 0, sound.left, begin, frame - begin);
            System.arraycopy(right, 0, sound.right, begin, frame - begin);
            return this;
        }
    }

    private static Performance there(Transition how, Preset from, Preset to) throws PrimeException {
        return new Performance(how, from).press(CHORD).until(SWAP).change(to).until(NEW_CHORD).press(OTHER_CHORD).until(BACK);
    }

    private static boolean isTried(Preset from, Preset to) {
        int way = Math.floorMod(presets.indexOf(to) - presets.indexOf(from), presets.size());
        return FuzzSize.of(WAYS.contains(way) ? 1 : 0, way) > 0;
    }

    @ParameterizedTest
    @EnumSource
    @Tag("L9")
    void noChangeClicks(Transition how) throws PrimeException {
        List<Change> changes = new ArrayList<>();
        for (Preset from : presets) {
            Sound alone = new Performance(how, from).press(CHORD).until(SWAP + AROUND).sound;
            for (Preset to : presets) {
                if (isTried(from, to)) {
                    Sound stays = there(how, from, to).until(END).sound, changed = there(how, from, to).change(from).until(END).sound;
                    changes.add(new Change(from, to, "->", changed.stepAt(SWAP, alone)));
                    changes.add(new Change(from, to, "<-", changed.stepAt(BACK, stays)));
                }
            }
        }
        changes.sort((one, other) -> Double.compare(other.step, one.step));
        System.out.println(how + " in the factory bank, worst of " + changes.size() + " changes: " + changes.subList(0, 3));
        assertTrue(changes.getFirst().step <= MOST_STEP, () -> how + ": " + changes.subList(0, 10));
    }

    @Test
    @Tag("L10")
    void aProgramChangeWithNoKeyHeldIsSilent() throws PrimeException {
        for (Preset to : presets) {
            Sound sound = new Performance(Transition.RING, presets.getFirst()).until(SWAP).change(to).until(END).sound;
            double loudest = Math.max(Waves.peak(sound.left), Waves.peak(sound.right));
            assertTrue(Waves.decibels(loudest) < -90, () -> to.name() + " sounds, and nobody played it: " + loudest);
        }
    }
}

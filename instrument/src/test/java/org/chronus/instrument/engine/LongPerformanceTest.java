package org.chronus.instrument.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.chronus.midi.Command;
import org.chronus.midi.Ending;
import org.chronus.midi.Gesture;
import org.chronus.midi.Pace;
import org.chronus.midi.Setting;
import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.Bank;
import org.chronus.presets.PresetLibrary;
import org.chronus.presets.PresetReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The factory bank under everything that can be played, with storms of program changes, in no time: no patch fails. */
@Tag("fuzz")
class LongPerformanceTest {
    private static final int SOURCE = 1, FINGERS = 2, MEMBERS = 7, PERIOD = 64, STEP = 960;
    private static final long SECONDS = 60, LONGEST_RING = 120;
    private static final int[] CONTROLLERS = {1, 7, 11, 10, 74, 71, 73, 72, 91, 93, 2, 4};

    private final ModuleCatalog catalog = ModuleCatalog.load();
    private final PresetLibrary library = new PresetLibrary(new PresetReader(catalog), Path.of("/nonexistent"));
    private final Bank bank = library.factoryBank().value();
    private final Engine engine = new Engine(Stage.RATE, 0xFFFF, 0, null);
    private final List<String> failed = new ArrayList<>();
    private final PresetLoader loader = new PresetLoader(library, bank, catalog, engine, Stage.RATE, told -> { }, PresetLoader.OFFLINE);
    private final List<Integer> programs = List.copyOf(bank.programs(0).keySet());
    private final float[] left = new float[PERIOD], right = new float[PERIOD];
    private final int[] fingers = new int[MEMBERS + 1];
    private final List<Integer> keys = new ArrayList<>();
    private SplittableRandom random;

    @Test void noPatchFailsAndNothingHangs() {
        loader.load(new Swap(0, 0, programs.getFirst()));
        send(new Setting.MpeZone(FINGERS, 0, MEMBERS));
        for (int seed = 1; seed <= FuzzSize.of(1, 40); seed++) {
            random = new SplittableRandom(seed);
            perform(engine.position() + SECONDS * Stage.RATE);
            assertEquals(List.of(), failed, "with seed " + seed);
        }
        for (int source : new int[] {SOURCE, FINGERS}) {
            send(new Ending.ReleaseSource(source));
        }
        for (long until = engine.position() + LONGEST_RING * Stage.RATE; !engine.isSilent() && engine.position() < until;) {
            engine.render(left, right, PERIOD);
        }
        assertTrue(engine.isSilent(), "a note hangs");
        assertEquals(0, engine.tally().failures());
        assertEquals(0, engine.tally().cured());
    }

    private void perform(long until) {
        for (long next = 0; engine.position() < until;) {
            if (engine.position() >= next) {
                move();
                if (random.nextInt(20) == 0) {
                    loader.load(new Swap(engine.position(), 0, programs.get(random.nextInt(programs.size()))));
                }
                next = engine.position() + STEP / (1 + random.nextInt(8));
            }
            engine.render(left, right, PERIOD);
            for (PrimedPatch back = engine.handover().takeBack(); back != null; back = engine.handover().takeBack()) {
                if (back.trouble() != Trouble.NONE) {
                    failed.add(back.preset().name() + " " + back.trouble().meaning + " " + back.problem());
                }
            }
        }
    }

    private void move() {
        double dice = random.nextDouble();
        if (dice < 0.3 && keys.size() < 10) {
            int key = random.nextInt(28, 96);
            if (!keys.contains(key)) {
                keys.add(key);
                send(new Gesture.NoteOn(SOURCE, 0, key, random.nextInt(1, 128) / 127f));
            }
        } else if (dice < 0.6 && !keys.isEmpty()) {
            send(new Gesture.NoteOff(SOURCE, 0, keys.remove(random.nextInt(keys.size())), 0.5f));
        } else if (dice < 0.75) {
            finger();
        } else if (dice < 0.9) {
            send(new Gesture.Controller(SOURCE, 0, CONTROLLERS[random.nextInt(CONTROLLERS.length)], random.nextInt(128) / 127f));
        } else if (dice < 0.94) {
            send(new Gesture.PitchBend(SOURCE, 0, (float) random.nextDouble(-1, 1)));
        } else if (dice < 0.955 && !keys.isEmpty()) {
            send(new Gesture.PolyPressure(SOURCE, 0, keys.get(random.nextInt(keys.size())), random.nextInt(128) / 127f));
        } else if (dice < 0.97) {
            send(new Gesture.ChannelPressure(SOURCE, 0, random.nextInt(128) / 127f));
        } else if (dice < 0.98) {
            send(random.nextBoolean() ? new Pace.Tempo(SOURCE, random.nextInt(40, 200)) : new Pace.SongPosition(SOURCE, random.nextInt(64)));
        } else {
            send(new Gesture.Controller(SOURCE, 0, random.nextBoolean() ? 64 : 66, random.nextInt(2)));
        }
    }

    private void finger() {
        int finger = 1 + random.nextInt(MEMBERS);
        if (fingers[finger] == 0) {
            fingers[finger] = random.nextInt(28, 96);
            send(new Gesture.NoteOn(FINGERS, finger, fingers[finger], random.nextInt(1, 128) / 127f));
            return;
        }
        switch (random.nextInt(4)) {
            case 0 -> {
                send(new Gesture.NoteOff(FINGERS, finger, fingers[finger], random.nextInt(128) / 127f));
                fingers[finger] = 0;
            }
            case 1 -> send(new Gesture.PitchBend(FINGERS, finger, (float) random.nextDouble(-1, 1)));
            case 2 -> send(new Gesture.ChannelPressure(FINGERS, finger, random.nextInt(128) / 127f));
            default -> send(new Gesture.Controller(FINGERS, finger, 74, random.nextInt(128) / 127f));
        }
    }

    private void send(Command command) {
        engine.schedule(engine.position(), command);
    }
}

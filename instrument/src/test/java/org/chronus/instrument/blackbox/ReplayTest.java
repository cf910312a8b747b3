package org.chronus.instrument.blackbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

import org.chronus.instrument.engine.Stage;
import org.chronus.instrument.random.CommandKind;
import org.chronus.instrument.random.CommandMix;
import org.chronus.instrument.random.RandomCommands;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.Gesture;
import org.chronus.presets.library.ProgramAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was heard is heard again from a dump. */
class ReplayTest {
    private static final List<CommandKind> ELSEWHERE = List.of(CommandKind.COMMIT, CommandKind.PANIC, CommandKind.PROGRAM_CHANGE, CommandKind.STEP);
    private static final double SECONDS = 5;

    @TempDir
    private Path folder;

    private static RandomCommands player() {
        CommandMix mix = CommandMix.ofAll(1).channels(0, 0, 1).keys(36, 48, 8).controllers(1, 1, 7, 10, 11, 64, 64, 66, 67, 74)
                .parameters(List.of(0, 1, 2, 3, 4, 5));
        ELSEWHERE.forEach(kind -> mix.weigh(kind, 0));
        return new RandomCommands(mix.weigh(CommandKind.NOTE_ON, 20).weigh(CommandKind.NOTE_OFF, 12).weigh(CommandKind.CONTROLLER, 12)
                .weigh(CommandKind.PITCH_BEND, 8), 5);
    }

    @Test void whatWasPlayedLiveIsTheSameToTheBit() throws Exception {
        try (BlackBoxRig rig = new BlackBoxRig(folder)) {
            RandomCommands player = player();
            SplittableRandom random = new SplittableRandom(9);
            rig.start();
            int changes = 0;
            List<ProgramAddress> programs = rig.instrument.setup().bank().order();
            for (double now = 0.1; now < SECONDS; now += 0.02 * random.nextDouble()) {
                rig.await(now);
                for (int i = random.nextInt(4); i > 0; i--) {
                    rig.instrument.receive(new Event(System.nanoTime(), player.next()));
                }
                if (now > (changes + 1) * SECONDS / 6) {
                    changes++;
                    ProgramAddress program = programs.get(random.nextInt(programs.size()));
                    if (changes == 3) {
                        rig.instrument.change(System.nanoTime(), Stage.preset(Stage.TONE));
                    } else {
                        rig.instrument.change(System.nanoTime(), program.bank(), program.program());
                    }
                }
            }
            byte[] heard = rig.stop();
            Path dump = DumpFile.write(rig.instrument, "a test", folder.resolve("dump.jsonl")).path();
            BlackBoxRig.Replayed again = BlackBoxRig.replay(dump, folder.resolve("again.wav"));
            assertEquals(List.of(), again.report().reasons());
            assertTrue(again.report().exact());
            assertTrue(again.report().swaps().stream().filter(swap -> swap.swapFrame() > 0).count() >= 3, () -> "swaps: " + again.report().swaps());
            assertTrue(again.report().peakDb() > -30, "it sounds");
            assertArrayEquals(heard, again.sound());
        }
    }

    @Test void aPatchThatFailsAndTheOneThatTakesOverAreTheSameToTheBit() throws Exception {
        try (BlackBoxRig rig = new BlackBoxRig(folder)) {
            rig.start();
            rig.await(0.3);
            rig.instrument.change(System.nanoTime(), Stage.preset(DumpKeeperTest.BAD));
            rig.await(1.5);
            rig.instrument.receive(new Event(System.nanoTime(), new Gesture.NoteOn(1, 0, 60, 0.9f)));
            rig.await(1.8);
            rig.instrument.receive(new Event(System.nanoTime(), new Gesture.Controller(1, 0, DumpKeeperTest.SWITCH, 1)));
            rig.await(2.8);
            byte[] heard = rig.stop();
            assertEquals(1, rig.instrument.engine().stats().failovers());
            Path dump = DumpFile.write(rig.instrument, "a test", folder.resolve("dump.jsonl")).path();
            BlackBoxRig.Replayed again = BlackBoxRig.replay(dump, folder.resolve("again.wav"));
            assertTrue(again.report().exact(), again.report().reasons()::toString);
            assertEquals(2, again.report().troubles().size(), "a failure, and a failover");
            assertArrayEquals(heard, again.sound());
        }
    }
}

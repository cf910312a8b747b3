package org.chronus.instrument.engine.routing;

import static org.chronus.instrument.random.CommandKind.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.chronus.instrument.engine.Stage;
import org.chronus.instrument.prime.PrimeException;
import org.chronus.instrument.prime.Primer;
import org.chronus.instrument.random.CommandMix;
import org.chronus.instrument.random.RandomCommands;
import org.chronus.instrument.warmup.KernelWarmup;
import org.chronus.instrument.warmup.WarmupClock;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.Release;
import org.chronus.modules.testkit.Allocations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Players with everything that can come, thousands of times: no note hangs, no bit depends on periods, nothing is allocated. */
class PlayersAtRandomTest {
    private static final int COMMANDS = 6_000, SPREAD = 200;
    private static final List<String> PLAYERS = List.of(
            "{type: arpeggiator, order: up_down, octaves: 3, step: 0.125 beat, gate: 100 %, swing: 25 %}",
            "{type: chord, notes: [0, 3, 7]}",
            "{type: scale, root: Eb, notes: [0, 2, 3, 7, 8]}, {type: chord, notes: [0, 12]}, "
                    + "{type: arpeggiator, order: random, latch: yes, step: 30 ms}",
            "{type: arpeggiator, order: chord, octaves: 2, step: 0.5 beat, swing: 75 %}, {type: arpeggiator, order: played, step: 0.0625 beat}");
    private static final List<String> VOICES = List.of("{count: 12}", "{mode: legato, glide: 5 ms}",
            "{mode: mono, priority: lowest}", "{count: 4, restrike: same}");
    private static final List<String> TRANSITIONS = List.of("ring", "crossfade", "cut");

    private static String patch(int players, int voices, int transition) {
        return Stage.TONE + "hold: 0.2 s\nplayers: [" + PLAYERS.get(players % PLAYERS.size()) + "]\nvoices: " + VOICES.get(voices % VOICES.size())
                + "\ntransition: " + TRANSITIONS.get(transition % TRANSITIONS.size()) + "\n";
    }

    private static CommandMix mix() {
        return new CommandMix(0).channels(0, 0, 0, 1, 2, 15).keys(40, 24, 12).controllers(1, 7, 11, 74)
                .weigh(NOTE_ON, 60).weigh(NOTE_OFF, 60).weigh(CONTROLLER, 6).weigh(PITCH_BEND, 6).weigh(CHANNEL_PRESSURE, 4).weigh(POLY_PRESSURE, 8)
                .weigh(PEDAL, 14).weigh(PORTAMENTO, 2).weigh(KEY_TUNING, 1).weigh(MPE_ZONE, 1).weigh(VOICE_MODE, 1).weigh(ALL_SOUND_OFF, 1)
                .weigh(ALL_NOTES_OFF, 1).weigh(RESET_CONTROLLERS, 1).weigh(RELEASE_SOURCE, 1)
                .weigh(TEMPO, 6).weigh(OWN_TEMPO, 2).weigh(SONG_POSITION, 4);
    }

    @ParameterizedTest @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7}) void noNoteHangsAfterAnyKindOfEnd(int seed) {
        Stage stage = new Stage();
        RandomCommands commands = new RandomCommands(mix(), seed);
        SplittableRandom random = new SplittableRandom(seed);
        int heard = 0;
        for (int i = 0; i < COMMANDS; i++) {
            if (i % 250 == 0) {
                stage.offer(patch(seed + i / 250, i / 250, i / 500));
            }
            stage.engine.schedule(stage.engine.position() + random.nextInt(SPREAD), commands.next());
            if (i % 4 == 0) {
                int frames = 1 + random.nextInt(SPREAD);
                heard += Stage.rms(stage.left(frames), 0, frames) > 0.01 ? 1 : 0;
            }
        }
        assertTrue(heard > COMMANDS / 10, "it was heard " + heard + " times");
        stage.left(SPREAD);
        long now = stage.engine.position();
        for (int channel = 0; channel < 16; channel++) {
            end(stage, seed, now, channel);
        }
        float[] sound = stage.left(4 * Stage.RATE);
        assertEquals(0, Stage.rms(sound, 3 * Stage.RATE, 4 * Stage.RATE), "it sounds");
        assertTrue(stage.engine.isSilent(), "nothing will sound");
        assertEquals(0, stage.engine.voices());
        assertEquals(0, stage.engine.stats().failures());
        assertEquals(0, stage.engine.faults().count());
    }

    private static void end(Stage stage, int kind, long now, int channel) {
        stage.move(now, 64, 0);
        stage.engine.schedule(now, new Gesture.Controller(0, channel, 64, 0));
        stage.engine.schedule(now, new Gesture.Controller(0, channel, 66, 0));
        switch (kind % 4) {
            case 0 -> stage.engine.schedule(now, new Release.AllNotesOff(0, channel));
            case 1 -> stage.engine.schedule(now, new Release.AllSoundOff(0, channel));
            case 2 -> stage.engine.schedule(now, new Release.ReleaseSource(0));
            default -> {
                for (int key = 0; key < 128; key++) {
                    stage.engine.schedule(now, new Gesture.NoteOff(0, channel, key, 0.5f));
                }
                // Latched keys are nobody's: they end with their patch.
                if (channel == 0) {
                    stage.offer(Stage.TONE);
                }
            }
        }
    }

    @ParameterizedTest @ValueSource(ints = {0, 1, 2, 3}) void thePeriodsDoNotChangeABit(int players) {
        float[] regular = play(players, 64);
        assertTrue(Stage.rms(regular, 0, regular.length) > 0.01, "it sounds");
        assertArrayEquals(regular, play(players, 1), "periods of 1 frame");
        assertArrayEquals(regular, play(players, 517), "periods of 517 frames");
    }

    private static float[] play(int players, int period) {
        Stage stage = new Stage();
        stage.offer(patch(players, players, 0));
        RandomCommands commands = new RandomCommands(mix(), players);
        SplittableRandom random = new SplittableRandom(players);
        float[] whole = new float[47 * 517];
        for (int i = 0; i < 400; i++) {
            stage.engine.schedule(random.nextInt(whole.length), commands.next());
        }
        for (int done = 0; done < whole.length;) {
            int frames = Math.min(period, whole.length - done);
            System.arraycopy(stage.left(frames), 0, whole, done, frames);
            done += frames;
        }
        return whole;
    }

    @Test void allocatesNothingOnceWarm() throws PrimeException {
        Stage stage = new Stage();
        new KernelWarmup(new Primer(Stage.RATE, stage.engine.pedals(), stage.engine.parameters()), Stage.RATE, _ -> { })
                .warm(Stage.preset(Stage.TONE), WarmupClock.NONE);
        float[] left = new float[256], right = new float[256];
        int[] rounds = {0};
        long least = Allocations.least(12, () -> {
            int round = rounds[0]++;
            stage.offer(patch(round, round, round));
            RandomCommands random = new RandomCommands(mix(), round);
            List<Command> commands = Stream.generate(random::next).limit(120).toList();
            for (int i = 0; i < commands.size(); i++) {
                stage.engine.schedule(stage.engine.position() + 101 * i, commands.get(i));
            }
        }, () -> {
            for (int i = 0; i < 60; i++) {
                stage.engine.render(left, right, 256);
            }
        });
        assertEquals(0, least, "bytes allocated in the best of twelve rounds");
    }
}

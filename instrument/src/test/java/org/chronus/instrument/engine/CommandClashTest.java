package org.chronus.instrument.engine;

import static org.chronus.instrument.random.CommandKind.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;

import org.chronus.instrument.assembly.FuzzSize;
import org.chronus.instrument.random.CommandMix;
import org.chronus.instrument.random.RandomCommands;
import org.chronus.midi.command.Gesture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Commands of every kind at any frame, in any order, while patches change in between: what always holds, holds. */
@Tag("fuzz")
class CommandClashTest {
    private static final int SOURCES = 2, CHANNELS = 3, LOWEST = 48, KEYS = 24, STRETCH = 4_800, STRETCHES = 12;
    /** Notes of the active patch and of two that ring or leave, each with the lanes on which stolen notes fade. */
    private static final int MOST_VOICES = 3 * 16;
    private static final String[] VOICES = {"{count: 6}", "{count: 1}", "{mode: mono, glide: 5 ms}", "{mode: legato}",
            "{mode: mono, priority: highest}"};
    private static final String[] TRANSITIONS = {"ring", "crossfade", "cut"};

    private final SplittableRandom random = new SplittableRandom(21);

    @Test void whatAlwaysHoldsHolds() {
        for (int i = 0; i < FuzzSize.of(60, 3_000); i++) {
            long seed = random.nextLong();
            try {
                play(new SplittableRandom(seed));
            } catch (Throwable wrong) {
                throw new AssertionError("seed " + seed, wrong);
            }
        }
    }

    @Test void aKeyStruckAgainAfterASwapDoesNotHangInThePatchBefore() {
        Stage stage = new Stage();
        stage.offer(Stage.TONE);
        stage.press(100, 60).left(STRETCH);
        stage.offer(Stage.TONE);
        stage.left(STRETCH);
        stage.press(2 * STRETCH, 60).lift(2 * STRETCH + 100, 60).left(20 * STRETCH);
        assertTrue(stage.engine.isSilent(), "one note-off ends both");
    }

    @Test void aVoiceUnderMoreKeysThanItRemembersDoesNotHang() {
        Stage stage = new Stage();
        stage.offer(Stage.TONE + "voices: {mode: mono, priority: highest}\n");
        for (int key = 127; key >= 0; key--) {
            stage.press(127 - key, key);
        }
        stage.engine.schedule(200, new Gesture.NoteOn(1, 0, 0, 1));
        for (int key = 0; key < 128; key++) {
            stage.lift(300, key);
        }
        stage.engine.schedule(300, new Gesture.NoteOff(1, 0, 0, 1));
        stage.left(20 * STRETCH);
        assertTrue(stage.engine.isSilent(), "all keys are up");
    }

    private static void play(SplittableRandom random) {
        Stage stage = new Stage();
        List<RandomCommands> players = List.of(commands(stage, 0, random.nextLong()), commands(stage, 1, random.nextLong()));
        stage.offer(patch(random));
        for (int i = 0; i < STRETCHES; i++) {
            long from = stage.engine.position();
            for (int j = random.nextInt(120); j > 0; j--) {
                stage.engine.schedule(from + random.nextInt(STRETCH), players.get(random.nextInt(SOURCES)).next());
            }
            for (int done = 0; done < STRETCH;) {
                if (random.nextInt(12) == 0) {
                    stage.offer(patch(random));
                }
                int frames = Math.min(STRETCH - done, 1 + random.nextInt(1_500));
                render(stage, frames);
                done += frames;
            }
        }
        letGo(stage);
        for (int i = 0; i < 100 && !stage.engine.isSilent(); i++) {
            render(stage, STRETCH);
        }
        assertTrue(stage.engine.isSilent(), "all keys and pedals are up and nothing sounds");
        assertEquals(0, stage.engine.voices());
        assertEquals(0, stage.engine.refused() + stage.engine.stats().failures() + stage.engine.stats().cured() + stage.engine.stats().scrubbed());
    }

    private static void render(Stage stage, int frames) {
        for (float sample : stage.left(frames)) {
            assertTrue(Float.isFinite(sample));
        }
        assertTrue(stage.engine.voices() <= MOST_VOICES, () -> stage.engine.voices() + " voices");
    }

    /** Key by key and pedal by pedal, as a player would. */
    private static void letGo(Stage stage) {
        long now = stage.engine.position();
        for (int source = 0; source < SOURCES; source++) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                for (int pedal = 64; pedal < 68; pedal++) {
                    stage.engine.schedule(now, new Gesture.Controller(source, channel, pedal, 0));
                }
                for (int key = LOWEST; key < LOWEST + KEYS; key++) {
                    stage.engine.schedule(now, new Gesture.NoteOff(source, channel, key, 0));
                }
            }
        }
    }

    private static RandomCommands commands(Stage stage, int source, long seed) {
        return new RandomCommands(new CommandMix(source).channels(0, 1, 2).keys(LOWEST, KEYS, 30).controllers(1, 7, 10, 11, 74)
                .parameters(List.of(stage.engine.parameters().give("osc.tune").orElseThrow()))
                .weigh(NOTE_ON, 60).weigh(NOTE_OFF, 40).weigh(CONTROLLER, 16).weigh(PEDAL, 24).weigh(PITCH_BEND, 10).weigh(CHANNEL_PRESSURE, 10)
                .weigh(POLY_PRESSURE, 5).weigh(VOICE_MODE, 3).weigh(ALL_NOTES_OFF, 3).weigh(RESET_CONTROLLERS, 3).weigh(ALL_SOUND_OFF, 5)
                .weigh(RELEASE_SOURCE, 5).weigh(TEMPO, 10).weigh(OWN_TEMPO, 5).weigh(SONG_POSITION, 5).weigh(MPE_ZONE, 2)
                .weigh(BEND_RANGE, 1).weigh(TUNING, 1).weigh(KEY_TUNING, 1).weigh(MODULATION_DEPTH, 1).weigh(MASTER_VOLUME, 1)
                .weigh(MASTER_TUNING, 1).weigh(SET_PARAMETER, 1).weigh(TURN, 1).weigh(NUDGE, 1).weigh(PORTAMENTO, 2), seed);
    }

    private static String patch(SplittableRandom random) {
        return Stage.TONE.replace("{type: sine}", (random.nextBoolean() ? "{type: sine}" : "{type: saw}")
                        + "\n  sway: {type: lfo, rate: 0.5 beat, per: patch}").replace("cables: [", "cables: [sway * 1 st -> osc.tune, ")
                + "mix: {modules: {echo: {type: delay, time: 0.1 beat, feedback: 0.2}}, cables: [voices -> echo -> out]}\n"
                + "voices: " + VOICES[random.nextInt(VOICES.length)]
                + "\ntransition: " + TRANSITIONS[random.nextInt(TRANSITIONS.length)]
                + "\nhold: " + random.nextInt(3) + " s\ncontrollers: {74: {to: osc.tune, range: [-12 st, 12 st]}}\n";
    }
}

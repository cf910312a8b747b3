package org.chronus.instrument.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.chronus.instrument.assembly.FuzzSize;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.Release;
import org.chronus.midi.command.Selection;
import org.chronus.midi.command.Setting;
import org.chronus.midi.command.Transport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Commands of every kind at any frame, in any order, while patches change in between: what always holds, holds. */
@Tag("fuzz")
class CommandClashTest {
    private static final int SOURCES = 2, CHANNELS = 3, LOWEST = 48, KEYS = 24, STRETCH = 4_800, STRETCHES = 12;
    /** Notes of the active patch and of two that ring or leave, each with the lanes on which stolen notes fade. */
    private static final int MOST_VOICES = 3 * 16;
    private static final int[] CONTROLLERS = {1, 7, 10, 11, 64, 64, 64, 66, 66, 74};
    private static final String[] VOICES = {"{count: 6}", "{count: 1}", "{mode: mono, glide: 5 ms}", "{mode: legato}", "{mode: mono, priority: highest}"};
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
        stage.offer(patch(random));
        for (int i = 0; i < STRETCHES; i++) {
            long from = stage.engine.position();
            for (int j = random.nextInt(120); j > 0; j--) {
                stage.engine.schedule(from + random.nextInt(STRETCH), command(random));
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
                stage.engine.schedule(now, new Gesture.Controller(source, channel, 64, 0));
                stage.engine.schedule(now, new Gesture.Controller(source, channel, 66, 0));
                for (int key = LOWEST; key < LOWEST + KEYS; key++) {
                    stage.engine.schedule(now, new Gesture.NoteOff(source, channel, key, 0));
                }
            }
        }
    }

    private static Command command(SplittableRandom random) {
        int source = random.nextInt(SOURCES), channel = random.nextInt(CHANNELS), key = LOWEST + random.nextInt(KEYS), some = random.nextInt(-1, CHANNELS);
        float value = random.nextInt(4) == 0 ? random.nextInt(2) : random.nextFloat();
        return switch (random.nextInt(22)) {
            case 0, 1, 2, 3, 4, 5 -> new Gesture.NoteOn(source, channel, key, Math.max(value, 0.01f));
            case 6, 7, 8, 9 -> new Gesture.NoteOff(source, channel, key, value);
            case 10, 11, 12, 13 -> new Gesture.Controller(source, channel, CONTROLLERS[random.nextInt(CONTROLLERS.length)], value);
            case 14 -> new Gesture.PitchBend(source, channel, 2 * value - 1);
            case 15 -> new Gesture.ChannelPressure(source, channel, value);
            case 16 -> random.nextBoolean() ? new Gesture.PolyPressure(source, channel, key, value) : new Selection.ProgramChange(source, some, 0, key);
            case 17 -> random.nextInt(3) == 0 ? new Setting.VoiceMode(source, some, random.nextBoolean())
                    : random.nextBoolean() ? new Release.AllNotesOff(source, some) : new Release.ResetControllers(source, some);
            case 18 -> random.nextBoolean() ? new Release.AllSoundOff(source, some) : new Release.ReleaseSource(source);
            case 19 -> new Transport.Tempo(source, random.nextInt(10, 1_001));
            case 20 -> random.nextBoolean() ? new Transport.OwnTempo(source) : new Transport.SongPosition(source, 1_000 * value);
            default -> random.nextInt(6) == 0 ? new Setting.MpeZone(source, 15 * random.nextInt(2), random.nextInt(8))
                    : new Gesture.NoteOn(source, channel, LOWEST, 1);
        };
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

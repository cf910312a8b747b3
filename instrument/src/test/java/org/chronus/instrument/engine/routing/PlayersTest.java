package org.chronus.instrument.engine.routing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.chronus.instrument.engine.Stage;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.Release;
import org.chronus.midi.command.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A channel of a source is a player of its own: what it bends, presses and moves are its own notes. */
class PlayersTest extends MpeSession {
    /** Louder by the modulation wheel, by controller 40, the bender and by pressure, half as loud without; controller 21 is bound. */
    private static final String MOVED = TOUCHED.replace("note.pressure * 0.5 -> level.gain",
            "note.pressure * 0.25 -> level.gain, cc.1 * 0.25 -> level.gain, cc.40 * 0.25 -> level.gain")
            + "voices: {count: 64}\ncontrollers: {21: {to: level.gain, range: [0.5, 1]}}\n";
    private static final int CHANNELS = 16;

    /** What each does to the note at key 60 of its own channel: the key at which that sounds then, and how loud it is, at rest 0.5. */
    static Stream<Arguments> moves() {
        return Stream.of(
                Arguments.of(new Gesture.PitchBend(0, 1, 1), 62, 0.5),
                Arguments.of(new Gesture.ChannelPressure(0, 1, 1), 60, 0.75),
                Arguments.of(new Gesture.Controller(0, 1, 1, 1), 60, 0.75),
                Arguments.of(new Gesture.Controller(0, 1, 40, 1), 60, 0.75),
                Arguments.of(new Gesture.Controller(0, 1, 7, 0), 60, 0),
                Arguments.of(new Gesture.Controller(0, 1, 11, 0.5f), 60, 0.125),
                Arguments.of(new Gesture.Controller(0, 1, 10, 1), 60, 0),
                Arguments.of(new Setting.Tuning(0, 1, 7), 67, 0.5));
    }

    @ParameterizedTest
    @MethodSource("moves")
    void aCommandIsForTheNotesOfItsChannel(Command move, int key, double level) {
        stage.offer(MOVED);
        strike(0, 0, 72).strike(0, 1, 60).strike(1, 1, 76).send(move);
        assertArrayEquals(new double[] {0.5, level, 0.5}, heard(72, key, 76), 0.02, "of another channel, its own, of another source");
    }

    @ParameterizedTest
    @MethodSource("moves")
    void aNoteBeginsWithWhatCameBeforeOnItsChannel(Command move, int key, double level) {
        stage.offer(MOVED);
        send(move).wait(LATER).strike(0, 0, 72).strike(0, 1, 60);
        assertArrayEquals(new double[] {0.5, level}, heard(72, key), 0.02);
    }

    @ParameterizedTest
    @MethodSource("moves")
    void aNewPatchKnowsWhereEachPlayerIs(Command move, int key, double level) {
        stage.offer(MOVED);
        strike(0, 0, 50).strike(0, 1, 52).send(move).wait(LATER);
        send(new Gesture.NoteOff(0, 0, 50, 0)).send(new Gesture.NoteOff(0, 1, 52, 0)).wait(LATER);
        stage.offer(MOVED);
        wait(LATER).strike(0, 0, 72).strike(0, 1, 60);
        boolean carries = !(move instanceof Gesture.Controller moved && moved.number() == 40);
        assertArrayEquals(new double[] {0.5, carries ? level : 0.5}, heard(72, key), 0.02);
    }

    @Test void theBendRangeIsThatOfItsChannel() {
        stage.offer(MOVED);
        strike(0, 0, 72).strike(0, 1, 60).send(new Setting.BendRange(0, 1, 12));
        send(new Gesture.PitchBend(0, 0, 1)).send(new Gesture.PitchBend(0, 1, 1));
        assertArrayEquals(new double[] {0.5 + 0.5, 0, 0}, new double[] {heard(74)[0] + heard(72)[0], heard(60)[0], heard(62)[0]}, 0.04);
    }

    @Test void theDepthOfModulationIsThatOfItsChannel() {
        stage.offer(MOVED);
        strike(0, 0, 72).strike(0, 1, 60).send(new Setting.ModulationDepth(0, 1, 1));
        send(new Gesture.Controller(0, 0, 1, 1)).send(new Gesture.Controller(0, 1, 1, 1));
        assertArrayEquals(new double[] {0.75, 1}, heard(72, 60), 0.02);
    }

    @Test void aResetIsForItsChannel() {
        stage.offer(MOVED);
        strike(0, 0, 72).strike(0, 1, 60);
        send(new Gesture.Controller(0, 0, 1, 1)).send(new Gesture.Controller(0, 1, 1, 1)).wait(LATER).send(new Release.ResetControllers(0, 1));
        assertArrayEquals(new double[] {0.75, 0.5}, heard(72, 60), 0.02);
    }

    @Test void aBoxWithoutKeysMovesTheNotesOfEverySourceOnItsChannel() {
        stage.offer(MOVED);
        strike(0, 0, 72).strike(1, 0, 60).strike(1, 1, 76).send(new Gesture.Controller(5, 0, 1, 1));
        assertArrayEquals(new double[] {0.75, 0.75, 0.5}, heard(72, 60, 76), 0.02);
        strike(6, 0, 64);
        assertArrayEquals(new double[] {0.75}, heard(64), 0.02, "who comes later begins there");
    }

    @Test void aBoundPortBelongsToTheWholePatch() {
        stage.offer(MOVED);
        strike(0, 0, 72).strike(0, 1, 60).send(new Gesture.Controller(0, 1, 21, 1));
        assertArrayEquals(new double[] {1, 1}, heard(72, 60), 0.02);
    }

    @Test void aVoiceThatGoesOverToAnotherPlayersNoteMakesNoStep() {
        stage.offer(MOVED.replace("{count: 64}", "{mode: legato}"));
        strike(0, 0, 60).send(new Gesture.Controller(0, 0, 7, 1)).send(new Gesture.Controller(0, 1, 7, 0.2f)).wait(LATER);
        float[] before = stage.left(LATER);
        strike(0, 1, 60);
        float[] after = stage.left(LATER);
        assertTrue(Stage.steepest(after, 0, LATER) <= 1.05 * Stage.steepest(before, 0, LATER));
        assertEquals(Math.pow(0.2, 2), Stage.rms(after, LATER / 2, LATER) / Stage.rms(before, 0, LATER), 0.02);
    }

    /** Notes, bends, volumes and the rest on a channel, in time. */
    private static List<Command> phrase(int channel) {
        int key = 40 + 3 * channel;
        return List.of(new Gesture.Controller(0, channel, 7, 0.3f + 0.04f * channel), new Gesture.Controller(0, channel, 10, channel / 15f),
                new Gesture.NoteOn(0, channel, key, 0.8f), new Gesture.PitchBend(0, channel, channel / 8f - 1), new Gesture.NoteOn(0, channel,
                        key + 7, 0.6f),
                new Gesture.Controller(0, channel, 1, channel % 3 / 2f), new Gesture.Controller(0, channel, 11, 0.9f - 0.03f * channel),
                new Gesture.ChannelPressure(0, channel, channel % 4 / 3f), new Gesture.NoteOff(0, channel, key, 0.5f),
                new Gesture.Controller(0, channel, 40, channel % 5 / 4f), new Gesture.NoteOff(0, channel, key + 7, 0.5f));
    }

    private static float[] play(List<Integer> channels) {
        Stage stage = new Stage();
        // Below what the limiter holds.
        stage.offer(MOVED + "level: -12 dB\n");
        for (int channel : channels) {
            long frame = 100 + 37 * channel;
            for (Command command : phrase(channel)) {
                stage.engine.schedule(frame, command);
                frame += 1_777;
            }
        }
        return stage.left(48_000);
    }

    @Test void sixteenChannelsTogetherAreTheSumOfEachAlone() {
        float[] together = play(Stream.iterate(0, i -> i + 1).limit(CHANNELS).toList()), sum = new float[together.length];
        for (int channel = 0; channel < CHANNELS; channel++) {
            float[] alone = play(List.of(channel));
            for (int i = 0; i < sum.length; i++) {
                sum[i] += alone[i];
            }
        }
        double most = 0, peak = 0;
        for (int i = 0; i < sum.length; i++) {
            most = Math.max(most, Math.abs(together[i] - sum[i]));
            peak = Math.max(peak, Math.abs(sum[i]));
        }
        assertTrue(peak > 0.05 && most < peak * Math.pow(10, -90 / 20.0), "differs by " + most + " of " + peak);
    }
}

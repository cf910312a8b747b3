package org.chronus.instrument.engine.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chronus.instrument.engine.Stage;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.engine.slots.SwapRequest;
import org.chronus.midi.command.Gesture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a new patch knows of the wheels and pedals, and which patch a moved one reaches. */
@Tag("L7")
class CarryOverTest {
    private static final int LATER = 4_800, PLAIN = 20;
    /** Its level is at 0.5 until controller 20, or the one that is put in its place, moves it. */
    private static final String LEVEL = """
            chronus: 1
            name: Level
            modules:
              osc:   {type: sine}
              level: {type: vca, gain: 0.5}
              env:   {type: adsr, attack: 1 ms, release: 5 ms}
              amp:   {type: vca}
            cables: [osc * 0.25 -> level -> amp -> out, env -> amp.gain]
            controllers: {20: {to: level.gain, range: [0, 1]}}
            """;

    private final Stage stage = new Stage();

    private static String on(int controller) {
        return LEVEL.replace("{20:", "{" + controller + ":");
    }

    /** The level of the next note, as a multiple of what it is with everything at rest. */
    private double level() {
        long now = stage.engine.position();
        float[] sound = stage.press(now, 69).lift(now + LATER, 69).left(4 * LATER);
        return Stage.tone(sound, LATER / 2, LATER, 69) / (0.125 * Math.pow(100 / 127.0, 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 65, 67})
    void whatThePlayersBodyHoldsCarriesOver(int controller) {
        stage.offer(on(controller));
        stage.move(0, controller, 1).left(LATER);
        stage.offer(on(controller));
        assertEquals(2, level(), 0.01);
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 11})
    void volumeAndExpressionCarryOver(int controller) {
        stage.offer(LEVEL);
        stage.move(0, controller, 0.25f).left(LATER);
        double before = level();
        stage.offer(LEVEL);
        assertEquals(before, level(), 0.01);
        assertEquals(0.0625 * (controller == 7 ? Math.pow(127 / 100.0, 2) : 1), before, 0.01);
    }

    @Test void bendAndPressureCarryOver() {
        String sways = LEVEL.replace("cables: [", "cables: [note.pressure * 0.25 -> level.gain, bend * 0.25 -> level.gain, ");
        stage.offer(sways);
        stage.engine.schedule(0, new Gesture.ChannelPressure(0, 0, 1));
        stage.engine.schedule(0, new Gesture.PitchBend(0, 0, 1));
        stage.left(LATER);
        stage.offer(sways + "voices: {bend: [0 st, 0 st]}\n");
        assertEquals(2, level(), 0.01);
    }

    @ParameterizedTest
    @ValueSource(ints = {PLAIN, 71, 74, 91})
    void anyOtherStartsWhereThePresetWantsItUntilItMoves(int controller) {
        stage.offer(on(controller));
        stage.move(0, controller, 1).left(LATER);
        assertEquals(2, level(), 0.01);
        stage.offer(on(controller));
        assertEquals(1, level(), 0.01);
        stage.move(stage.engine.position(), controller, 0.25f).left(LATER);
        assertEquals(0.5, level(), 0.01);
    }

    @Test void aPresetMayKeepOne() {
        stage.offer(LEVEL);
        stage.move(0, PLAIN, 1).left(LATER);
        stage.offer(LEVEL.replace("range: [0, 1]", "range: [0, 1], keep: yes"));
        assertEquals(2, level(), 0.01);
    }

    @Test void whatMovesBetweenRequestAndSwapReachesTheNewPatch() {
        stage.offer(LEVEL);
        stage.move(0, PLAIN, 0.1f).left(LATER);
        SwapReport asked = new SwapReport(SwapRequest.program(stage.engine.position(), 0, 1));
        stage.move(stage.engine.position() + 100, PLAIN, 1).left(LATER);
        stage.engine.handover().offer(stage.prime(asked, LEVEL));
        assertEquals(2, level(), 0.01, "it was moved while the patch was being primed");
        assertEquals(SwapReport.Outcome.SWAPPED, asked.outcome());
    }

    @Test void controllersReachTheActivePatchAndTheBenderBoth() {
        stage.offer(LEVEL);
        stage.press(0, 69).left(LATER);
        stage.offer(LEVEL);
        stage.left(LATER);
        long now = stage.engine.position();
        float[] old = stage.move(now, PLAIN, 1).left(LATER);
        assertEquals(0.125 * Math.pow(100 / 127.0, 2), Stage.tone(old, LATER / 2, LATER, 69), 1e-3, "the ringing note stays as it is");
        stage.engine.schedule(now + LATER, new Gesture.PitchBend(0, 0, 1));
        float[] bent = stage.left(2 * LATER);
        assertEquals(0.125 * Math.pow(100 / 127.0, 2), Stage.tone(bent, LATER, 2 * LATER, 71), 1e-3, "and is bent, two semitones up");
        stage.engine.schedule(now + 3 * LATER, new Gesture.PitchBend(0, 0, 0));
        stage.lift(now + 3 * LATER, 69).left(LATER);
        assertEquals(2, level(), 0.01, "the new patch took the controller");
    }
}

package org.chronus.instrument.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

/** Ways that run side by side meet again at the same time, whatever some of them take. */
class LatencyTest {
    private static final int TENTH = 4_800;
    /** Through the module that is late and past it, one turned over: together they are silence. */
    private static final String VOICE = """
            chronus: 1
            name: Two ways
            silent: yes
            modules:
              osc:  {type: saw}
              env:  {type: adsr}
              late: {type: late}
              amp:  {type: vca}
            cables: [osc -> late -> amp -> out, osc * -1 -> amp, env -> amp.gain]
            """;
    private static final String MIX = Stage.TONE + """
            silent: yes
            mix:
              modules: {late: {type: late}}
              cables: ["voices -> late -> out", "voices * -1 -> out"]
            """;
    private static final String PARTS = """
            chronus: 1
            name: Two parts
            silent: yes
            parts:
              one: {modules: {osc: {type: sine}, late: {type: late}}, cables: [osc -> late -> out]}
              two: {modules: {osc: {type: sine}}, cables: [osc * -1 -> out]}
            """;

    private static float[] play(String text) {
        Stage stage = new Stage();
        stage.offer(text);
        return stage.press(777, 60).left(2 * TENTH);
    }

    @Test void inAVoiceBothWaysMeet() {
        assertEquals(0, Stage.rms(play(VOICE), 0, 2 * TENTH), 1e-7);
        assertTrue(Stage.rms(play(VOICE.replace("type: late", "type: dc_block")), 0, 2 * TENTH) > 1e-3, "which another module shows");
    }

    @Test void inTheMixBothWaysMeet() {
        assertEquals(0, Stage.rms(play(MIX), 0, 2 * TENTH), 1e-7);
    }

    @Test void partsMeetInTheMix() {
        assertEquals(0, Stage.rms(play(PARTS), 0, 2 * TENTH), 1e-7);
    }

    @Test void whereBlocksAreCutDoesNotMatter() {
        String one = VOICE.replace("osc * -1", "osc * -0.5");
        float[] whole = play(one), pieces = new float[2 * TENTH];
        Stage stage = new Stage();
        stage.offer(one);
        stage.press(777, 60);
        for (int at = 0; at < pieces.length; at += 100) {
            System.arraycopy(stage.left(100), 0, pieces, at, 100);
        }
        assertTrue(Arrays.equals(whole, pieces));
    }
}

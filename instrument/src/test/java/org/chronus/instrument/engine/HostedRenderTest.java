package org.chronus.instrument.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.instrument.prime.PrimeException;
import org.chronus.midi.command.Gesture;
import org.junit.jupiter.api.Test;

/** A plugin that has another way of playing into a file has it there, and there alone. The one for tests is half as loud then. */
class HostedRenderTest {
    private static final int TENTH = Stage.RATE / 10, KEY = 69;
    private static final String PRESET = HostedStage.instrument(HostedStage.SINE);

    private static double level(HostedStage stage) {
        stage.engine.schedule(0, new Gesture.NoteOn(0, 0, KEY, 1));
        return Stage.tone(stage.left(2 * TENTH), TENTH, 2 * TENTH, KEY);
    }

    @Test void whatPlaysIntoAFileIsToldSoAndWhatPlaysLiveIsNot() throws PrimeException {
        try (HostedStage live = new HostedStage().offerLive(PRESET); HostedStage file = new HostedStage().offer(PRESET)) {
            double heard = level(live);
            assertTrue(heard > 0.1);
            assertEquals(0.5 * heard, level(file), 0.001 * heard);
        }
    }
}

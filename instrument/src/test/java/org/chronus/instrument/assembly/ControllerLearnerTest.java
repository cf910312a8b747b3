package org.chronus.instrument.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.Future;

import org.chronus.instrument.settings.Binding;
import org.chronus.instrument.settings.Knob;
import org.chronus.midi.command.Gesture.Controller;
import org.junit.jupiter.api.Test;

class ControllerLearnerTest {
    private final ControllerLearner learner = new ControllerLearner();

    private void move(String device, int number, int... values) {
        for (int value : values) {
            learner.hear(device, new Controller(1, 2, number, value / 127f));
        }
    }

    @Test void theControllerThatIsMovedIsBound() throws Exception {
        Future<Binding> answer = learner.learn("filter.cutoff", Knob.ABSOLUTE, true);
        move("Keystation", 74, 10, 12, 20);
        assertEquals(new Binding("Keystation", 2, 74, "filter.cutoff", Knob.ABSOLUTE, true), answer.get());
    }

    @Test void aPedalThatTremblesIsNot() throws Exception {
        Future<Binding> answer = learner.learn("filter.cutoff", Knob.ABSOLUTE, false);
        move("Pedal", 11, 63, 64, 63, 64, 65, 63);
        move("Other", 74, 100);
        move("Keystation", 74, 64);
        assertFalse(answer.isDone());
        move("Keystation", 74, 80);
        assertEquals("Keystation", answer.get().device());
    }

    @Test void anEndlessKnobHasMovedWhenItWasHeardTwice() throws Exception {
        Future<Binding> answer = learner.learn("filter.cutoff", Knob.TWOS, false);
        move("Keystation", 20, 1);
        assertFalse(answer.isDone());
        move("Keystation", 20, 1);
        assertEquals(20, answer.get().controller());
    }

    @Test void aWishThatIsGivenUpBindsNothing() {
        Future<Binding> answer = learner.learn("a.b", Knob.ABSOLUTE, false);
        assertEquals(Optional.of("a.b"), learner.wanted());
        assertFalse(learner.giveUp("c.d"));
        assertTrue(learner.giveUp("a.b"));
        assertEquals(Optional.empty(), learner.wanted());
        move("Keystation", 74, 0, 127);
        assertTrue(answer.isCancelled());
    }

    @Test void aNewWishTakesThePlaceOfTheOldOneAndOneIsEnough() throws Exception {
        Future<Binding> old = learner.learn("a.b", Knob.ABSOLUTE, false), wish = learner.learn("c.d", Knob.ABSOLUTE, false);
        assertTrue(old.isCancelled());
        move("Keystation", 74, 0, 127);
        move("Keystation", 75, 0, 127);
        assertEquals("c.d", wish.get().parameter());
        assertEquals(74, wish.get().controller());
    }
}

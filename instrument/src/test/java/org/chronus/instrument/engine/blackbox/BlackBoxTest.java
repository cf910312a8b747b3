package org.chronus.instrument.engine.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;

import org.chronus.midi.command.Command;
import org.chronus.midi.command.Gesture;
import org.chronus.modules.testkit.Allocations;
import org.junit.jupiter.api.Test;

/** The rings into which the audio thread writes. */
class BlackBoxTest {
    private static final int KEYS = 128, SHIFT = 7, ROUND = 300_000, ROUNDS = 10;
    private static final Command[] COMMANDS = IntStream.range(0, KEYS).mapToObj(key -> new Gesture.NoteOn(0, 0, key, 1)).toArray(Command[]::new);

    private static void write(BlackBox box, int from, int count) {
        for (int i = from; i < from + count; i++) {
            box.command(i, i + SHIFT, COMMANDS[i % KEYS]);
            box.callback(i, 64, i, i);
            box.trouble(i, Trouble.SHED, i);
            box.offered(i, null);
        }
    }

    @Test void whatIsReadWhileItIsWrittenIsWhole() throws Exception {
        BlackBox box = new BlackBox();
        int all = 20_000_000;
        Thread audio = Thread.ofPlatform().start(() -> write(box, 0, all));
        int readings = 0;
        long newest = 0;
        while (audio.isAlive() || readings == 0) {
            Tape.Reading<CommandTape.Entry> reading = box.commands();
            long next = reading.lost();
            for (CommandTape.Entry entry : reading.entries()) {
                assertEquals(next, entry.position(), "none is left out");
                assertEquals(next + SHIFT, entry.frame());
                assertEquals(COMMANDS[(int) (next % KEYS)], entry.command());
                next++;
            }
            assertTrue(next >= newest, "what was there is not gone");
            newest = next;
            readings++;
        }
        audio.join();
        assertEquals(all - BlackBox.COMMANDS + 16, box.commands().lost());
        assertTrue(readings > 3, readings + " readings");
    }

    @Test void theFirstTroubleOfAKindIsKeptHoweverManyThereWere() {
        BlackBox box = new BlackBox();
        box.trouble(64, Trouble.FAULT, 1);
        for (int i = 1; i < 10_000; i++) {
            box.trouble(64L * i + 640, Trouble.SHED, i);
        }
        assertEquals(new TroubleTape.Entry(704, Trouble.SHED, 1), box.troubles().entries().getFirst());
        assertEquals(new TroubleTape.Entry(64, Trouble.FAULT, 1), box.troubles().entries().get(1));
        assertEquals(9_999, box.troubles().entries().getLast().count());
    }

    @Test void writingAllocatesNothing() {
        BlackBox box = new BlackBox();
        assertEquals(0, Allocations.least(ROUNDS, () -> write(box, 0, ROUND)));
    }
}

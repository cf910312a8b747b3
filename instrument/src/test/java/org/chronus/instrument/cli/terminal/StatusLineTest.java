package org.chronus.instrument.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;

class StatusLineTest {
    private static final String CLEAR = "\r\u001b[K";

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    private StatusLine line(boolean terminal) {
        return new StatusLine(new PrintStream(written), terminal);
    }

    @Test void onATerminalTheStatusStaysBelowWhatIsSaid() {
        StatusLine line = line(true);
        line.show("12");
        line.say("program 3");
        assertEquals(CLEAR + "12" + CLEAR + "program 3\n12", written.toString());
    }

    @Test void anEmptyStatusLeavesNothingBehind() {
        StatusLine line = line(true);
        line.show("50 %");
        line.show("");
        assertEquals(CLEAR + "50 %" + CLEAR, written.toString());
    }

    @Test void aPipeGetsLinesAndNoStatus() {
        StatusLine line = line(false);
        line.show("12");
        line.say("program 3");
        line.show("");
        assertEquals("program 3\n", written.toString());
    }

    @Test void progressShowsOnATerminalAndIsGoneAtItsEnd() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (Progress _ = Progress.of(line(true), "song", () -> {
            asked.countDown();
            return 50;
        }, 100)) {
            asked.await();
        }
        assertEquals(CLEAR + "song  50 %" + CLEAR, written.toString());
    }

    @Test void progressIsSilentInAPipe() {
        Progress.of(line(false), "song", () -> 50, 100).close();
        assertEquals("", written.toString());
    }
}

package org.chronus.instrument.cli.remote;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What is said of an input, which only some have. */
class StatusTextTest {
    private static List<String> lines(String status) {
        return StatusText.lines(JsonMapper.shared().readTree(status));
    }

    @Test void anInputIsSaidWithWhatItsClockCosts() {
        List<String> lines = lines("{\"input\":{\"device\":\"Scarlett, 24 bit (Java Sound)\","
                + "\"milliseconds\":5.0,\"dropped\":12,\"repeated\":3,\"gaps\":1}}");
        assertTrue(lines.contains("input     Scarlett, 24 bit (Java Sound), 5.0 ms; frames dropped 12, repeated 3, gaps 1"), lines::toString);
    }

    @Test void oneThatNobodyHearsIsNotOpen() {
        List<String> lines = lines("{\"input\":{\"device\":\"\",\"milliseconds\":5.333,\"dropped\":0,\"repeated\":0,\"gaps\":0}}");
        assertTrue(lines.contains("input     not open, 5.3 ms; frames dropped 0, repeated 0, gaps 0"), lines::toString);
        assertFalse(lines("{}").stream().anyMatch(line -> line.startsWith("input")));
    }
}

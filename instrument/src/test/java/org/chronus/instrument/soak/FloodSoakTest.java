package org.chronus.instrument.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.chronus.instrument.ChildJvm;
import org.chronus.instrument.cli.Main;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nine seconds of {@code chronus soak --flood}: forty thousand messages a second beside program changes, on the factory bank. */
class FloodSoakTest {
    @Test void noNoteHangsNoPatchFailsByItselfAndNothingIsAllocated() throws Exception {
        String text = ChildJvm.run(List.of(), Main.class, "soak", "--minutes", "0.15", "--period", "64", "--seed", "7", "--flood", "--json").text();
        JsonNode report = JsonMapper.shared().readTree(text.substring(text.indexOf("\n{"), text.lastIndexOf('}') + 1));
        assertTrue(report.get("flooded").asInt() > 100_000, text);
        assertTrue(report.get("swaps").get("swapped").asInt() > 0, text);
        assertEquals(0, report.get("stuckNotes").asInt(), text);
        SoakFacts.assertNoPatchFailedByItself(report);
        assertFalse(report.get("swaps").has("failed"), text);
        assertTrue(report.get("allocatedBytes").asInt() < 8_192, text);
    }
}

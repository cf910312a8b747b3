package org.chronus.instrument.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.chronus.instrument.ChildJvm;
import org.chronus.instrument.cli.Main;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Twenty-four seconds of what {@code chronus soak} does for hours, with the flight recorder beside it. */
class SoakTest {
    private static final String SETTINGS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <configuration version="2.0">
              <event name="jdk.Deoptimization"><setting name="enabled">true</setting></event>
              <event name="jdk.ThreadStart"><setting name="enabled">true</setting></event>
            </configuration>
            """;
    @TempDir
    static Path folder;
    private static JsonNode report;
    private static Path recording;
    private static String text;

    @BeforeAll static void soak() throws Exception {
        Path settings = Files.writeString(folder.resolve("settings.jfc"), SETTINGS);
        recording = folder.resolve("soak.jfr");
        ChildJvm.Said said = ChildJvm.run(List.of("-XX:StartFlightRecording:filename=" + recording + ",settings=" + settings), Main.class,
                "soak", "--minutes", "0.4", "--period", "64", "--seed", "3", "--json");
        text = said.text();
        assertTrue(text.contains("\n{"), text);
        report = JsonMapper.shared().readTree(text.substring(text.indexOf("\n{"), text.lastIndexOf('}') + 1));
    }

    @Test void noNoteHangsAndNoPatchFailsByItself() {
        assertEquals(0, report.get("stuckNotes").asInt(), text);
        SoakFacts.assertNoPatchFailedByItself(report);
        assertEquals(0, report.get("refused").asInt(), text);
        assertTrue(report.get("blocks").asInt() > 1_000, text);
    }

    @Test void everyProgramChangeComesToAnEnd() {
        JsonNode swaps = report.get("swaps");
        int ended = 0;
        for (JsonNode count : swaps) {
            ended += count.asInt();
        }
        assertEquals(report.get("programChanges").asInt(), ended, text);
        assertTrue(swaps.has("swapped") && swaps.has("superseded") && swaps.has("unknown") && !swaps.has("failed"), text);
    }

    /**
     * The strings of a class may be resolved when the compiler asks for them, and a compiler that is starved of time may do so late:
     * hundreds of bytes, once. A kernel that sounds uncompiled allocates megabytes.
     */
    @Test void theEngineAllocatesNothingThatLasts() {
        assertTrue(report.get("allocatedBytes").asInt() < 8_192, text);
    }

    @Tag("timing")
    @Test void noPatchFailsForWantOfTime() {
        assertEquals(0, report.get("failures").asInt(), text);
    }

    @Tag("timing")
    @Test void theMedianBlockTakesASmallPartOfItsTime() {
        assertTrue(report.get("processorMicros").get("median").asDouble() < 0.2 * 1e6 * 64 / 48_000, text);
    }

    @Test void nothingOnTheAudioThreadGoesBackToTheInterpreterOnceItSounds() throws Exception {
        Instant sounds = null;
        List<String> found = new ArrayList<>();
        for (RecordedEvent event : RecordingFile.readAllEvents(recording)) {
            if (event.getEventType().getName().equals("jdk.ThreadStart")) {
                if (event.getThread("thread") != null && "audio".equals(event.getThread("thread").getJavaName())) {
                    sounds = event.getStartTime();
                }
            } else if (event.getThread("eventThread") != null && "audio".equals(event.getThread("eventThread").getJavaName())) {
                var method = event.<jdk.jfr.consumer.RecordedMethod>getValue("method");
                if (method.getType().getName().startsWith("org.chronus") && !method.getType().getName().contains(".soak.")) {
                    found.add(method.getType().getName() + "." + method.getName() + " line " + event.getInt("lineNumber") + ", compiled by "
                            + event.getString("compiler") + ": " + event.getString("reason") + " at " + event.getString("instruction"));
                }
            }
        }
        assertTrue(sounds != null, "the audio thread is in the recording");
        assertEquals(List.of(), found);
    }
}

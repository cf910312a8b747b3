package org.chronus.instrument.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.chronus.instrument.ChildJvm;
import org.chronus.instrument.cli.Main;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A quarter of a minute of {@code chronus soak} on patches of which this machine, however fast, can play a part only. */
@Tag("timing")
class OverloadSoakTest {
    /** Oscillators with filters in each voice, of the patch that is measured; and how many such voices the machine shall be able to play. */
    private static final int TRIAL = 20, VOICES = 120, MOST_IN_PART = 80;
    @TempDir
    private Path folder;

    @Test void notesAreTakenAndTheMusicGoesOn() throws Exception {
        int voices = json("bench", "--preset", preset("Trial", TRIAL, 600), "--seconds", "1", "--json").get("voicesPerCore").asInt();
        int copies = TRIAL * voices / VOICES;
        preset("Heavy", copies, 600);
        preset("Heavier", copies, 900);
        Path bank = Files.writeString(folder.resolve("bank.yaml"), "chronus: 1\nbank: Overload\nprograms: {0: heavy.yaml, 1: heavier.yaml}\n");
        JsonNode report = json("soak", bank.toString(), "--minutes", "0.25", "--period", "64", "--seed", "3", "--json");
        String text = copies + " in a voice: " + report;
        assertTrue(report.get("shedVoices").asInt() > 0, text);
        assertTrue(report.get("lateBlocks").get("ours").asInt() < 0.02 * report.get("blocks").asInt(), text);
        // A stall of a virtual machine counts as time of the patch: three of them in a second are not to be told from its fault.
        assertTrue(report.get("failures").asInt() <= 1, text);
        assertEquals(0, report.get("stuckNotes").asInt(), text);
        assertTrue(report.get("allocatedBytes").asInt() < 8_192, text);
    }

    private static JsonNode json(String... words) throws IOException, InterruptedException {
        String text = ChildJvm.run(List.of(), Main.class, words).text();
        return JsonMapper.shared().readTree(text.substring(text.indexOf("\n{"), text.lastIndexOf('}') + 1));
    }

    /** So many oscillators with two filters each, in as few parts as may be. */
    private String preset(String name, int copies, int cutoff) throws IOException {
        int parts = (copies + MOST_IN_PART - 1) / MOST_IN_PART;
        StringBuilder text = new StringBuilder("chronus: 1\nname: %s\nlevel: -40 dB\nhold: 3 s\nparts:\n".formatted(name));
        for (int part = 0; part < parts; part++) {
            text.append("  p%d:\n    voices: {count: 128}\n    modules:\n".formatted(part));
            text.append("      env: {type: adsr, release: 6 s}\n      amp: {type: vca}\n");
            StringBuilder cables = new StringBuilder("    cables:\n      - env -> amp.gain\n      - amp -> out\n");
            for (int i = part; i < copies; i += parts) {
                text.append("      saw%1$d: {type: saw, tune: %1$d ct}\n      one%1$d: {type: ladder, cutoff: %2$d Hz}\n".formatted(i, cutoff));
                text.append("      two%d: {type: ladder, cutoff: %d Hz}\n".formatted(i, cutoff));
                cables.append("      - saw%1$d -> one%1$d -> two%1$d -> amp\n".formatted(i));
            }
            text.append(cables);
        }
        return Files.writeString(folder.resolve(name.toLowerCase() + ".yaml"), text).toString();
    }
}

package org.chronus.instrument.osc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

import org.chronus.presets.testing.SpecialFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where recordings and saved patches go. */
class OscOutputsTest {
    @TempDir
    Path folder;

    @Test void recordingsGoThroughPipesAndLinksAndPatchesNeverOverWhatTheInstrumentReads() throws Exception {
        Path presets = Files.createDirectory(folder.resolve("presets"));
        Path bank = Files.writeString(folder.resolve("bank.yaml"), "chronus: 1\nbank: Gig\nprograms: {0: Init}\n");
        try (OscRig rig = new OscRig(presets, 256, bank); OscClient client = rig.client()) {
            recordings(client);
            Path link = Files.createSymbolicLink(presets.resolve("link.yaml"), bank), hard = Files.createLink(presets.resolve("hard.yaml"), bank);
            client.ok("/patch/load", "Init");
            for (Path name : new Path[] {link, hard}) {
                assertTrue(client.refusal("/patch/save", name.getFileName().toString(), "over").contains("is in use, and no preset"));
            }
            assertTrue(Files.readString(bank).startsWith("chronus: 1\nbank: Gig"));
            Path elsewhere = Files.writeString(folder.resolve("elsewhere.yaml"), "old");
            Path kept = Files.createSymbolicLink(presets.resolve("kept.yaml"), elsewhere);
            assertTrue(client.refusal("/patch/save", "kept.yaml").contains("is there already"));
            client.ok("/patch/save", "kept.yaml", "over");
            assertTrue(Files.isSymbolicLink(kept) && Files.readString(elsewhere).contains("name: Init"));
        }
    }

    private void recordings(OscClient client) throws Exception {
        Path pipe = SpecialFiles.pipe(folder.resolve("pipe.wav"));
        assertTrue(client.refusal("/record/start", pipe.toString()).contains("nobody reads it"));
        CompletableFuture<byte[]> sound = SpecialFiles.read(pipe);
        do {
            Thread.sleep(200);
        } while (!client.ask("/record/start", pipe.toString()).address().equals("/ok"));
        client.ok("/record/stop");
        assertEquals("RIFF", new String(sound.get(), 0, 4, StandardCharsets.US_ASCII));
        assertTrue(!Files.isRegularFile(pipe));
        Path dangling = Files.createSymbolicLink(folder.resolve("take.wav"), Path.of("later.wav"));
        client.ok("/record/start", dangling.toString());
        client.ok("/record/stop");
        assertTrue(Files.isSymbolicLink(dangling) && Files.size(folder.resolve("later.wav")) >= 80);
        assertTrue(client.refusal("/record/start", dangling.toString()).contains("is there already"));
    }
}

package org.chronus.instrument.cli;

import static org.chronus.instrument.rehearsal.GigBank.plain;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.chronus.instrument.cli.Chronus.Said;
import org.chronus.instrument.rehearsal.GigBank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GigCheckTest {
    @TempDir
    Path folder;

    private static void refused(String line, Object... words) {
        Said said = Chronus.run(words);
        assertEquals(1, said.code(), said.err());
        assertTrue(said.err().startsWith("chronus: ") && said.err().contains(line), said.err());
        assertEquals(1, said.err().lines().count(), said.err());
        assertEquals("", said.out());
    }

    private GigBank bank() throws IOException {
        return new GigBank(folder).add("one", plain("0 dB")).add("two", plain("1 dB  # a comment")).add("three", plain("-1 dB"));
    }

    @Test void badInputIsOneLine() throws Exception {
        refused("there is no such preset", "gig-check", "no bank of that name");
        refused("there is no such file", "gig-check", folder.resolve("none.yaml"));
        refused("has neither presets nor banks", "gig-check", folder);
        refused("it is not UTF-8 text", "gig-check", Files.write(folder.resolve("binary.yaml"), new byte[] {-1, -2}));
        Path first = Files.writeString(folder.resolve("binary.yaml"), "chronus: 1\nbank: One\n");
        Said empty = Chronus.run("gig-check", first);
        assertEquals(1, empty.code());
        assertTrue(empty.err().contains("the bank is empty"), empty.err());
        Files.writeString(folder.resolve("second.yaml"), "chronus: 1\nbank: Two\n");
        refused("has 2 banks: name one of them: binary.yaml, second.yaml", "gig-check", folder);
        assertEquals(2, Chronus.run("gig-check", "--loud").code());
    }

    @Test void aFixBringsTheLoudAndTheSoftToTheMedianAndTheSecondRunFindsNothing() throws Exception {
        String loud = "# of mine\r\n" + GigBank.preset("", "", "0.08", "").replace("chronus: 1\n", "chronus: 1   # and mine\r\n");
        Path bank = bank().add("loud", loud).add("soft", plain("-9 dB")).write();
        Files.setPosixFilePermissions(folder.resolve("soft.yaml"), PosixFilePermissions.fromString("rw-r-----"));
        Said before = Chronus.run("gig-check", bank);
        assertEquals(1, before.code(), before.err());
        assertEquals(2, before.out().lines().filter(line -> line.startsWith("! ")).count(), before.out());
        assertEquals(loud, Files.readString(folder.resolve("loud.yaml")));

        Said fixed = Chronus.run("gig-check", "--fix", bank);
        assertEquals(0, fixed.code(), fixed.out() + fixed.err());
        assertTrue(fixed.out().contains("loud.yaml: its level was 0.0 dB and is -10.1 dB now"), fixed.out());
        assertTrue(fixed.out().contains("soft.yaml: its level was -9.0 dB and is 0.0 dB now"), fixed.out());
        assertEquals(loud.replace("and mine\r\n", "and mine\r\nlevel: -10.1 dB\r\n"), Files.readString(folder.resolve("loud.yaml")));
        assertEquals(plain("0 dB"), Files.readString(folder.resolve("soft.yaml")));
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("soft.yaml"))));
        assertEquals(plain("1 dB  # a comment"), Files.readString(folder.resolve("two.yaml")));

        Said after = Chronus.run("gig-check", "--fix", "--json", folder);
        JsonNode report = JsonMapper.shared().readTree(after.out());
        assertEquals(0, after.code(), after.out());
        assertEquals(0, report.get("changes").size() + report.get("verdicts").size() + report.get("refused").size(), after.out());
        report.get("programs").forEach(row -> assertTrue(Math.abs(row.get("offset").asDouble()) < 1.05, row::toString));
        assertEquals("Gig", report.get("bank").asString());
    }

    @Test void aFileThatMayNotBeWrittenIsOneLineAndStaysAsItWas() throws Exception {
        Path bank = bank().add("loud", plain("9 dB")).write(), loud = folder.resolve("loud.yaml");
        Files.setPosixFilePermissions(loud, PosixFilePermissions.fromString("r--r--r--"));
        assumeFalse(Files.isWritable(loud), "root may write anything");
        Said said = Chronus.run("gig-check", "--fix", bank);
        assertEquals(1, said.code());
        assertTrue(said.err().contains("chronus: " + loud + ": cannot be written (it is write-protected)"), said.err());
        assertEquals(plain("9 dB"), Files.readString(loud));
    }

    @Test void theFactorysPresetsAreNamedInTheUsersBankAndNeverChanged() throws Exception {
        Path bank = bank().addEntry("Vibes").write();
        Said said = Chronus.run("gig-check", "--fix", bank);
        assertEquals(1, said.code(), said.err());
        assertTrue(said.out().contains("! 3 Vibes (factory:vibes.yaml): it is ")
                && said.out().contains("{preset: \"Vibes\", level: ...}"), said.out());
        assertTrue(!said.out().contains("now"), said.out());
    }

    @Test void aPluginThatIsNotInstalledIsNamedWithItsPackage() throws Exception {
        // These are two editions of one package, of which a machine has one at most.
        for (String maker : new String[] {"drobilla.net", "moddevices.com"}) {
            Files.writeString(folder.resolve(maker + ".yaml"),
                    "chronus: 1\ninstrument: {type: \"lv2:http://" + maker + "/plugins/mda/Nothing\"}\n");
        }
        Said said = Chronus.run("gig-check", bank().addEntry("drobilla.net.yaml").addEntry("moddevices.com.yaml").write());
        assertEquals(1, said.code());
        assertEquals(2, said.out().lines().filter(line -> line.endsWith("is not played")).count(), said.out());
        assertEquals(2, said.out().lines().filter(line -> line.contains("it cannot be played: ")).count(), said.out());
        assertTrue(said.out().contains("it is not installed: apt install mda-lv2"), said.out());
    }
}

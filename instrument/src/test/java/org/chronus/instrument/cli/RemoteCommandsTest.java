package org.chronus.instrument.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.chronus.instrument.ChildJvm;
import org.chronus.instrument.socket.SocketRig;
import org.chronus.instrument.control.json.JsonWord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands that ask an instrument in another process. */
class RemoteCommandsTest {
    @TempDir
    Path folder;

    @Test void anInstrumentIsLedFromTheCommandLine() throws Exception {
        try (SocketRig rig = new SocketRig(folder)) {
            assertTrue(out(rig, "next").matches("Two, ready in [0-9]+ ms\n"));
            assertTrue(out(rig, "previous").startsWith("One, "));
            assertTrue(out(rig, "next", "--tag", "three").startsWith("Three, "));
            assertTrue(out(rig, "previous", "--tag", "one").startsWith("One, "));
            assertTrue(out(rig, "program", "2").startsWith("Three, "));
            assertEquals("Three", rig.playing());
            assertTrue(out(rig, "load", rig.preset("other.yaml", "Other")).startsWith("Other, "));
            assertTrue(out(rig, "reload").startsWith("Other, "));
            assertEquals("", out(rig, "panic"));
            Path take = folder.resolve("take.wav");
            assertEquals("idle\n", out(rig, "record"));
            assertEquals(take + "\n", out(rig, "record", take));
            assertTrue(out(rig, "record", "--stop").startsWith(take + ", "));
            assertTrue(Files.size(take) >= 80);
        }
    }

    @Test void whatLedUpToNowIsWrittenDownAndPlayedAgain() throws Exception {
        Path dump = folder.resolve("dump.jsonl"), sound = folder.resolve("again.wav"), facts = folder.resolve("facts.json");
        try (SocketRig rig = new SocketRig(folder)) {
            out(rig, "next");
            assertTrue(out(rig, "status", "--dump", dump).startsWith(dump + ", "));
            assertTrue(new JsonMapper().readTree(out(rig, "status", "--json", "--dump", folder.resolve("two.jsonl"))).get("exact").asBoolean());
            Path nowhere = folder.resolve("none");
            Chronus.Said missing = Chronus.run("status", "--dump", nowhere.resolve("dump.jsonl"), "--socket", rig.path());
            assertTrue(missing.code() == 1 && missing.err().contains("there is no folder " + nowhere + ": make it"), missing.err());
            assertFalse(Files.exists(nowhere));
            Chronus.Said said = Chronus.run("status", "--dump", dump, "--socket", rig.path());
            assertEquals(1, said.code());
            assertTrue(said.err().contains("is there already"), said.err());
        }
        Chronus.Said said = Chronus.run("replay", dump, "-o", sound, "--report", facts);
        assertEquals(0, said.code(), said.err());
        assertTrue(said.err().contains("the same to the bit"), said.err());
        JsonNode report = new JsonMapper().readTree(Files.readString(facts));
        assertTrue(report.get("exact").asBoolean());
        assertEquals("Two", report.get("swaps").get(1).get("preset").asString());
    }

    @Test void theStatusIsToldToPeopleAndToPrograms() throws Exception {
        try (SocketRig rig = new SocketRig(folder)) {
            // The loader says a moment after the patch plays which program it is.
            for (int look = 0; look < 500 && !out(rig, "status").contains("program 0"); look++) {
                Thread.sleep(10);
            }
            List<String> lines = out(rig, "status").lines().toList();
            assertEquals("preset    One, program 0 (#1), of Sines", lines.getFirst());
            assertTrue(lines.contains("keyboards none") && lines.getLast().startsWith("process   " + ProcessHandle.current().pid()), lines::toString);
            JsonNode status = new JsonMapper().readTree(out(rig, "status", "--json"));
            assertEquals("One", status.get("preset").asString());
            StringBuilder watched = new StringBuilder();
            Chronus.Said said = Chronus.into(firstLines(3, watched), "status", "--watch", "--socket", rig.path());
            assertEquals(141, said.code());
            assertEquals(3, watched.toString().lines().filter(line -> line.contains(" One, program 0 (#1), voices 0, load ")).count(),
                    watched::toString);
        }
    }

    @Test void whatIsRefusedIsALineAndTheExitCodeOfRefusals() throws Exception {
        Path path = folder.resolve("nobody");
        refused("no instrument answers at " + path + ": start one with chronus play, or name its place with --socket", "status", "--socket", path);
        try (SocketRig rig = new SocketRig(folder)) {
            refused("the bank has no program 9 (#10): what sounds goes on", "program", "9", "--socket", rig.path());
            refused("a program is 0 to 127, not 128", "program", "128", "--socket", rig.path());
            refused("nothing is being recorded: start one first", "record", "--stop", "--socket", rig.path());
        }
    }

    @Test void nobodyWaitsForOneWhoSaysNothing() throws Exception {
        Path path = folder.resolve("mute");
        try (ServerSocketChannel mute = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(path))) {
            refused(path + ": no answer in 3 s: look at what chronus play says, or start it again", "status", "--socket", path);
            assertTrue(mute.isOpen());
        }
    }

    @Test void playAnswersUntilItEndsAndHasItsSocketForItself() throws Exception {
        Path path = folder.resolve("s");
        Process play = play(path, "first.log");
        try {
            await(path, play, "first.log", "keys    ");
            JsonNode status = new JsonMapper().readTree(Chronus.run("status", "--json", "--socket", path).out());
            assertEquals(play.pid(), status.get("pid").asLong());
            Process second = play(path, "second.log");
            assertTrue(second.waitFor(60, TimeUnit.SECONDS));
            assertEquals(1, second.exitValue());
            String said = Files.readString(folder.resolve("second.log"));
            assertTrue(said.contains("chronus: --socket: " + path + " is the socket of process " + play.pid()), said);
            assertEquals(0, Chronus.run("panic", "--socket", path).code());
            play.destroy();
            assertTrue(play.waitFor(60, TimeUnit.SECONDS));
            assertFalse(Files.exists(path), "the file goes with the instrument");
        } finally {
            play.destroyForcibly();
        }
    }

    @Test void everyCommandStandsInOneGroupOfTheHelp() {
        String help = CommandGroups.in(new CommandLine(new Main())).getUsageMessage();
        new CommandLine(new Main()).getSubcommands().keySet()
                .forEach(name -> assertEquals(1, help.lines().filter(line -> line.startsWith("  " + name + " ")).count(), name));
    }

    @Test void describeSocketPrintsTheTableOfTheDocument() throws Exception {
        String document = Files.readString(Path.of("").toAbsolutePath().getParent().resolve("docs/control.md"));
        assertEquals(JsonWord.text(), Chronus.run("describe", "socket").out());
        assertTrue(document.contains(JsonWord.text()), "put what chronus describe socket prints into docs/control.md");
    }

    private static String out(SocketRig rig, Object... words) {
        Object[] all = java.util.Arrays.copyOf(words, words.length + 2);
        all[words.length] = "--socket";
        all[words.length + 1] = rig.path();
        Chronus.Said said = Chronus.run(all);
        assertEquals(0, said.code(), said.err());
        return said.out();
    }

    private static void refused(String reason, Object... words) {
        Chronus.Said said = Chronus.run(words);
        assertEquals("chronus: " + reason + "\n", said.err());
        assertEquals(1, said.code());
    }

    /** A reader that leaves after so many lines. */
    private static OutputStream firstLines(int count, StringBuilder text) {
        return new OutputStream() {
            @Override public void write(int value) throws IOException {
                if (text.chars().filter(each -> each == '\n').count() == count) {
                    throw new IOException("Broken pipe");
                }
                text.append((char) value);
            }
        };
    }

    private Process play(Path socket, String log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(ChildJvm.command(Main.class, "play", "--audio", "null", "--midi", "none", "--socket",
                socket.toString()));
        builder.environment().put("STATE_DIRECTORY", folder.resolve("state").toString());
        return builder.redirectErrorStream(true).redirectOutput(folder.resolve(log).toFile()).start();
    }

    private void await(Path path, Process process, String log, String text) throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!Files.exists(path) || !Files.readString(folder.resolve(log)).contains(text)) {
            assertTrue(process.isAlive() && Instant.now().isBefore(end), () -> "it plays: " + process);
            Thread.sleep(20);
        }
    }
}

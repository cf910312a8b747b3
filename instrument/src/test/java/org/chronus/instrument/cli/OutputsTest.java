package org.chronus.instrument.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sound.sampled.AudioSystem;

import org.chronus.presets.testing.SpecialFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** An output of a command is what the player named, and never what the command reads. */
class OutputsTest {
    private static final int HEAD = 80, RIFF_SIZE = 4, DATA_SIZE = 76;
    @TempDir
    Path folder;
    private Path song;

    @BeforeEach void compose() throws Exception {
        song = Chronus.song(folder.resolve("song.mid"));
    }

    private Path file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    private static void misused(Path place, Object... words) throws Exception {
        byte[] before = Files.readAllBytes(place);
        Chronus.Said said = Chronus.run(words);
        assertEquals(2, said.code(), Arrays.toString(words) + said.err());
        assertEquals(1, said.err().lines().count(), said.err());
        assertTrue(said.err().startsWith("chronus: ") && said.err().contains(": name another file"), said.err());
        assertEquals("", said.out());
        assertArrayEquals(before, Files.readAllBytes(place));
    }

    @Test void nothingThatACommandReadsIsWrittenOver() throws Exception {
        Path scale = file("scale.scl", "! scale.scl\none\n 2\n 3/2\n 2/1\n");
        String init = Chronus.run("show", "Init").out();
        Path preset = file("preset.yaml", init + "tuning: {scale: scale.scl}\n"), plain = file("plain.yaml", init);
        Path bank = file("bank.yaml", "chronus: 1\nbank: Gig\nprograms: {0: preset.yaml}\n");
        Path link = Files.createSymbolicLink(folder.resolve("link.mid"), Path.of("song.mid"));
        Path hard = Files.createLink(folder.resolve("hard.wav"), song), out = folder.resolve("out.wav");
        for (Path name : List.of(song, link, hard, folder.resolve("../" + folder.getFileName() + "/song.mid"))) {
            misused(song, "render", song, "-o", name);
            misused(song, "render", link, "-o", out, "--report", name);
        }
        misused(plain, "render", song, "-o", plain, "--preset", plain);
        misused(scale, "render", song, "-o", scale, "--preset", preset);
        for (Path read : List.of(bank, preset, scale)) {
            misused(read, "render", song, "-o", read, "--bank", bank);
            misused(read, "play", bank, "--audio", "null", "--midi", "none", "--record", read);
            misused(read, "play", bank, "--audio", "file:" + read, "--midi", "none");
            misused(read, "soak", bank, "--audio", "file:" + read);
        }
        misused(scale, "render", song, "-o", scale, "--scale", scale);
        misused(scale, "play", "--audio", "null", "--midi", "none", "--scale", scale, "--record", scale);
        assertTrue(Files.notExists(out));
    }

    @Test void twoOutputsAreNotOne() throws Exception {
        Path out = folder.resolve("out.wav"), link = Files.createSymbolicLink(folder.resolve("link"), out);
        misused(song, "render", song, "-o", out, "--report", link);
        misused(song, "render", song, "-o", "-", "--report", "-");
        misused(song, "play", "--midi", "none", "--audio", "file:" + out, "--record", out);
        misused(song, "soak", "--audio", "file:-");
        assertTrue(Files.notExists(out));
    }

    /** The head of a stream has no sizes; all else is the same. */
    private static void assertStreamed(byte[] file, byte[] stream) throws Exception {
        assertEquals(file.length, stream.length);
        ByteBuffer head = ByteBuffer.wrap(stream, 0, HEAD).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(-1, head.getInt(RIFF_SIZE));
        assertEquals(-1, head.getInt(DATA_SIZE));
        byte[] sized = stream.clone();
        System.arraycopy(file, RIFF_SIZE, sized, RIFF_SIZE, 4);
        System.arraycopy(file, DATA_SIZE, sized, DATA_SIZE, 4);
        assertArrayEquals(file, sized);
        assertEquals(48_000, AudioSystem.getAudioInputStream(new ByteArrayInputStream(stream)).getFormat().getSampleRate());
    }

    @Test void soundGoesThroughPipesAndStandardOutputAsItComes() throws Exception {
        Path out = folder.resolve("out.wav"), pipe = SpecialFiles.pipe(folder.resolve("pipe")), facts = SpecialFiles.pipe(folder.resolve("facts"));
        assertEquals(0, Chronus.run("render", song, "-o", out).code());
        byte[] file = Files.readAllBytes(out);
        CompletableFuture<byte[]> sound = SpecialFiles.read(pipe), report = SpecialFiles.read(facts);
        assertEquals(0, Chronus.run("render", song, "-o", pipe, "--report", facts).code());
        assertStreamed(file, sound.get());
        assertEquals(48_000, JsonMapper.shared().readTree(report.get()).get("sampleRate").asInt());
        assertTrue(Stream.of(pipe, facts).noneMatch(Files::isRegularFile));
        assertStreamed(file, Chronus.run("render", song, "-o", "-").data());
        assertStreamed(file, Chronus.run("render", song, "-o", "/dev/stdout").data());
    }

    @Test void aLinkStaysALinkAndADeviceADevice() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link.wav"), Path.of("later.wav"));
        assertEquals(0, Chronus.run("render", song, "-o", link).code());
        assertTrue(Files.isSymbolicLink(link) && Files.size(folder.resolve("later.wav")) > HEAD);
        Path device = SpecialFiles.nullDevice(folder.resolve("null"));
        assertEquals(0, Chronus.run("render", song, "-o", device, "--report", device).code());
        Path full = SpecialFiles.fullDevice(folder.resolve("full"));
        Chronus.Said said = Chronus.run("render", song, "-o", full);
        assertEquals("chronus: " + full + ": cannot be written (No space left on device): make room, or choose another place\n", said.err());
        assertEquals(1, said.code());
        assertTrue(Stream.of(device, full).noneMatch(Files::isRegularFile));
    }

    @Test void standardOutputThatIsFullIsAnErrorOfEveryCommandAndOneThatNobodyReadsEndsQuietly() throws Exception {
        Path good = file("good.yaml", "chronus: 1\n"), out = folder.resolve("out.wav");
        Map<String, Object[]> commands = new HashMap<>();
        for (Object[] command : new Object[][] {{}, {"--help"}, {"--version"}, {"render", "--help"}, {"list", "modules"}, {"describe", "midi"},
            {"describe", "osc"}, {"describe", "svf"}, {"show", "Init"}, {"list", "presets", "--json"}, {"check", good},
            {"render", song, "-o", out, "--report", "-"}, {"render", song, "-o", "-"}}) {
            commands.put(Arrays.toString(command), command);
        }
        commands.forEach((name, command) -> {
            Chronus.Said full = Chronus.into(Chronus.failing("No space left on device"), command);
            String line = "chronus: standard output: cannot be written (No space left on device): make room, or choose another place";
            assertEquals(1, full.code(), name);
            assertEquals(1, full.err().lines().filter(line::equals).count(), name + full.err());
            Chronus.Said gone = Chronus.into(Chronus.failing("Broken pipe"), command);
            assertEquals(141, gone.code(), name);
            assertTrue(!gone.err().contains("chronus:"), name + gone.err());
        });
    }
}

package org.chronus.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.chronus.instrument.audio.PcmFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real ALSA device that needs no sound card: what comes in are the bytes of a file. */
class AlsaInputTest {
    @TempDir
    Path folder;

    @Test void everyFrameIsHeardOnceAndInOrderInEveryFormat() throws Exception {
        Path raw = folder.resolve("in.raw"), configuration = folder.resolve("asound.conf"), said = folder.resolve("said.txt");
        // Without it there is no such device.
        Files.createFile(raw);
        Files.writeString(configuration, "pcm.!default { type file file \"" + folder.resolve("out.raw") + "\" infile \"" + raw
                + "\" format raw slave.pcm { type null } }\n");
        ProcessBuilder builder = new ProcessBuilder(ChildJvm.command(ToneFromAlsa.class, raw.toString())).redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("ALSA_CONFIG_PATH", configuration.toString());
        Process child = builder.start();
        if (!child.waitFor(90, TimeUnit.SECONDS)) {
            child.destroyForcibly();
        }
        assumeTrue(child.waitFor() != ToneFromAlsa.NO_INPUT, "Java Sound finds no input: is libasound2 installed?");
        assertEquals(0, child.exitValue(), Files.readString(said));
        List<String> lines = Files.readAllLines(said).stream().filter(line -> line.startsWith("BITS")).toList();
        assertEquals(ToneIntoAlsa.FORMATS.size(), lines.size(), lines::toString);
        for (String line : lines) {
            double furthest = Double.parseDouble(line.split(" ")[1]);
            assertTrue(furthest < (line.startsWith(PcmFormat.BITS_16.name()) ? 1.6 / (1 << 15) : 1.0 / (1 << 22)), line);
        }
    }
}

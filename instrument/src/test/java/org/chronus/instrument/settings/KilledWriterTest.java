package org.chronus.instrument.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.chronus.hosting.StateFile;
import org.chronus.instrument.assembly.FuzzSize;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed, at any moment, while they write what is to be remembered. */
@Tag("fuzz")
class KilledWriterTest {
    private static final int USUAL = 20, FULL = 200, LONGEST_MILLIS = 30;

    @TempDir
    Path folder;

    /** Writes each file again and again, with a number that grows, and says each number when it is written. */
    static final class Writer {
        private Writer() { }

        public static void main(String[] words) throws IOException {
            Path folder = Path.of(words[0]);
            LastProgramFile last = new LastProgramFile(folder.resolve("last"));
            BindingsFile bindings = new BindingsFile(folder.resolve("learned"));
            for (int number = Integer.parseInt(words[1]);; number++) {
                last.write(last(number));
                bindings.add(new Binding("Keys", 0, 1, "filter.cutoff" + number, Knob.ABSOLUTE, false));
                StateFile.replace(folder.resolve("plugins"), text(number).getBytes(StandardCharsets.UTF_8));
                System.out.println(number);
            }
        }

        static LastProgram last(int number) {
            return new LastProgram("Friday gig", "/gig.yaml", 0, number % 128, number);
        }

        /** Longer than a page. */
        static String text(int number) {
            return (number + " ").repeat(2000) + "end";
        }
    }

    @Test void theLastGoodStateIsThereAfterEachKill() throws Exception {
        Random random = new Random(11);
        int written = 0;
        for (int kill = 0; kill < FuzzSize.of(USUAL, FULL); kill++) {
            written = writeUntilKilled(written, random.nextInt(LONGEST_MILLIS));
            List<String> said = new ArrayList<>();
            LastProgram last = new LastProgramFile(folder.resolve("last")).read(said::add).orElseThrow(() -> new AssertionError(said));
            assertTrue(last.place() >= written, "written " + written + ", found " + last);
            assertEquals(Writer.last(last.place()), last);
            List<Binding> bindings = new BindingsFile(folder.resolve("learned")).read();
            assertTrue(Integer.parseInt(bindings.getFirst().parameter().substring("filter.cutoff".length())) >= written, bindings.toString());
            String plugins = Files.readString(folder.resolve("plugins"));
            int found = Integer.parseInt(plugins.substring(0, plugins.indexOf(' ')));
            assertTrue(found >= written, "written " + written + ", found " + found);
            assertEquals(Writer.text(found), plugins);
            written = last.place();
        }
    }

    /** Returns the last number that was said to be written. */
    private int writeUntilKilled(int from, int millis) throws Exception {
        Process writer = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC", "-Xmx64m", "-cp", System.getProperty("java.class.path"), Writer.class.getName(), folder.toString(),
                        String.valueOf(from)).start();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            int number = Integer.parseInt(lines.readLine());
            Thread.sleep(millis);
            // Without closing the pipe, in which there are lines still.
            writer.toHandle().destroyForcibly();
            writer.waitFor();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                // The last line may be cut, and is then a smaller number.
                number = line.isEmpty() ? number : Math.max(number, Integer.parseInt(line));
            }
            return number;
        } finally {
            writer.destroyForcibly();
        }
    }
}

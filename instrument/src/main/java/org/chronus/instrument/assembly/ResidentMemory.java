package org.chronus.instrument.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory this process has, as Linux counts it. Any thread but the audio thread. */
public final class ResidentMemory {
    private ResidentMemory() { }

    /** In MiB; 0 where the system does not say. */
    public static long mebibytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}

package org.chronus.instrument.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** What the processes use in which plugins run: all that descend from this one, as the system counts it. Immutable; any thread but audio. */
record HelperLoad(long nanos, long bytes) {
    private static final int KIBI = 1_024;
    private static final String RESIDENT = "VmRSS:";

    /** Processor time so far and resident memory, both 0 if there are no helpers. */
    static HelperLoad now() {
        long[] sums = new long[2];
        try (Stream<ProcessHandle> helpers = ProcessHandle.current().descendants()) {
            helpers.forEach(helper -> {
                sums[0] += helper.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
                sums[1] += resident(helper.pid());
            });
        }
        return new HelperLoad(sums[0], sums[1]);
    }

    private static long resident(long process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process), "status"))) {
            return lines.filter(line -> line.startsWith(RESIDENT)).findFirst()
                    .map(line -> KIBI * Long.parseLong(line.replaceAll("[^0-9]", ""))).orElse(0L);
        } catch (IOException | java.io.UncheckedIOException ended) {
            return 0;
        }
    }
}

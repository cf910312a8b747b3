package org.chronus.instrument.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The processes in which this one has plugins run. */
final class HelperProcesses {
    private HelperProcesses() { }

    static List<ProcessHandle> all() {
        return ProcessHandle.current().children().filter(HelperProcesses::isOne).toList();
    }

    static void kill() {
        all().forEach(ProcessHandle::destroyForcibly);
    }

    /** Of a long command line, as one with a long class path, {@link ProcessHandle.Info} tells the first 4 kB. */
    private static boolean isOne(ProcessHandle child) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(child.pid()), "cmdline")).contains("HelperMain");
        } catch (IOException gone) {
            return false;
        }
    }
}

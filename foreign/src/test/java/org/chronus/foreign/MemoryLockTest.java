package org.chronus.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

class MemoryLockTest {
    /** In a process of its own, so that the others keep their memory as it is. */
    public static final class Child {
        public static void main(String[] none) throws IOException {
            boolean locked = MemoryLock.all();
            String size = java.nio.file.Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmLck:"))
                    .findFirst().orElseThrow().replaceAll("\\D", "");
            System.out.println(locked == !size.equals("0"));
        }
    }

    @Test void whatIsSaidToBeLockedIsLocked() throws Exception {
        Process child = new ProcessBuilder(List.of(System.getProperty("java.home") + "/bin/java", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), Child.class.getName())).redirectErrorStream(true).start();
        String said = new String(child.getInputStream().readAllBytes()).strip();
        assertEquals(0, child.waitFor(), said);
        assertTrue(said.endsWith("true"), said);
    }
}

package org.chronus.instrument.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

import org.chronus.instrument.ChildJvm;
import org.junit.jupiter.api.Test;

/** The limit of the heap makes room for a bank that needs more than the usual one, in a process of its own. */
class HeapLimitTest {
    private static final int SECONDS = 24, PIECE = 64 << 10;

    @Test void aBankThatFillsTheHeapGetsARoomierOne() throws Exception {
        assertTrue(limitAfter("124") >= 160, "it is raised");
    }

    @Test void oneThatDoesNotKeepsTheUsualOne() throws Exception {
        assertEquals(128, limitAfter("40"));
    }

    private static int limitAfter(String kept) throws Exception {
        ChildJvm.Said said = ChildJvm.run(List.of("-Xmx256m"), Keeper.class, kept);
        assertEquals(0, said.code(), said.text());
        return Integer.parseInt(said.text().strip().lines().toList().getLast());
    }

    /** Keeps so many MiB, makes as much garbage in a second as a few program changes do, and tells the limit in MiB. */
    static final class Keeper {
        private Keeper() { }

        public static void main(String[] words) throws InterruptedException {
            HeapLimit.settle();
            List<byte[]> kept = new ArrayList<>();
            for (int i = 0; i < Integer.parseInt(words[0]) * 16; i++) {
                kept.add(new byte[PIECE]);
            }
            for (int i = 0; i < SECONDS * 50; i++) {
                kept.set(i % kept.size(), new byte[PIECE]);
                Thread.sleep(20);
            }
            System.out.println(Long.parseLong(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).getVMOption("SoftMaxHeapSize")
                    .getValue()) >> 20);
        }
    }
}

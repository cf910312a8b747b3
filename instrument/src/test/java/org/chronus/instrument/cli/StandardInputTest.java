package org.chronus.instrument.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

import org.chronus.instrument.ChildJvm;
import org.chronus.instrument.cli.terminal.UncaughtErrors;
import org.chronus.midi.testing.TestKeyboard;
import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.preset.PresetReader;
import org.junit.jupiter.api.Test;

/** What comes by standard input, and threads that end by an error, while it plays. */
class StandardInputTest {
    @Test void anEndlessLineIsPassedOverAndProgramChangesGoOn() throws Exception {
        ChildJvm.Said said = ChildJvm.run(List.of("-Xmx160m"), EndlessLine.class);
        assertTrue(said.text().contains("standard input has a line of more than 1000 characters and is read no further"), said.text());
        assertTrue(said.text().contains("program " + strings() + " (#" + (strings() + 1) + ") String ensemble, ready in"), said.text());
        assertEquals(0, said.code(), said.text());
    }

    private static int strings() {
        return PresetLibrary.of(new PresetReader(ModuleCatalog.load()), Map.of("HOME", "/nowhere")).factoryBank().value()
                .address("string-ensemble.yaml").orElseThrow().program();
    }

    @Test void aThreadThatEndsByAnErrorIsNamedAndEndsTheProcess() throws Exception {
        ChildJvm.Said said = ChildJvm.run(List.of(), DeadThread.class);
        assertTrue(said.text().contains("chronus: thread worker ended: java.lang.IllegalStateException: out of luck: this is a mistake of ours"),
                said.text());
        assertEquals(1, said.code());
    }

    /** Zeros for ever on standard input, and a program change from a keyboard. */
    static final class EndlessLine {
        private EndlessLine() { }

        public static void main(String[] words) {
            System.setIn(new InputStream() {
                @Override public int read() {
                    return 0;
                }

                @Override public int read(byte[] bytes, int offset, int length) throws IOException {
                    java.util.Arrays.fill(bytes, offset, offset + length, (byte) 0);
                    return length;
                }
            });
            TestKeyboard keyboard = TestKeyboard.plugIn("Keys");
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    while (!keyboard.isHeard()) {
                        Thread.sleep(10);
                    }
                    Thread.sleep(2_000);
                    keyboard.press(60, 100);
                    keyboard.release(60);
                    keyboard.send(0xC0, strings());
                    Thread.sleep(8_000);
                    Runtime.getRuntime().halt(0);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            Main.main(new String[] {"play", "--no-socket", "--audio", "null", "--midi", "Keys"});
        }
    }

    /** A thread that throws. */
    static final class DeadThread {
        private DeadThread() { }

        public static void main(String[] words) throws InterruptedException {
            UncaughtErrors.endTheProcess(() -> { });
            Thread.ofPlatform().name("worker").start(() -> {
                throw new IllegalStateException("out of luck");
            });
            Thread.sleep(60_000);
            Runtime.getRuntime().halt(3);
        }
    }
}

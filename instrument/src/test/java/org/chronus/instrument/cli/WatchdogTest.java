package org.chronus.instrument.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.chronus.instrument.ChildJvm;
import org.chronus.midi.testing.TestKeyboard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A module that never returns, played live. */
class WatchdogTest {
    /** A controller that no warming moves. */
    private static final int SWITCH = 111;
    private static final String HANGS = """
            chronus: 1
            name: Hangs
            modules:
              osc: {type: sine}
              bad: {type: misbehaves, how: hang}
              env: {type: adsr, attack: 2 ms, release: 0.1 s}
              amp: {type: vca}
            cables: [osc * 0.25 -> bad -> amp -> out, env -> amp.gain]
            controllers: {%d: {to: bad.now}}
            """.formatted(SWITCH);

    @Test void aModuleThatNeverReturnsEndsTheProcess(@TempDir Path folder) throws Exception {
        Path preset = Files.writeString(folder.resolve("hangs.yaml"), HANGS);
        ChildJvm.Said said = ChildJvm.run(List.of(), Player.class, preset.toString());
        assertEquals(1, said.code(), "3 if a minute passed: " + said.text());
        assertTrue(said.text().contains("chronus: a module does not return"), said.text());
        assertTrue(said.text().contains("dump    a module does not return: what led to it is in "), said.text());
    }

    /** Plays a key and moves the switch as soon as {@code play} listens to the keyboard, which it does once it sounds. */
    static final class Player {
        private Player() { }

        public static void main(String[] words) {
            TestKeyboard keyboard = TestKeyboard.plugIn("Keys");
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    while (!keyboard.isHeard()) {
                        Thread.sleep(10);
                    }
                    keyboard.press(60, 100);
                    keyboard.send(0xB0, SWITCH, 127);
                    Thread.sleep(60_000);
                    Runtime.getRuntime().halt(3);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            Main.main(new String[] {"play", words[0], "--no-socket", "--audio", "null", "--midi", "Keys"});
        }
    }
}

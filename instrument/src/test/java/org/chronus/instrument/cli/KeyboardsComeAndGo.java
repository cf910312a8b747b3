package org.chronus.instrument.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import org.chronus.midi.testing.TestKeyboard;

/**
 * {@code play} in a Java machine of its own, in which keyboards come and go and their settings change: each as soon as the last was said.
 */
final class KeyboardsComeAndGo {
    private final StringBuffer said = new StringBuffer();

    private KeyboardsComeAndGo() { }

    /** @param arguments the file of devices that {@code play} finds */
    public static void main(String[] arguments) throws Exception {
        new KeyboardsComeAndGo().play(Path.of(arguments[0]));
        System.exit(0);
    }

    private void play(Path devices) throws Exception {
        PrintStream error = System.err;
        System.setErr(new PrintStream(error, true, StandardCharsets.UTF_8) {
            @Override public void print(String text) {
                super.print(text);
                said.append(text);
            }
        });
        TestKeyboard grand = TestKeyboard.plugIn("Grand");
        Thread.ofPlatform().daemon().start(() -> Main.run("play", "--audio", "null"));
        await("keys    ");
        TestKeyboard pad = TestKeyboard.plugIn("Pad");
        await("Pad is here");
        tick(pad);
        await("Pad is silent");
        grand.unplug();
        await("Grand is gone");
        Files.writeString(devices, "chronus: 1\ndevices: {Grand: {pedl: inverted, channel: 0}}\n");
        await("what was in force stays");
        Files.writeString(devices, "chronus: 1\ndevices: {Grand: {pedal: inverted, transpose: -12 st}}\n");
        await("are in force");
        TestKeyboard.plugIn("Grand");
        await("Grand is here: ");
        Main.run("list", "midi");
    }

    /** A clock, in whatever tempo this thread gets it done. */
    private void tick(TestKeyboard keyboard) throws InterruptedException {
        for (int tick = 0; tick < 100; tick++) {
            keyboard.send(0xF8);
            Thread.sleep(22);
        }
    }

    private void await(String text) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (said.indexOf(text) < 0) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("60 s passed without: " + text);
            }
            Thread.sleep(5);
        }
    }
}

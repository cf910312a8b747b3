package org.chronus.instrument.cli;

import java.nio.file.Files;
import java.nio.file.Path;

import org.chronus.midi.testing.TestKeyboard;

/**
 * {@code play} in a Java machine of its own, in which keyboards come and go and their settings change: each as soon as the last was said.
 */
final class KeyboardsComeAndGo {
    private final Overheard said = Overheard.standardError();

    private KeyboardsComeAndGo() { }

    /** @param arguments the file of devices that {@code play} finds */
    public static void main(String[] arguments) throws Exception {
        new KeyboardsComeAndGo().play(Path.of(arguments[0]));
        System.exit(0);
    }

    private void play(Path devices) throws Exception {
        TestKeyboard grand = TestKeyboard.plugIn("Grand");
        Thread.ofPlatform().daemon().start(() -> Main.run("play", "--no-socket", "--audio", "null"));
        said.await("keys    ");
        TestKeyboard pad = TestKeyboard.plugIn("Pad");
        said.await("Pad is here");
        tick(pad);
        said.await("Pad is silent");
        grand.unplug();
        said.await("Grand is gone");
        Files.writeString(devices, "chronus: 1\ndevices: {Grand: {pedl: inverted, channel: 0}}\n");
        said.await("what was in force stays");
        Files.writeString(devices, "chronus: 1\ndevices: {Grand: {pedal: inverted, transpose: -12 st}}\n");
        said.await("are in force");
        TestKeyboard.plugIn("Grand");
        said.await("Grand is here: ");
        Main.run("list", "midi");
    }

    /** A clock, in whatever tempo this thread gets it done. */
    private void tick(TestKeyboard keyboard) throws InterruptedException {
        for (int tick = 0; tick < 100; tick++) {
            keyboard.send(0xF8);
            Thread.sleep(22);
        }
    }
}

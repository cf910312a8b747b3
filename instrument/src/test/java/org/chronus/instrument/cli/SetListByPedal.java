package org.chronus.instrument.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

import org.chronus.midi.testing.TestKeyboard;

/** {@code play} in a Java machine of its own, led through a set list by a pedal. */
final class SetListByPedal {
    private static final int PEDAL = 66, PANIC = 108;

    private final StringBuffer said = new StringBuffer();

    private SetListByPedal() { }

    /** @param arguments the bank */
    public static void main(String[] arguments) throws Exception {
        new SetListByPedal().play(arguments[0]);
        System.exit(0);
    }

    private void play(String bank) throws Exception {
        PrintStream error = System.err;
        System.setErr(new PrintStream(error, true, StandardCharsets.UTF_8) {
            @Override public void print(String text) {
                super.print(text);
                said.append(text);
            }
        });
        TestKeyboard grand = TestKeyboard.plugIn("Grand");
        Thread.ofPlatform().daemon().start(() -> Main.run("play", bank, "--audio", "null", "--chime"));
        await("keys", () -> said.indexOf("keys    ") >= 0);
        await("the warning", () -> said.indexOf("broken.yaml") >= 0);
        await("the first program", () -> grand.heard().size() == 3);
        for (String name : new String[] {"Stage tine", "Pluck", "Stage tine"}) {
            said.setLength(0);
            int before = grand.heard().size();
            grand.send(0xB0, PEDAL, 127);
            grand.send(0xB0, PEDAL, 0);
            await(name, () -> said.indexOf(name) >= 0);
            await("its number", () -> grand.heard().size() == before + 3);
        }
        grand.press(PANIC, 1);
        grand.release(PANIC);
        System.err.println("heard   " + grand.heard());
    }

    private void await(String what, BooleanSupplier happens) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!happens.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                System.err.println("60 s passed without " + what);
                System.exit(3);
            }
            Thread.sleep(5);
        }
    }
}

package org.chronus.instrument.cli;

import org.chronus.midi.testing.TestKeyboard;

/** {@code play} in a Java machine of its own, led through a set list by a pedal. */
final class SetListByPedal {
    private static final int PEDAL = 66, PANIC = 108;

    private SetListByPedal() { }

    /** @param arguments the bank */
    public static void main(String[] arguments) throws Exception {
        Overheard said = Overheard.standardError();
        TestKeyboard grand = TestKeyboard.plugIn("Grand");
        Thread.ofPlatform().daemon().start(() -> Main.run("play", arguments[0], "--no-socket", "--audio", "null", "--chime"));
        said.await("keys    ");
        said.await("broken.yaml");
        Overheard.await("the first program", () -> grand.heard().size() == 3);
        for (String name : new String[] {"Stage tine", "Pluck", "Stage tine"}) {
            said.forget();
            int before = grand.heard().size();
            grand.send(0xB0, PEDAL, 127);
            grand.send(0xB0, PEDAL, 0);
            said.await(name);
            Overheard.await("its number", () -> grand.heard().size() == before + 3);
        }
        grand.press(PANIC, 1);
        grand.release(PANIC);
        System.err.println("heard   " + grand.heard());
        System.exit(0);
    }
}

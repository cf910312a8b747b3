package org.chronus.instrument.cli;

import org.chronus.midi.testing.TestKeyboard;

/** {@code learn} in a Java machine of its own, at a keyboard whose knob somebody turns all the time. */
final class LearnAKnob {
    private LearnAKnob() { }

    /** What {@code learn} prints, step by step. */
    public static void main(String[] arguments) {
        TestKeyboard grand = TestKeyboard.plugIn("Grand \"A\"");
        Thread.ofPlatform().daemon().start(() -> {
            for (int value = 0;; value = (value + 5) % 128) {
                grand.send(0xB2, 21, value);
                sleep();
            }
        });
        int failures = Main.run("learn", "filter.cutoff", "--pick-up") + Main.run("learn", "echo.mix", "--knob", "twos")
                + Main.run("learn", "filter.cutoff") + Main.run("learn");
        int refusals = Main.run("learn", "filter.cutof") + Main.run("learn", "lfo.rate", "--forget");
        failures += Main.run("learn", "filter.cutoff", "--forget") + Main.run("learn") + Main.run("check");
        System.exit(failures == 0 && refusals == 2 ? 0 : 1);
    }

    private static void sleep() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

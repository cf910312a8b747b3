package org.chronus.instrument.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** What is said on standard error, as it is said; for a Java machine of its own, which it ends if nothing comes for a minute. */
final class Overheard {
    private final StringBuffer said = new StringBuffer();

    private Overheard() { }

    static Overheard standardError() {
        Overheard overheard = new Overheard();
        System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8) {
            @Override public void print(String text) {
                super.print(text);
                overheard.said.append(text);
            }
        });
        return overheard;
    }

    /** Forgets what was said before. */
    void forget() {
        said.setLength(0);
    }

    void await(String text) throws InterruptedException {
        await(text, () -> said.indexOf(text) >= 0);
    }

    static void await(String what, BooleanSupplier happens) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!happens.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                System.err.println("60 s passed without: " + what);
                System.exit(3);
            }
            Thread.sleep(5);
        }
    }
}

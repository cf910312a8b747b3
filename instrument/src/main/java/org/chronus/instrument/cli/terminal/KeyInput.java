package org.chronus.instrument.cli.terminal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/**
 * Listens to standard input while it plays, on a thread of its own: to keys on a terminal, to lines from elsewhere. When the input ends, or
 * is no list of commands, the music goes on. Lines are bounded.
 */
public final class KeyInput {
    private static final int LONGEST_LINE = 1_000, END = -1;

    private final KeyCommands keys;
    private final Terminal terminal;
    private final StatusLine status;

    public KeyInput(KeyCommands keys, Terminal terminal, StatusLine status) {
        this.keys = keys;
        this.terminal = terminal;
        this.status = status;
    }

    /** Begins to listen; on a terminal, keys act at once from here on. */
    public void start() {
        boolean single = terminal.passKeysAtOnce();
        Reader input = new InputStreamReader(System.in, StandardCharsets.UTF_8);
        Thread.ofPlatform().name("command-line").daemon().start(() -> listen(input, single));
    }

    private void listen(Reader input, boolean single) {
        try {
            if (single) {
                readKeys(input);
            } else {
                readLines(input);
            }
        } catch (IOException e) {
            status.say("chronus: standard input ended: " + e.getMessage());
        }
    }

    private void readKeys(Reader input) throws IOException {
        for (int key = input.read(); key != END; key = input.read()) {
            int pressed = key;
            carryOut(() -> keys.press(pressed));
            status.show(keys.pending());
        }
    }

    private void readLines(Reader input) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = input.read(); next != END; next = input.read()) {
            if (next == '\n') {
                String whole = line.toString().strip();
                line.setLength(0);
                carryOut(() -> keys.obey(whole));
            } else if (line.length() < LONGEST_LINE) {
                line.append((char) next);
            } else {
                status.say("chronus: standard input has a line of more than " + LONGEST_LINE + " characters and is read no further: "
                        + KeyCommands.HELP);
                return;
            }
        }
        if (!line.isEmpty()) {
            carryOut(() -> keys.obey(line.toString().strip()));
        }
    }

    /** A mistake in one command is not the end of the others. */
    private void carryOut(Runnable command) {
        try {
            command.run();
        } catch (RuntimeException thrown) {
            status.say("chronus: " + thrown + ": this is a mistake of ours");
        }
    }
}

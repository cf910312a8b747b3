package org.chronus.instrument.cli.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;

/** Listens to standard input while it plays: to keys on a terminal, to lines from elsewhere. When the input ends, the music goes on. */
public final class KeyInput {
    private final KeyCommands keys;
    private final Terminal terminal;
    private final StatusLine status;

    public KeyInput(KeyCommands keys, Terminal terminal, StatusLine status) {
        this.keys = keys;
        this.terminal = terminal;
        this.status = status;
    }

    /** Begins to listen, on a thread of its own; on a terminal, keys act at once from here on. */
    public void start() {
        boolean single = terminal.passKeysAtOnce();
        Reader input = new InputStreamReader(System.in);
        Thread.ofPlatform().name("command-line").daemon().start(() -> listen(input, single));
    }

    private void listen(Reader input, boolean single) {
        try {
            if (single) {
                readKeys(input);
            } else {
                readLines(new BufferedReader(input));
            }
        } catch (IOException e) {
            status.say("chronus: standard input ended: " + e.getMessage());
        }
    }

    private void readKeys(Reader input) throws IOException {
        for (int key = input.read(); key >= 0; key = input.read()) {
            keys.press(key);
            status.show(keys.pending());
        }
    }

    private void readLines(BufferedReader input) throws IOException {
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            keys.obey(line.strip());
        }
    }
}

package org.chronus.instrument.cli.remote;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;
import tools.jackson.databind.JsonNode;

/**
 * The status on the whole of a terminal, drawn anew four times a second, with keys that act at once. The terminal is given back as it was.
 * One thread, but that what keys ask for is waited for on others.
 */
final class StatusScreen {
    private static final String HELP = "n next, p previous, ! panic, q quit";
    private static final int CTRL_C = 3, END = -1;

    /** Asks the instrument for one thing. */
    @FunctionalInterface
    interface Wish {
        JsonNode ask(String word) throws Exception;
    }

    private final Callable<JsonNode> status;
    private final Wish wish;
    private volatile String said = "";

    StatusScreen(Callable<JsonNode> status, Wish wish) {
        this.status = status;
        this.wish = wish;
    }

    /** Shows it until q or Ctrl-C, or until the instrument ends. */
    void show() throws Exception {
        try (Terminal terminal = TerminalBuilder.builder().system(true).dumb(false).build()) {
            Attributes before = terminal.enterRawMode();
            // Ctrl-C is a key like q, so that the terminal is given back on the same way.
            Attributes raw = terminal.getAttributes();
            raw.setLocalFlag(Attributes.LocalFlag.ISIG, false);
            terminal.setAttributes(raw);
            terminal.puts(Capability.enter_ca_mode);
            terminal.puts(Capability.cursor_invisible);
            try {
                watch(terminal);
            } finally {
                terminal.puts(Capability.cursor_visible);
                terminal.puts(Capability.exit_ca_mode);
                terminal.flush();
                terminal.setAttributes(before);
            }
        }
    }

    private void watch(Terminal terminal) throws Exception {
        Display display = new Display(terminal, true);
        int key;
        do {
            draw(terminal, display);
            key = await(terminal.reader());
            switch (key) {
                case 'n' -> act("next");
                case 'p' -> act("previous");
                case '!' -> act("panic");
                default -> { }
            }
        } while (key != 'q' && key != CTRL_C && key != END);
    }

    private static int await(NonBlockingReader keys) throws IOException {
        return keys.read(StatusCommand.REFRESH_MILLIS);
    }

    private void draw(Terminal terminal, Display display) throws Exception {
        Size size = terminal.getSize();
        List<String> lines = new ArrayList<>(StatusText.lines(status.call()));
        lines.add("");
        lines.add(HELP);
        lines.add(said);
        display.resize(size);
        display.update(lines.stream().limit(size.getRows()).map(line -> new AttributedString(line).columnSubSequence(0, size.getColumns()))
                .toList(), 0);
    }

    /** What comes of it is seen, or said below. */
    private void act(String word) {
        said = "";
        Thread.ofVirtual().start(() -> {
            try {
                wish.ask(word);
            } catch (Exception refused) {
                said = refused.getMessage();
            }
        });
    }
}

package org.chronus.instrument.cli.remote;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import org.chronus.instrument.cli.options.Refusal;
import org.chronus.instrument.cli.terminal.Json;
import org.chronus.instrument.cli.terminal.Terminal;
import org.chronus.instrument.socket.SocketClient;
import org.chronus.presets.files.StandardOutput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Tells what the instrument does, once or again and again. */
@Command(name = "status", mixinStandardHelpOptions = true, description = "What the instrument that plays does: preset, load, voices, faults.")
public final class StatusCommand extends RemoteCommand {
    static final long REFRESH_MILLIS = 250;

    @Option(names = "--json", description = "for programs to read")
    private boolean json;
    @Option(names = "--watch",
            description = "four times a second: on a terminal until q, with n, p and ! for next, previous and panic; else in lines")
    private boolean watch;

    @Option(names = "--dump", paramLabel = "FILE",
            description = "write what led up to now into a new file: commands, presets, callbacks, troubles; chronus replay plays it")
    private Path dump;

    @Override public Integer call() throws Exception {
        if (dump != null) {
            return dump();
        }
        try (SocketClient client = connect()) {
            JsonNode status = status(client);
            if (!watch) {
                System.out.println(json ? Json.text(status) : String.join(System.lineSeparator(), StatusText.lines(status)));
            } else if (!json && hasScreen()) {
                new StatusScreen(() -> status(client), word -> ask(SocketClient.LATER, word)).show();
            } else {
                print(client, status);
            }
        }
        return 0;
    }

    private int dump() throws Exception {
        if (watch) {
            throw Refusal.misuse("--dump and --watch exclude each other: leave one out");
        }
        JsonNode done = ask(SocketClient.LATER, "dump", "path", dump.toAbsolutePath().toString());
        System.out.println(json ? Json.text(done)
                : String.format(Locale.ROOT, "%s, %.1f s", done.path("path").asString(), done.path("seconds").asDouble()));
        if (!json) {
            done.path("reasons").forEach(reason -> System.err.println("chronus: a replay is not exact " + reason.asString()));
        }
        return 0;
    }

    private static boolean hasScreen() {
        String kind = System.getenv().getOrDefault("TERM", "");
        return Terminal.is(Terminal.OUTPUT) && Terminal.is(Terminal.INPUT) && !kind.isEmpty() && !kind.equals("dumb");
    }

    private static JsonNode status(SocketClient client) throws Exception {
        return ask(client, SocketClient.SOON, "status");
    }

    /** Until the instrument ends, or whoever reads has left. */
    private void print(SocketClient client, JsonNode first) throws Exception {
        for (JsonNode status = first; StandardOutput.failure().isEmpty(); status = status(client)) {
            System.out.println(json ? status.toString() : StatusText.line(status));
            System.out.flush();
            TimeUnit.MILLISECONDS.sleep(REFRESH_MILLIS);
        }
    }
}

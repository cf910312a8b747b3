package org.chronus.instrument.cli.remote;

import java.nio.file.Path;
import java.util.Locale;

import org.chronus.instrument.cli.options.Refusal;
import org.chronus.instrument.socket.SocketClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Records what the instrument plays. */
@Command(name = "record", mixinStandardHelpOptions = true, description = {"Records all that is heard from now on.",
    "Without a file or --stop it says whether it records."})
public final class RecordCommand extends RemoteCommand {
    @Parameters(paramLabel = "FILE", arity = "0..1", description = "a new WAV file, 24 bit, or a pipe")
    private Path file;
    @Option(names = "--stop", description = "end the recording, and complete its file")
    private boolean stop;

    @Override public Integer call() throws Exception {
        if (stop && file != null) {
            throw Refusal.misuse("a file and --stop exclude each other: leave one out");
        }
        if (file != null) {
            System.out.println(ask(SocketClient.SOON, "record", "path", file.toAbsolutePath().toString()).path("path").asString());
            return 0;
        }
        JsonNode done = ask(SocketClient.LATER, stop ? "record-stop" : "record-status");
        System.out.println(done.path("state").asString("").equals("idle") ? "idle"
                : String.format(Locale.ROOT, "%s, %.1f s", done.path("path").asString(), done.path("seconds").asDouble()));
        return 0;
    }
}

package org.chronus.instrument.cli.remote;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

import org.chronus.instrument.cli.options.Refusal;
import org.chronus.instrument.socket.SocketClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** The commands that change what plays; each ends when it plays, and says its name. */
public final class ChangeCommands {
    private static final int HIGHEST = 127;

    private ChangeCommands() { }

    private static int say(JsonNode done) {
        System.out.printf(Locale.ROOT, "%s, ready in %.0f ms%n", done.path("preset").asString(), done.path("milliseconds").asDouble());
        return 0;
    }

    /** By number. */
    @Command(name = "program", mixinStandardHelpOptions = true, description = "A program of the bank, in the instrument that plays.")
    public static final class Program extends RemoteCommand {
        @Parameters(paramLabel = "N", description = "as the bank counts")
        private int number;

        @Override public Integer call() throws Exception {
            try (SocketClient client = connect()) {
                JsonNode bank = ask(client, SocketClient.SOON, "status").path("bank");
                int first = bank.path("first").asInt();
                if (number < first || number > first + HIGHEST) {
                    throw new Refusal("a program is " + first + " to " + (first + HIGHEST) + ", not " + number);
                }
                return say(ask(client, SocketClient.LATER, "program", "number", number - first, "bank", bank.path("number").asInt()));
            }
        }
    }

    /** Programs with a tag only. */
    static final class TagOption {
        @Option(names = "--tag", paramLabel = "TAG", description = "of those with this tag, such as organ")
        private String tag;

        Object[] fields() {
            return tag == null ? new Object[0] : new Object[] {"tag", tag};
        }
    }

    /** On in the set list. */
    @Command(name = "next", mixinStandardHelpOptions = true, description = "The next program of the set list.")
    public static final class Next extends RemoteCommand {
        @Mixin private TagOption tag;

        @Override public Integer call() throws Exception {
            return say(ask(SocketClient.LATER, "next", tag.fields()));
        }
    }

    /** Back in the set list. */
    @Command(name = "previous", mixinStandardHelpOptions = true, description = "The program before it in the set list.")
    public static final class Previous extends RemoteCommand {
        @Mixin private TagOption tag;

        @Override public Integer call() throws Exception {
            return say(ask(SocketClient.LATER, "previous", tag.fields()));
        }
    }

    /** A preset that need not be in the bank. */
    @Command(name = "load", mixinStandardHelpOptions = true, description = "Makes a preset play that need not be in the bank.")
    public static final class Load extends RemoteCommand {
        @Parameters(paramLabel = "PRESET", description = "a path, a name, or the beginning of one")
        private String preset;

        @Override public Integer call() throws Exception {
            return say(ask(SocketClient.LATER, "load", "preset", isFile() ? Path.of(preset).toAbsolutePath().toString() : preset));
        }

        /** The instrument has a folder of its own. */
        private boolean isFile() {
            try {
                return Files.isRegularFile(Path.of(preset));
            } catch (InvalidPathException name) {
                return false;
            }
        }
    }

    /** What plays, from its file. */
    @Command(name = "reload", mixinStandardHelpOptions = true, description = "Reads the bank and what plays again, as their files are now.")
    public static final class Reload extends RemoteCommand {
        @Override public Integer call() throws Exception {
            return say(ask(SocketClient.LATER, "reload"));
        }
    }
}

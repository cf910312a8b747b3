package org.chronus.instrument.cli.remote;

import org.chronus.instrument.socket.SocketClient;
import picocli.CommandLine.Command;

/** Silence. */
@Command(name = "panic", mixinStandardHelpOptions = true, description = "Silence, within milliseconds.")
public final class PanicCommand extends RemoteCommand {
    @Override public Integer call() throws Exception {
        ask(SocketClient.SOON, "panic");
        return 0;
    }
}

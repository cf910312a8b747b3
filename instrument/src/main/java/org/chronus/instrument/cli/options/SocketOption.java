package org.chronus.instrument.cli.options;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

import org.chronus.instrument.socket.SocketPlace;
import picocli.CommandLine.Option;

/** Where the socket of an instrument is, as {@code play} and all that ask it take it. Set once; one thread. */
public final class SocketOption {
    @Option(names = "--socket", paramLabel = "PATH", description = "the socket of the instrument (in $XDG_RUNTIME_DIR, /run/chronus, or /tmp)")
    private String path;

    /** What was named; empty for the usual place. */
    public Optional<Path> chosen() throws Refusal {
        try {
            return Optional.ofNullable(path).map(Path::of);
        } catch (InvalidPathException impossible) {
            throw new Refusal("--socket: that is no path: name a file that need not be there");
        }
    }

    /** Where to answer; throws in one line if there is no usual place. */
    public Path forPlaying() throws Refusal, IOException {
        Optional<Path> chosen = chosen();
        return chosen.isPresent() ? chosen.get() : SocketPlace.forPlaying(System.getenv());
    }

    /** Where to ask. */
    public Path forAsking() throws Refusal {
        Optional<Path> chosen = chosen();
        try {
            return chosen.isPresent() ? chosen.get() : SocketPlace.forAsking(System.getenv());
        } catch (IOException e) {
            throw Refusal.of(e);
        }
    }
}

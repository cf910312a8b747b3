package org.chronus.instrument.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import org.chronus.instrument.assembly.Instrument;
import org.chronus.instrument.blackbox.DumpFile;

/** Writes what the black box holds into files, on a thread of its own, for others may ask meanwhile. */
final class DumpHandler {
    private final Instrument instrument;
    private final AtomicBoolean busy = new AtomicBoolean();

    DumpHandler(Instrument instrument) {
        this.instrument = instrument;
    }

    CompletableFuture<Answer> dump(Request.Dump request) throws Refused {
        Path path = file(request.path());
        if (!busy.compareAndSet(false, true)) {
            throw new Refused("a dump is being written", "wait for its answer");
        }
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        Thread.ofPlatform().name("dump").daemon().start(() -> {
            try {
                DumpFile done = DumpFile.write(instrument, "asked for", path);
                answer.complete(Answer.Done.of("path", path.toString(), "seconds", (float) done.seconds(), "exact", done.exactness().isExact(),
                        "reasons", done.exactness().reasons()));
            } catch (IOException | RuntimeException e) {
                answer.complete(new Answer.Refusal(e.getMessage()));
            } finally {
                busy.set(false);
            }
        });
        return answer;
    }

    private static Path file(String word) throws Refused {
        Path path;
        try {
            path = Path.of(word).toAbsolutePath();
        } catch (InvalidPathException impossible) {
            throw new Refused("that is no path", "name a new file");
        }
        if (path.getParent() == null || !Files.isDirectory(path.getParent())) {
            throw new Refused(path + ": there is no folder " + path.getParent(), "make it, or name a file in another");
        }
        if (Files.exists(path)) {
            throw new Refused(path + " is there already, and is not written over", "name another file");
        }
        return path;
    }
}

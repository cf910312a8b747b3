package org.chronus.presets.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Pipes and devices in a folder of a test. Never those of the machine: a mistake of ours must not cost it one. */
public final class SpecialFiles {
    private SpecialFiles() { }

    private static int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        return process.waitFor();
    }

    /** A pipe with a name. */
    public static Path pipe(Path place) throws IOException, InterruptedException {
        assertEquals(0, run("mkfifo", place.toString()));
        return place;
    }

    /** A device that is always full; the test is left out where none may be made or used. */
    public static Path fullDevice(Path place) throws IOException, InterruptedException {
        return device(place, "7");
    }

    /** A device that takes all and keeps nothing; likewise. */
    public static Path nullDevice(Path place) throws IOException, InterruptedException {
        return device(place, "3");
    }

    private static Path device(Path place, String number) throws IOException, InterruptedException {
        assumeTrue(run("mknod", place.toString(), "c", "1", number) == 0, "only root may make a device");
        try {
            FileChannel.open(place, StandardOpenOption.WRITE).close();
        } catch (IOException forbidden) {
            assumeTrue(false, "this disk has no devices");
        }
        return place;
    }

    /** All that comes out of a pipe until its writer ends. */
    public static CompletableFuture<byte[]> read(Path pipe) {
        CompletableFuture<byte[]> all = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                all.complete(Files.readAllBytes(pipe));
            } catch (IOException wrong) {
                all.completeExceptionally(wrong);
            }
        });
        return all.orTimeout(60, TimeUnit.SECONDS);
    }
}

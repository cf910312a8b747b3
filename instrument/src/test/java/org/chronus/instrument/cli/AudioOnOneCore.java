package org.chronus.instrument.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code play} in a Java machine of its own, on a processor that was chosen; then it prints on which ones each of its threads may run. */
final class AudioOnOneCore {
    private AudioOnOneCore() { }

    /** The argument is what {@code --cores} says. */
    public static void main(String[] cores) throws Exception {
        Overheard said = Overheard.standardError();
        Thread.ofPlatform().daemon().start(() -> Main.run("play", "--no-socket", "--midi", "none", "--audio", "null", "--cores", cores[0], "Init"));
        said.await("keys    ");
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
            for (Path thread : threads) {
                print(thread);
            }
        }
        System.exit(0);
    }

    private static void print(Path thread) throws IOException {
        try {
            for (String line : Files.readAllLines(thread.resolve("status"))) {
                if (line.startsWith("Cpus_allowed_list:")) {
                    System.out.println("thread " + Files.readString(thread.resolve("comm")).strip() + ": " + line.split("\\s+")[1]);
                }
            }
        } catch (IOException ended) {
            // A thread that has ended runs nowhere.
        }
    }
}

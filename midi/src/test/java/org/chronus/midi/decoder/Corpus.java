package org.chronus.midi.decoder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The inputs that are kept for a fuzzer: the nasty ones we thought of, and those that once found a fault. */
final class Corpus {
    private Corpus() { }

    /** All of them, by the names of their files; in folders below, too, where Jazzer puts what it finds. */
    static List<byte[]> of(String fuzzer) throws IOException {
        List<byte[]> inputs = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/org/chronus/midi"))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains("/" + fuzzer + "Inputs/")).sorted().toList()) {
                inputs.add(Files.readAllBytes(file));
            }
        }
        return inputs;
    }
}

package org.chronus.instrument;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * Every factory preset sounds as it did when its fingerprint was written. Where a change is meant, {@code -Dfingerprints=write} writes them
 * again, and the review shows what has changed.
 */
class FingerprintTest {
    private static final Path FOLDER = Path.of("src/test/resources/org/chronus/instrument/fingerprints");
    private static final boolean WRITE = "write".equals(System.getProperty("fingerprints"));
    private static final String CURE = "; if that is meant, run this test with -Dfingerprints=write and look at the difference";

    private static Path file(Repertoire.Player player) {
        return FOLDER.resolve(player.name().toLowerCase(Locale.ROOT).replace(' ', '-') + ".txt");
    }

    @Test void everyPresetSoundsAsItDid() throws IOException {
        List<Repertoire.Player> all = Repertoire.all();
        if (WRITE) {
            Files.createDirectories(FOLDER);
            for (Path old : kept()) {
                Files.delete(old);
            }
            for (Repertoire.Player player : all) {
                Files.writeString(file(player), Fingerprint.of(player.audition()).text());
            }
        }
        assertEquals(all.stream().map(FingerprintTest::file).collect(Collectors.toCollection(TreeSet::new)), kept(),
                "a fingerprint for each preset" + CURE);
        assertAll(all.stream().map(player -> () -> {
            List<String> differences = Fingerprint.of(player.audition()).differencesFrom(Fingerprint.read(Files.readAllLines(file(player))));
            assertEquals(List.of(), differences, () -> player.name() + " has changed" + CURE);
        }));
    }

    private static Set<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test void aLevelAFilterAndATuningThatMoveAreSeen() throws IOException {
        Repertoire.Player player = Repertoire.all().getFirst();
        Fingerprint now = Fingerprint.of(player.audition());
        assertEquals(List.of(), Fingerprint.read(now.text().lines().toList()).differencesFrom(now), "what is written is what is read");
        Fingerprint louder = new Fingerprint(now.loudness() + 0.5, now.cents(), now.width(), now.rows());
        assertEquals(1, louder.differencesFrom(now).size());
        Fingerprint sharper = new Fingerprint(now.loudness(), now.cents() + 3, now.width(), now.rows());
        assertEquals(1, sharper.differencesFrom(now).size());
        List<String> darker = now.rows().stream().map(row -> row.substring(0, 10) + ".".repeat(16)).toList();
        assertTrue(new Fingerprint(now.loudness(), now.cents(), now.width(), darker).differencesFrom(now).size() > 10, "a filter that closes");
    }
}

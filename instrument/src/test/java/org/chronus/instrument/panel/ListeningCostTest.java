package org.chronus.instrument.panel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What two pages that listen cost: the threads of the panel, and not those of the client beside them. */
@Tag("timing")
class ListeningCostTest {
    /** The one that looks, those that carry virtual threads, and those of the JDK's server. */
    private static final Pattern OURS = Pattern.compile("listen|ForkJoinPool.*|HTTP-Dispatcher|server-timer.*");
    private static final long WARM_MILLIS = 20_000, MILLIS = 20_000;
    private static final int MOST_PERCENT = 3;

    @TempDir
    private Path folder;

    /** Processor time of our threads so far, in nanoseconds. */
    private static long used() throws IOException {
        long sum = 0;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
            for (Path thread : threads) {
                if (OURS.matcher(Files.readString(thread.resolve("comm")).strip()).matches()) {
                    sum += Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ")[0]);
                }
            }
        } catch (NoSuchFileException ended) {
            throw new AssertionError("a thread has ended meanwhile", ended);
        }
        return sum;
    }

    @Test void twoPagesTakeLittleOfAProcessor() throws Exception {
        try (PanelRig panel = new PanelRig(folder, Optional.empty(), false)) {
            panel.ask("{\"do\":\"note\",\"key\":57,\"velocity\":100}");
            for (int i = 0; i < 2; i++) {
                InputStream views = panel.client.send(panel.request("/api/listen").build(), HttpResponse.BodyHandlers.ofInputStream()).body();
                Thread.ofPlatform().name("reader").daemon().start(() -> drain(views));
            }
            Thread.sleep(WARM_MILLIS);
            long before = used(), begin = System.nanoTime();
            Thread.sleep(MILLIS);
            double percent = 100.0 * (used() - before) / (System.nanoTime() - begin);
            System.out.printf(Locale.ROOT, "listen: two pages take %.2f %% of a processor%n", percent);
            assertTrue(percent < MOST_PERCENT, percent + " %");
        }
    }

    private static void drain(InputStream views) {
        try (views) {
            views.transferTo(OutputStream.nullOutputStream());
        } catch (IOException ended) {
            return;
        }
    }
}

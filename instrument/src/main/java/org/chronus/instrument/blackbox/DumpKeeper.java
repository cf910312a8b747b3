package org.chronus.instrument.blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.chronus.instrument.assembly.Instrument;
import org.chronus.instrument.assembly.InstrumentEvent;
import org.chronus.presets.files.UserFolder;

/**
 * Writes a dump by itself when a patch has failed, and before the process ends because of a module that never returns. The newest few are
 * kept. Any thread but the audio thread; files are written on a thread of their own.
 */
public final class DumpKeeper implements Consumer<InstrumentEvent> {
    static final int KEPT = 8;
    private static final String BEGINNING = "blackbox-", ENDING = ".jsonl";
    private static final long PAUSE_NANOS = 10_000_000_000L, PATIENCE_MILLIS = 3_000, LONGEST_BLOCK_MILLIS = 1_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT);

    private final Instrument instrument;
    private final Path folder;
    private final Consumer<String> say;
    private long latest;
    private boolean any;

    /** @param say hears, in a line, where a dump is */
    public DumpKeeper(Instrument instrument, Path folder, Consumer<String> say) {
        this.instrument = instrument;
        this.folder = folder;
        this.say = say;
    }

    /** Where they are by the environment: a service's {@code $STATE_DIRECTORY}, or {@code chronus} in {@code $XDG_STATE_HOME}. */
    public static Path folder(Map<String, String> environment) {
        String service = environment.getOrDefault("STATE_DIRECTORY", "").split(":", 2)[0];
        return service.startsWith("/") ? Path.of(service)
                : UserFolder.of(environment, "XDG_STATE_HOME", Path.of(".local", "state")).resolve("chronus");
    }

    /** One that fails again and again is written down once in ten seconds. */
    @Override public synchronized void accept(InstrumentEvent event) {
        if (event instanceof InstrumentEvent.FailedOver && (!any || System.nanoTime() - latest > PAUSE_NANOS)) {
            any = true;
            latest = System.nanoTime();
            begin("failover", "another patch took over", this::awaitTheBlock);
        }
    }

    /** The audio thread is lost: what led to it is kept, if that takes no more than a few seconds. */
    public void keepBeforeTheEnd() {
        try {
            begin("stuck", "a module does not return", () -> { }).join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Thread begin(String word, String cause, Runnable before) {
        return Thread.ofPlatform().name("dump").daemon().start(() -> {
            before.run();
            keep(word, cause);
        });
    }

    /** The block in which a patch failed goes on while that is told: it belongs to what is kept, if it comes to an end within a second. */
    private void awaitTheBlock() {
        long position = instrument.engine().position();
        for (int i = 0; i < LONGEST_BLOCK_MILLIS && instrument.engine().position() == position; i++) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private void keep(String word, String cause) {
        Path path = folder.resolve(BEGINNING + TIME.format(LocalDateTime.now()) + "-" + word + ENDING);
        try {
            DumpFile.write(instrument, cause, path);
            say.accept("dump    " + cause + ": what led to it is in " + path);
            removeOldest();
        } catch (IOException | RuntimeException wrong) {
            say.accept("dump    none: " + wrong.getMessage());
        }
    }

    private void removeOldest() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> dumps = files.filter(file -> isDump(file.getFileName().toString())).sorted().toList();
            for (Path old : dumps.subList(0, Math.max(0, dumps.size() - KEPT))) {
                Files.deleteIfExists(old);
            }
        }
    }

    private static boolean isDump(String name) {
        return name.startsWith(BEGINNING) && name.endsWith(ENDING);
    }
}

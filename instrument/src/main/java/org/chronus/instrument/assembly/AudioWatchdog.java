package org.chronus.instrument.assembly;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

import org.chronus.instrument.audio.AudioBackend;
import org.chronus.instrument.engine.Engine;

/**
 * Watches the audio thread from outside, on a thread of its own: a call into a patch that never returns cannot be helped from within, and
 * somebody must say what the audio thread may not say itself.
 */
final class AudioWatchdog implements AutoCloseable {
    private static final long LOOK_MILLIS = 100;
    /** Looks in a row, rather than time, because a machine that slept has missed none. */
    private static final int PATIENCE = 12;
    private static final int MOST_SAID = 16;

    private final Engine engine;
    private final AudioBackend audio;
    private final Consumer<InstrumentEvent> events;
    private final Runnable stuck;
    private final Thread thread;
    private final Set<String> said = new HashSet<>();
    private volatile boolean closed;
    private long faults;
    private long late;
    private int failovers;

    /**
     * @param events gets late periods, patches that failed, and errors of the engine, on the watchdog's thread
     * @param stuck  is called, once, when the audio thread has been in the same call for 1.2 seconds
     */
    AudioWatchdog(Engine engine, AudioBackend audio, Consumer<InstrumentEvent> events, Runnable stuck) {
        this.engine = engine;
        this.audio = audio;
        this.events = events;
        this.stuck = stuck;
        thread = Thread.ofPlatform().name("watchdog").daemon().unstarted(this::run);
    }

    /** Begins to look. */
    void start() {
        thread.start();
    }

    private void run() {
        long calls = -1;
        int same = 0;
        while (!closed && same < PATIENCE) {
            same = engine.callWatch().isInside() && engine.callWatch().calls() == calls ? same + 1 : 0;
            calls = engine.callWatch().calls();
            look();
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
        if (!closed) {
            stuck.run();
        }
    }

    private void look() {
        if (audio.late() != late) {
            late = audio.late();
            events.accept(new InstrumentEvent.LatePeriods(late));
        }
        if (engine.stats().failovers() != failovers) {
            failovers = engine.stats().failovers();
            events.accept(new InstrumentEvent.FailedOver(failovers));
        }
        if (engine.faults().count() != faults) {
            faults = engine.faults().count();
            String line = "audio: " + engine.faults().latest() + ": this is a mistake of ours; what caused it is passed over";
            if (said.size() < MOST_SAID && said.add(line)) {
                events.accept(new InstrumentEvent.Warning(line));
            }
        }
    }

    /** Looks no more. */
    @Override public void close() {
        closed = true;
        thread.interrupt();
    }
}

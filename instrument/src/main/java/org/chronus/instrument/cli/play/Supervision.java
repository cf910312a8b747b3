package org.chronus.instrument.cli.play;

import org.chronus.foreign.ServiceNotifier;

/**
 * What {@code play} tells the service manager: that it plays and what, and, as often as the manager wants to hear it, that the audio thread
 * goes on. If that stands still, the manager hears nothing, and starts another. Any thread but the audio thread.
 */
final class Supervision {
    /** How often it is said within the manager's patience. */
    private static final int TIMES = 4;

    private final ServiceNotifier manager;
    private long calls = -1;
    private long said = System.nanoTime();

    Supervision(ServiceNotifier manager) {
        this.manager = manager;
    }

    /** It sounds, and listens. */
    void ready() {
        manager.ready();
    }

    /** Another preset is there. */
    void plays(String preset) {
        manager.status("plays " + preset);
    }

    /** [the thread that waits for the end] Looks whether the audio thread has gone on, by the number of its calls. */
    void look(long callsNow) {
        long now = System.nanoTime();
        if (callsNow != calls && manager.patience().isPresent() && now - said >= manager.patience().get().toNanos() / TIMES) {
            manager.alive();
            said = now;
        }
        calls = callsNow;
    }

    /** It is about to end. */
    void stopping() {
        manager.stopping();
    }
}

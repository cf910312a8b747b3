package org.chronus.instrument.cli.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chronus.foreign.MemoryLock;
import org.chronus.foreign.Scheduling;

/** What the system does not grant, so that the audio thread may have to wait. Stateless; any thread but the audio thread. */
final class RealTime {
    private static final long PATIENCE_MILLIS = 1_000, LOOK_MILLIS = 10;

    private RealTime() { }

    /** What was not granted, and where to grant it, in one line; once the audio thread has begun. Nothing if all was. */
    static Optional<String> shortfall() throws InterruptedException {
        for (long waited = 0; !Scheduling.isReal() && waited < PATIENCE_MILLIS; waited += LOOK_MILLIS) {
            Thread.sleep(LOOK_MILLIS);
        }
        List<String> missing = new ArrayList<>();
        if (!Scheduling.isReal()) {
            missing.add("the audio thread has to wait like any other: \"@audio - rtprio 95\"");
        }
        if (!MemoryLock.isUnlimited()) {
            missing.add("memory may be paged out: \"@audio - memlock unlimited\"");
        }
        return missing.isEmpty() ? Optional.empty() : Optional.of("not in real time: " + String.join("; ", missing)
                + " in /etc/security/limits.d/audio.conf, yourself in the group audio, and a new login allow it");
    }
}

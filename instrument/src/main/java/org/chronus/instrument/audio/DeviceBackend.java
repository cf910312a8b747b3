package org.chronus.instrument.audio;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Plays on a device that may come and go. While it is not there, is taken by another program, or hangs, the clock goes on calling, so that
 * keys and state are kept; when it is there again the sound fades in. Housekeeping has a thread of its own, which opens, closes and watches;
 * what can hang it leaves to {@link Attempts}. Any thread but the audio thread.
 */
public final class DeviceBackend implements AudioBackend {
    private static final int LOOK_MILLIS = 50, OPEN_EVERY = 6;
    /** A write that has not returned for so many looks hangs. Looks, rather than time, because a machine that slept has missed none. */
    private static final int STUCK_LOOKS = 10;
    private static final String WAITS = "waits: ";

    private final OutputDevice device;
    private final int sampleRate;
    private final int period;
    private final Attempts attempts = new Attempts();
    private final AtomicLong late = new AtomicLong();
    private volatile Consumer<String> say = _ -> { };
    private volatile boolean closed;
    /** What plays; null while the clock does. */
    private volatile OutputDevice.Line line;
    /** Why it does not play, as it was last said. */
    private volatile String waits = "";
    private AudioCallback callback;
    private AudioThread audio;
    private Thread housekeeping;
    private int looks;
    private int same;
    private long periods;

    private DeviceBackend(OutputDevice device, int sampleRate, int period) {
        this.device = device;
        this.sampleRate = sampleRate;
        this.period = period;
    }

    /**
     * Opens a device, or gets ready to wait for it: see {@link #waits}. This takes no longer than three seconds.
     *
     * @throws IOException if the device will never do what is asked of it: one line
     */
    public static DeviceBackend open(OutputDevice device, int sampleRate, int period) throws IOException {
        DeviceBackend backend = new DeviceBackend(device, sampleRate, period);
        try {
            backend.line = backend.attempts.open(device, sampleRate, period);
        } catch (OutputDevice.Refused refused) {
            if (refused.reason() == OutputDevice.Reason.UNFIT) {
                throw refused;
            }
            backend.waits = refused.getMessage();
        }
        return backend;
    }

    @Override public String description() {
        OutputDevice.Line now = line;
        return (now == null ? "nothing yet" : now.description()) + " (" + device.system() + ")";
    }

    @Override public int sampleRate() {
        return sampleRate;
    }

    @Override public int period() {
        return period;
    }

    @Override public double latencyMillis() {
        OutputDevice.Line now = line;
        return now == null ? 0 : 1e3 * now.bufferFrames() / sampleRate;
    }

    @Override public long late() {
        return late.get();
    }

    @Override public Optional<String> waits() {
        return line == null ? Optional.of(waits) : Optional.empty();
    }

    @Override public void report(Consumer<String> lines) {
        say = lines;
    }

    @Override public synchronized void start(AudioCallback instrument) {
        callback = instrument;
        begin();
        if (line == null) {
            say.accept(WAITS + waits);
        } else {
            audio.use(line);
        }
        audio.start();
        housekeeping = Thread.ofPlatform().name("output").daemon().start(this::run);
    }

    /** An audio thread that nobody has been before. */
    private void begin() {
        audio = new AudioThread(callback, sampleRate, period, late);
        periods = 0;
        same = 0;
    }

    private void run() {
        while (!closed) {
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
            look();
        }
    }

    private void look() {
        OutputDevice.Line playing = line;
        if (playing == null) {
            if (++looks % OPEN_EVERY == 0) {
                tryToOpen();
            }
        } else if (audio.lost() == playing) {
            lose(playing, " has gone: connect it again");
        } else if (isStuck(playing) && giveUp()) {
            lose(playing, " takes nothing any more: pull it out, and connect it again");
        }
    }

    /** Twice what the buffer holds is no reason to worry. */
    private boolean isStuck(OutputDevice.Line playing) {
        long now = audio.periods();
        same = audio.isWriting() && now == periods ? same + 1 : 0;
        periods = now;
        return same >= Math.max(STUCK_LOOKS, 2_000L * playing.bufferFrames() / sampleRate / LOOK_MILLIS);
    }

    /** The thread that hangs is left to itself, and another calls from now on. */
    private synchronized boolean giveUp() {
        if (closed || !audio.giveUp()) {
            return false;
        }
        late.incrementAndGet();
        begin();
        audio.start();
        return true;
    }

    private void lose(OutputDevice.Line playing, String how) {
        waits = playing.description() + how + "; the instrument goes on, and is heard again when it is back";
        line = null;
        say.accept(waits);
        attempts.close(playing);
    }

    private void tryToOpen() {
        try {
            OutputDevice.Line opened = attempts.open(device, sampleRate, period);
            if (use(opened)) {
                say.accept("plays on " + description());
            } else {
                attempts.close(opened);
            }
        } catch (OutputDevice.Refused refused) {
            // A driver that hangs has been spoken of, and may keep its device busy.
            boolean isNew = refused.reason() != OutputDevice.Reason.NOT_THERE && !refused.getMessage().equals(waits) && !attempts.areHanging();
            if (isNew && !closed) {
                waits = refused.getMessage();
                say.accept(WAITS + waits);
            }
        }
    }

    private synchronized boolean use(OutputDevice.Line opened) {
        if (!closed) {
            same = 0;
            line = opened;
            audio.use(opened);
        }
        return !closed;
    }

    /** Returns soon, whatever hangs. */
    @Override public void close() {
        OutputDevice.Line last;
        synchronized (this) {
            closed = true;
            last = line;
            line = null;
            if (audio != null) {
                audio.close();
            }
        }
        if (housekeeping != null) {
            housekeeping.interrupt();
        }
        if (last != null) {
            attempts.close(last);
        }
    }
}

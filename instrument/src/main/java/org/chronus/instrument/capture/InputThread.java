package org.chronus.instrument.capture;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.chronus.foreign.Scheduling;
import org.chronus.instrument.audio.OutputDevice;

/**
 * The thread that reads an input into the ring, right after the audio thread in real time. The device is open only while somebody listens. One
 * that goes is silent, and opened again when it is back. A driver that hangs holds up this thread and no other. Any thread, but for what says
 * otherwise.
 */
final class InputThread {
    private static final long LOOK_MILLIS = 50, OPEN_EVERY_MILLIS = 300, LOST_MILLIS = 500, LINGER_MILLIS = 2_000, PATIENCE_MILLIS = 300;
    private static final int MOST = 1_024;

    private final InputDevice device;
    private final int sampleRate;
    private final InputRing ring;
    private final BooleanSupplier wanted;
    private final Consumer<String> say;
    private final Thread thread = Thread.ofPlatform().name("input").daemon().unstarted(this::run);
    private final float[] left = new float[MOST];
    private final float[] right = new float[MOST];
    private volatile boolean closed;
    private volatile String description = "";
    private InputDevice.Line line;
    private String waits = "";
    private int priority;
    private long silent;
    private long unwanted;

    /**
     * @param wanted whether somebody listens
     * @param say    hears, in a line each, when the device comes and goes
     */
    InputThread(InputDevice device, int sampleRate, InputRing ring, BooleanSupplier wanted, Consumer<String> say) {
        this.device = device;
        this.sampleRate = sampleRate;
        this.ring = ring;
        this.wanted = wanted;
        this.say = say;
    }

    void start() {
        thread.start();
    }

    /** The device that is open; empty if none is. */
    String description() {
        return description;
    }

    private void run() {
        try {
            while (!closed) {
                follow();
                if (line != null) {
                    listen();
                } else if (wanted.getAsBoolean()) {
                    tryToOpen();
                } else {
                    Thread.sleep(LOOK_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            // It is closed.
        } finally {
            letGo();
        }
    }

    private void follow() {
        int now = Scheduling.belowAudio();
        if (now != priority) {
            priority = now;
            Scheduling.realTime(now);
        }
    }

    private void tryToOpen() throws InterruptedException {
        try {
            line = device.open(sampleRate, MOST);
            description = line.description() + " (" + device.system() + ")";
            waits = "";
            silent = 0;
            unwanted = 0;
            say.accept("hears " + description);
        } catch (OutputDevice.Refused refused) {
            if (!refused.getMessage().equals(waits)) {
                waits = refused.getMessage();
                say.accept("hears nothing: " + waits);
            }
            Thread.sleep(OPEN_EVERY_MILLIS);
        }
    }

    /** What has come, or a millisecond: looks rather than time are counted, because a machine that slept has missed none. */
    private void listen() throws InterruptedException {
        int frames = read();
        if (frames > 0) {
            ring.write(left, right, frames);
        }
        silent = frames > 0 ? 0 : silent + 1;
        unwanted = wanted.getAsBoolean() ? 0 : unwanted + 1;
        if (frames == InputDevice.Line.LOST || silent >= LOST_MILLIS) {
            waits = description + " has gone: connect it again; until then the input is silent";
            letGo();
            say.accept(waits);
            Thread.sleep(OPEN_EVERY_MILLIS);
        } else if (unwanted >= LINGER_MILLIS) {
            letGo();
        } else {
            Thread.sleep(1);
        }
    }

    /** A driver that throws is lost. */
    private int read() {
        try {
            return line.read(left, right);
        } catch (RuntimeException dead) {
            return InputDevice.Line.LOST;
        }
    }

    private void letGo() {
        if (line != null) {
            description = "";
            InputDevice.Line last = line;
            line = null;
            try {
                last.close();
            } catch (RuntimeException dead) {
                // Nothing is left of it to close.
            }
        }
    }

    /** Ends it; returns soon, whatever hangs. */
    void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

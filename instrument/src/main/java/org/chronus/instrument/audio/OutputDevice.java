package org.chronus.instrument.audio;

import java.io.IOException;

/**
 * A sound device that may come and go: this file is all that one has to implement, and {@link DeviceBackend} does the rest. It asks again and
 * again, on a thread of its own [housekeeping], whether the device can be opened; what is open is played by the audio thread.
 */
public interface OutputDevice {
    /** The audio system that it belongs to, for a person. */
    String system();

    /**
     * [housekeeping] Looks for it and opens it, so that it takes sound from now on. It may take its time, or never return.
     *
     * @throws Refused if it is not there, or does not want to
     */
    Line open(int sampleRate, int period) throws Refused;

    /** A device that is open. */
    interface Line {
        /** Its name, and how it plays, for a person. */
        String description();

        /** Frames, about, between {@link #write} and the ear. */
        int bufferFrames();

        /**
         * [audio] Takes the first {@code frames} samples, -1 to 1, of both channels, and returns as soon as there is room for as many again:
         * so the device sets the pace. It allocates nothing. If it does not return for a while, its thread is given up, and the device with it.
         */
        Taken write(float[] left, float[] right, int frames);

        /** [housekeeping] Lets the device go; also while a write has not returned, which it then does if it can. Once more does nothing. */
        void close();
    }

    /** What became of a period. */
    enum Taken {
        /** It follows the one before. */
        IN_TIME,
        /** The device had run dry before it came. */
        LATE,
        /** The device is lost, and takes nothing any more. */
        NOT
    }

    /** Why a device was not opened. */
    enum Reason {
        /** It is not connected: it will be opened when it is. */
        NOT_THERE,
        /** Another program has it, or it does not answer: it will be opened when that has changed. */
        BUSY,
        /** It cannot do what is asked of it. */
        UNFIT
    }

    /** A device was not opened: one line, with the cure. */
    final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        private final Reason reason;

        public Refused(Reason reason, String line) {
            super(line);
            this.reason = reason;
        }

        public Reason reason() {
            return reason;
        }
    }
}

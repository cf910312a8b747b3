package org.chronus.instrument.capture;

import org.chronus.instrument.audio.OutputDevice;

/** A device that sound comes from, which may come and go. [input] asks whether it can be opened, and reads what is open. */
public interface InputDevice {
    /** The audio system that it belongs to, for a person. */
    String system();

    /**
     * [input] Looks for it and opens it, so that sound comes in from now on.
     *
     * @param most frames that are read at a time, at most
     * @throws OutputDevice.Refused if it is not there, or does not want to
     */
    Line open(int sampleRate, int most) throws OutputDevice.Refused;

    /** A device that is open. */
    interface Line {
        /** What {@link #read} returns once nothing will come any more. */
        int LOST = -1;

        /** Its name, and how it hears, for a person. */
        String description();

        /**
         * [input] Fills the beginning of both channels, -1 to 1, with what has come since the last call, and returns soon. A device that has
         * one channel has it on both sides.
         *
         * @return frames, 0 if there are none yet, or {@link #LOST}
         */
        int read(float[] left, float[] right);

        /** [input] Lets the device go. */
        void close();
    }
}

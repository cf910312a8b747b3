package org.chronus.midi.device;

import javax.sound.midi.MidiDevice;
import javax.sound.midi.Receiver;

/**
 * A MIDI device that comes with the audio: what it hands to a {@link Receiver} in place of microseconds is the frame of the engine at which
 * the message is to be played, so that it is played at the same distance from its arrival always. Any thread but the audio thread.
 */
public interface FrameStamped extends MidiDevice {
    /** A receiver that is also told what it has missed. */
    interface Listener extends Receiver {
        /** [device] Messages after those that have come were lost, among them maybe note-offs. */
        void missed();
    }
}

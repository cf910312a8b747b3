package org.chronus.midi.device;

import javax.sound.midi.MidiDevice;
import javax.sound.midi.Receiver;

/**
 * A MIDI device that comes with the audio: what it hands to a {@link Receiver} in place of microseconds is the frame of the engine at which
 * the message is to be played, so that it is played at the same distance from its arrival always. Any thread but the audio thread.
 */
public interface FrameStamped extends MidiDevice { }

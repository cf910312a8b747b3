/**
 * Control in: the bytes of MIDI devices and the songs of Standard MIDI Files, turned into {@link org.chronus.midi.Command}s.
 *
 * <p>Devices and files share one {@link org.chronus.midi.MidiDecoder}, so that a message means the same wherever it comes from.
 * {@link org.chronus.midi.MidiDevices} follows the devices as they come and go, each heard by its {@link org.chronus.midi.DeviceSettings}.
 * Open Sound Control is in {@code org.chronus.midi.osc}. What leaves this package is immutable and may cross threads freely. Everything
 * here allocates; nothing here belongs on the audio thread, except reading a command that was made elsewhere.
 */
package org.chronus.midi;

/** Songs: Standard MIDI Files read into timed commands. Any thread but the audio thread. */
package org.chronus.midi.song;

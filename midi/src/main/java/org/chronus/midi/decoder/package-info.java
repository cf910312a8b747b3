/**
 * Decoding: the bytes of one MIDI source turned into commands. A decoder belongs to one thread at a time and allocates; never the audio
 * thread.
 */
package org.chronus.midi.decoder;

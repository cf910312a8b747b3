/**
 * Decoding of the MIDI bytes of one source into commands. A decoder is for one thread at a time; it allocates, so never the audio thread.
 */
package org.chronus.midi.decoder;

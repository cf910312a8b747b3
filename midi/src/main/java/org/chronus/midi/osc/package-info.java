/**
 * Open Sound Control over UDP: packets decoded into messages and encoded from them, and the socket. The listener decides what the messages
 * mean.
 *
 * <p>Nothing here belongs on the audio thread.
 */
package org.chronus.midi.osc;

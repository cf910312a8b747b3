/**
 * Open Sound Control over UDP: packets turned into messages and back, and the socket that they come and go by. What the messages mean is
 * for whoever listens.
 *
 * <p>Nothing here belongs on the audio thread.
 */
package org.chronus.midi.osc;

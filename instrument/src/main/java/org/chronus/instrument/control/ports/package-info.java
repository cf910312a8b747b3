/**
 * What can be set in the patch that plays: its modules with their inputs, the values that these have now, and the controllers that are bound to
 * them. {@code PlayingPorts} is where to begin. Any thread but the audio thread.
 */
package org.chronus.instrument.control.ports;

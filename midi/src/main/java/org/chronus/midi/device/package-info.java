/**
 * Devices: MIDI keyboards as they come and go, each heard by its settings. The threads of the devices and one that looks after them.
 */
package org.chronus.midi.device;

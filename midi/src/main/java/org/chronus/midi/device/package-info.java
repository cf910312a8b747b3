/**
 * MIDI input devices: connected and disconnected at any time, each with its settings. The threads of the devices, and the thread "devices".
 */
package org.chronus.midi.device;

/** A MIDI keyboard without hardware, for tests of this and other modules. */
package org.chronus.midi.testing;

/** Dumps of the black box of an engine: made, written, read, kept, and played again. Any thread but the audio thread. */
package org.chronus.instrument.blackbox;

/** What can be asked of an instrument, without a protocol. Any thread but the audio thread. */
package org.chronus.instrument.control;

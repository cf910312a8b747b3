/**
 * The control room: what can be asked of an instrument, as requests, answers and events that know no protocol. OSC, the keys of the command
 * line, and whatever else speaks to an instrument, are adapters on it. Any thread but the audio thread; one request at a time.
 */
package org.chronus.instrument.control;

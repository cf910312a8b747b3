/**
 * The present state of keys, pedals, wheels and zones, for patches and notes that come later. Audio thread, but for the names of
 * parameters.
 */
package org.chronus.instrument.engine.state;

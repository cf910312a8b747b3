/** The player's files beside the presets: what devices are, which controllers were learned, and what played last. Any thread but the audio thread. */
package org.chronus.instrument.settings;

/** The player's files beside the presets: what devices are, and which controllers were learned. Any thread but the audio thread. */
package org.chronus.instrument.settings;

/** Tuning: Scala scales and keyboard maps. Any thread but the audio thread. */
package org.chronus.presets.tuning;

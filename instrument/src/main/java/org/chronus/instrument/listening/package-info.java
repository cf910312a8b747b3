/**
 * What a listener is shown of a sound that goes on: its wave, spectrum, pitch and loudness. {@code SoundAnalysis} is where to begin. The audio
 * thread fills {@code SoundRing}; one other thread does the rest.
 */
package org.chronus.instrument.listening;

/**
 * SoundFonts (SF2 and SF3), played by the FluidSynth library within our own blocks: read by any thread but audio, opened, reset and closed on
 * the plugins' main thread, played on the audio thread.
 */
package org.chronus.hosting.soundfont;

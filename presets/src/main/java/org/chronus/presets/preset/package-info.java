/** Presets: the reader that turns a file into a plan, or into all that is wrong with it. Any thread but the audio thread. */
package org.chronus.presets.preset;

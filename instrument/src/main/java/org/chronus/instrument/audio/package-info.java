/** Audio backends, the contract of an output device, and WAV files. A backend calls an AudioCallback on an audio thread of its own. */
package org.chronus.instrument.audio;

/** Java Sound, which on Linux is ALSA, as an output device. */
package org.chronus.instrument.javasound;

/** Pictures of sound: waves and spectrograms as PNG files. One thread. */
package org.chronus.instrument.picture;

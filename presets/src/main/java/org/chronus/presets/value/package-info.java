/** Values in presets: numbers with units, keys, the head of every file. Any thread but the audio thread. */
package org.chronus.presets.value;

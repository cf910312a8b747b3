/** Arithmetic on signals: amplifier, mixer, crossfade, multiplier, pan, feedback. */
package org.chronus.modules.mixing;

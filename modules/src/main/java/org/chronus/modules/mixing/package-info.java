/** Arithmetic on signals: amplifier, mixer, multiplier, pan, feedback. */
package org.chronus.modules.mixing;

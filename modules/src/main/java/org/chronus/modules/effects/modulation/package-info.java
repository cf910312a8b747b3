/** Effects that a low-frequency oscillator moves: chorus, ensemble, phaser, flanger, tremolo, rotary speaker, scanner. */
package org.chronus.modules.effects.modulation;

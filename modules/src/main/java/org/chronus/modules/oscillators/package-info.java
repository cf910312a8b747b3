/** Oscillators and noise. */
package org.chronus.modules.oscillators;

/** Oscillators: what has a pitch. */
package org.chronus.modules.oscillators;

/**
 * Unit generators of JSyn as modules, from the jar that the user brings: nothing of JSyn is known when this is compiled. The loader reads
 * the jar and makes units; the audio thread runs them.
 */
package org.chronus.hosting.jsyn;

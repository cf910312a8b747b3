/** Slow signals: LFO, sample and hold, slew. */
package org.chronus.modules.modulators;

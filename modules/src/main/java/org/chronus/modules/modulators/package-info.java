/** Slow signals: LFO, envelope follower, sample and hold, slew. */
package org.chronus.modules.modulators;

/**
 * The audio callback: commands get their frames, patches swap at grid lines, the slots play, the master finishes their sum. Audio
 * thread.
 */
package org.chronus.instrument.engine;

/** Effects that follow the level: compressor, limiter, gate. */
package org.chronus.modules.effects.dynamics;

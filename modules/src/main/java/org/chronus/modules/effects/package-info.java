/** Effects for the mix: delays, comb, saturation, folding, vocoder; further kinds in rooms of their own. */
package org.chronus.modules.effects;

/** Effects for the mix: delays, saturation, vocoder; further kinds in rooms of their own. */
package org.chronus.modules.effects;

/** Noise, steady and in bursts. */
package org.chronus.modules.noise;

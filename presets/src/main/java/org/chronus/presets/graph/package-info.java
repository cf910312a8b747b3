/** Modules and cables of a preset, read and checked. Any thread but the audio thread. */
package org.chronus.presets.graph;

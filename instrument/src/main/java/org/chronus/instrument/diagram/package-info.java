/**
 * The wiring of a patch as a picture (SVG): parts and mix with their modules, ports and cables. {@code PatchDiagram} is where to begin. What it
 * needs is loaded at its first use; any thread but the audio thread.
 */
package org.chronus.instrument.diagram;

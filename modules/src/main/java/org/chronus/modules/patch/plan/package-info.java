/**
 * The plan of a patch: the graph that a preset describes, with typed nodes, sources and targets, from which the loader builds a patch.
 * Immutable; any thread but the audio thread.
 */
package org.chronus.modules.patch.plan;

/**
 * A patch on paper: what a preset says, checked and ordered, from which the loader builds a patch. Immutable; any thread but the audio
 * thread.
 */
package org.chronus.modules.patch.plan;

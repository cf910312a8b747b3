/** Presets that are edited step by step. Any thread but the audio thread. */
package org.chronus.presets.draft;

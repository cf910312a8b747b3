/** Presets that are edited word by word. Any thread but the audio thread. */
package org.chronus.presets.draft;

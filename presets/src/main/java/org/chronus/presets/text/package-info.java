/** Text files: YAML with the place of every word, problems with their cures. Any thread but the audio thread. */
package org.chronus.presets.text;

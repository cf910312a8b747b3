/**
 * Text files: YAML with the place of every word, problems with their cures, files written whole or not at all. Any thread but the audio
 * thread.
 */
package org.chronus.presets.text;

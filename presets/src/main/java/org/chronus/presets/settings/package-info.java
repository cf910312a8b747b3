/** The player's own files: devices and learned controllers. Any thread but the audio thread. */
package org.chronus.presets.settings;

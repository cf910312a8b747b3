/** Where presets and banks are: the user's folder and the factory's. Any thread but the audio thread. */
package org.chronus.presets.library;

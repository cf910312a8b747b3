/** Where outputs go, and how they are opened, written and completed. Any thread but the audio thread. */
package org.chronus.presets.files;

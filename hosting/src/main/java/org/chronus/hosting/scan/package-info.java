/** Finds out what plugins are installed, in processes of their own, and remembers it. Any thread but the audio thread. */
package org.chronus.hosting.scan;

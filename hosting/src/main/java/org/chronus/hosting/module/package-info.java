/** Plugins as modules and instruments of patches: built by the loader, run on the audio thread. */
package org.chronus.hosting.module;

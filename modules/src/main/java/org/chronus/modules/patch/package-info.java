/** A running patch: parts with their voice groups, and the mix. Built by the loader, run on the audio thread. */
package org.chronus.modules.patch;

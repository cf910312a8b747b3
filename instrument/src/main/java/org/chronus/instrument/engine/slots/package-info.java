/** Slots: the fixed places of patches, and how patches come, ring out, fail and go. Audio thread, but for the handover. */
package org.chronus.instrument.engine.slots;

/** What the audio thread writes down while it plays, in rings of fixed size, so that it can be read afterwards. Audio thread, and whoever reads. */
package org.chronus.instrument.engine.blackbox;

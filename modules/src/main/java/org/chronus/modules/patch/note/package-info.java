/** The signals of a voice's note: gate, pitch, pressure, timbre, gain. Audio thread only, after construction. */
package org.chronus.modules.patch.note;

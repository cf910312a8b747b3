/** What a voice knows of its note: gate, pitch, pressure, timbre, loudness. Audio thread only, after construction. */
package org.chronus.modules.patch.note;

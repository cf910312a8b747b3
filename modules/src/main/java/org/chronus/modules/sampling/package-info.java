/** What plays recordings: WAV and FLAC files, and maps of them in the SFZ format. */
package org.chronus.modules.sampling;

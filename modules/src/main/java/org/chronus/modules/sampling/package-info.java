/** What plays recordings: WAV files, and maps of them in the SFZ format. */
package org.chronus.modules.sampling;

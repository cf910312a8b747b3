/** Voices: keys turned into gates on the lanes of a part. Audio thread. */
package org.chronus.instrument.engine.voices;

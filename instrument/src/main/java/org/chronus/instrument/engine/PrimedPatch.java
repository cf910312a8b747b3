package org.chronus.instrument.engine;

import org.chronus.modules.patch.Part;
import org.chronus.modules.patch.Patch;
import org.chronus.presets.Preset;

/**
 * A patch that is ready to sound: built, run warm, found good, and back in its first state. It belongs to no slot; the audio thread
 * gives it one when it accepts it.
 *
 * @param generation the number of the commit; a newer one replaces an older
 * @param swap       what is noted about this change
 * @param voices     one for each part
 */
record PrimedPatch(long generation, Swap swap, Preset preset, Patch patch, Voices[] voices) {
    static PrimedPatch of(long generation, Swap swap, Preset preset, Patch patch, float sampleRate,
                          Pedals pedals) {
        Voices[] voices = new Voices[patch.parts().size()];
        for (int i = 0; i < voices.length; i++) {
            Part part = patch.parts().get(i);
            voices[i] = Voices.of(part, sampleRate, pedals);
        }
        return new PrimedPatch(generation, swap, preset, patch, voices);
    }
}

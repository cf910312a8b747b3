package org.chronus.instrument.engine.slots;

/**
 * Something that a command does to a patch, see {@link Slot#call}. Without a state of its own, so that it can be a constant: the audio
 * thread makes no objects.
 */
@FunctionalInterface
public interface PatchCall {
    /**
     * [audio] Does it.
     *
     * @param which a key, channel or parameter, by its number
     * @param what  a frame of the present block, or a second number
     * @param value a velocity, a position or an amount
     */
    void on(PrimedPatch patch, int which, int what, float value);
}

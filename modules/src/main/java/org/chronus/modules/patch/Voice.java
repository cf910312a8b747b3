package org.chronus.modules.patch;

/**
 * One voice of a {@link Part}: a lane of one of its groups, for the allocator that gives it notes. Frames are counted within the present
 * block of {@code BLOCK}. Built by the loader; every method is for the thread that runs the patch.
 */
public final class Voice {
    private final VoiceGroup group;
    private final int lane;

    Voice(VoiceGroup group, int lane) {
        this.group = group;
        this.lane = lane;
    }

    /** True if it sounds, or may. */
    public boolean isPlaying() {
        return group.gains().isPlaying(lane);
    }

    /** True if it is being taken away. */
    public boolean isFading() {
        return group.gains().isFading(lane);
    }

    /** True if any voice of its group sounds: another one there costs nothing. */
    public boolean isBesideOthers() {
        return group.voices() > 0;
    }

    /** How loud it was in the last block, in no unit: for comparison with other voices of its part. */
    public float loudness() {
        return group.loudness(lane);
    }

    /** Where its pitch is at a frame, in semitones, with its own bend, the common one left aside. */
    public float pitch(int frame) {
        return group.pitch(lane, frame);
    }

    /**
     * A note begins.
     *
     * @param semitones   its MIDI note number, with fraction
     * @param from        where a glide starts
     * @param glide       how many frames it takes; 0 for none
     * @param velocity    0..1
     * @param number      counts the notes of the patch; random numbers follow from it
     * @param fromSilence true for a silent voice; false to retrigger its envelopes from where they are
     */
    public void start(int frame, float semitones, float from, int glide, float velocity, int number, boolean fromSilence) {
        group.start(lane, frame, semitones, from, glide, velocity, number, fromSilence);
    }

    /** It plays a note of this player from a frame on; without a step in what the player's controllers do if it {@code sounds}. */
    public void assign(int player, int frame, boolean sounds) {
        group.assign(lane, player, frame, sounds);
    }

    /** Its pitch changes without a new gate. */
    public void tune(int frame, float semitones, float from, int glide) {
        group.tune(lane, frame, semitones, from, glide);
    }

    /** It goes over to another pitch in a few milliseconds; a glide that is under way ends there in its own time. */
    public void retune(int frame, float semitones) {
        group.retune(lane, frame, semitones);
    }

    /** Its key is pressed harder or softer, 0..1. From the next frame on; smoothed unless {@code atOnce}. */
    public void pressure(float amount, boolean atOnce) {
        group.expression().press(lane, amount, atOnce);
    }

    /** It is bent by itself, in semitones, beside the bender. From the next frame on; smoothed unless {@code atOnce}. */
    public void bend(float semitones, boolean atOnce) {
        group.expression().bend(lane, semitones, atOnce);
    }

    /** Its timbre, -1..1, 0 at rest. From the next frame on; smoothed unless {@code atOnce}. */
    public void timbre(float amount, boolean atOnce) {
        group.expression().timbre(lane, amount, atOnce);
    }

    /** Its bend, pressure and timbre stay from a frame on, but for what moves already. */
    public void hold(int frame) {
        group.hold(lane, frame);
    }

    /** Its gate falls. Release velocity 0..1. */
    public void release(int frame, float velocity) {
        group.release(lane, frame, velocity);
    }

    /** It is taken away within 5 ms. */
    public void fade(int frame) {
        group.fade(lane, frame);
    }
}

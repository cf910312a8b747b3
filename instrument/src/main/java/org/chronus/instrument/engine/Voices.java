package org.chronus.instrument.engine;

import org.chronus.modules.patch.Part;

/**
 * Turns the keys of one part into gates on its voices. Keys are numbers of {@link Keyboard}; frames count within the present block.
 *
 * <p>Audio thread only.
 */
abstract sealed class Voices permits PolyVoices, SingleVoice {
    protected final Part part;
    private final float sampleRate;
    private final Pedals pedals;
    private int notes;

    Voices(Part part, float sampleRate, Pedals pedals) {
        this.pedals = pedals;
        this.part = part;
        this.sampleRate = sampleRate;
    }

    /** What suits the part's mode. */
    static Voices of(Part part, float sampleRate, Pedals pedals) {
        return switch (part.plan().voices().mode()) {
            case POLY -> new PolyVoices(part, sampleRate, pedals);
            case MONO, LEGATO -> new SingleVoice(part, sampleRate, pedals);
        };
    }

    /** A key goes down. {@code semitones} is its pitch, {@code velocity} 0..1. */
    abstract void press(int key, int frame, float semitones, float velocity);

    /** A key comes up; it may not be one of ours. */
    abstract void lift(int key, int frame, float velocity);

    /** A key is pressed, 0..1; it may not be one of ours. */
    abstract void pressure(int key, float amount);

    /** No key of a channel is pressed any more. */
    abstract void clearPressures(int channel);

    /** A pedal of a channel came up: what none holds any more is released. */
    abstract void letGo(int channel, int frame);

    /** The sostenuto pedal of a channel went down: it holds the notes that are down now, and no others. */
    abstract void catchHeld(int channel);

    /** Every key of a channel comes up; the pedal still holds. */
    abstract void liftAll(int channel, int frame);

    /** Silence within 5 ms, for the keys of a channel. */
    abstract void cut(int channel, int frame);

    /** True while a key is down or a pedal holds a note. */
    abstract boolean isHeld();

    /** At a grid line: fades the note that was released longest ago; false if none sounds. */
    abstract boolean takeReleased();

    /** At a grid line: so much of the polyphony may sound, 0..1; what is beyond is taken. */
    abstract void allow(float share);

    /** Notes that were taken away for others since the start. */
    abstract int stolen();

    /** True if the hold pedal is down, or the sostenuto pedal and it {@code caught} the note. */
    protected final boolean pedalHolds(int channel, boolean caught) {
        return part.plan().pedals() && (pedals.isDown(channel) || caught && pedals.isSostenutoDown(channel));
    }

    /** True if the next note-on of a key's channel has been given a key to glide from, whether or not notes glide at all. */
    protected final boolean hasOrigin(int key) {
        return pedals.origin(Keyboard.channelOf(key)) != Pedals.NO_KEY;
    }

    /** The pitch of that key, for a note of that pitch. */
    protected final float origin(int key, float semitones) {
        return semitones + pedals.origin(Keyboard.channelOf(key)) - Keyboard.midiKeyOf(key);
    }

    /** How many frames a note of a key's channel glides. {@code demanded}: it does in any case. */
    protected final int glideFrames(int key, boolean demanded) {
        Pedals.Portamento portamento = pedals.portamento(Keyboard.channelOf(key));
        boolean glides = demanded || portamento == Pedals.Portamento.ON
                || portamento == Pedals.Portamento.AS_PRESET && part.plan().voices().glide() > 0;
        return glides ? Math.round(part.glide() * sampleRate) : 0;
    }

    /** A voice has begun on a key, or gone over to it: it is pressed as that key is. */
    protected final void adoptPressure(int voice, int key, boolean anew) {
        part.pressure(voice, pedals.pressure(key), anew);
    }

    /** The number of a new note of this patch; random numbers follow from it. */
    protected final int nextNote() {
        return ++notes;
    }
}

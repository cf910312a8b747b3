package org.chronus.instrument.engine.voices;

import org.chronus.instrument.engine.state.KeyNumbers;
import org.chronus.instrument.engine.state.MpeState;
import org.chronus.instrument.engine.state.PedalState;
import org.chronus.midi.command.Setting;
import org.chronus.modules.patch.Part;
import org.chronus.modules.patch.Voice;

/**
 * Turns the keys of one part into gates on its voices. Keys are numbers of {@link KeyNumbers}; frames count within the present block.
 *
 * <p>Audio thread only.
 */
public abstract sealed class Voices permits PolyVoices, MonoVoices, MonoPolyVoices, InstrumentVoices {
    protected final Part part;
    private final float sampleRate;
    private final PedalState pedals;
    private final boolean pedalled;
    private int notes;

    Voices(Part part, float sampleRate, PedalState pedals) {
        this.pedals = pedals;
        this.part = part;
        this.sampleRate = sampleRate;
        pedalled = part.plan().pedals() && !part.plan().arpeggiates();
    }

    /** What suits the part's mode. */
    public static Voices of(Part part, float sampleRate, PedalState pedals) {
        if (part.instrument().isPresent()) {
            return new InstrumentVoices(part, part.instrument().get(), sampleRate, pedals);
        }
        return switch (part.plan().voices().mode()) {
            case POLY -> new MonoPolyVoices(part, sampleRate, pedals);
            case MONO, LEGATO -> new MonoVoices(part, 0, part.voices(), sampleRate, pedals);
        };
    }

    /** A key goes down. {@code semitones} is its pitch, {@code velocity} 0..1; {@code widen}: there is time for one more group of voices. */
    public abstract void press(int key, int frame, float semitones, float velocity, boolean widen);

    /** A key comes up; it may not be one of ours. */
    public abstract void lift(int key, int frame, float velocity);

    /** A key is pressed, 0..1; it may not be one of ours. */
    public abstract void pressure(int key, float amount);

    /** No key of a channel is pressed any more. */
    public abstract void clearPressures(int channel);

    /** The keys of a channel, as far as they are down, are bent, pressed and coloured as {@link MpeState} says now. */
    public abstract void follow(int channel);

    /** What sounds, held or not, goes over to this tuning, with {@code shift} semitones added. */
    public abstract void retune(Setting.KeyTuning tuning, float shift, int frame);

    /** A pedal of a channel came up: what none holds any more is released. */
    public abstract void pedalUp(int channel, int frame);

    /** The sostenuto pedal of a channel went down: it holds the notes that are down now, and no others. */
    public abstract void catchHeld(int channel);

    /** Every key of a channel comes up; the pedal still holds. */
    public abstract void liftAll(int channel, int frame);

    /** Silence within 5 ms, for the keys of a channel. */
    public abstract void cut(int channel, int frame);

    /** True while a key is down or a pedal holds a note. */
    public abstract boolean isHeld();

    /** Groups of lanes in which a note sounds: that many times a group's cost. */
    public abstract int groups();

    /** At a grid line: fades a group of voices that nothing holds. Returns how many notes that took; 0 if there is none. */
    public abstract int takeReleased();

    /** At a grid line: fades the group of voices that will be missed least, the last if it may be {@code any}. Returns how many notes that took. */
    public abstract int takeLeast(boolean any);

    /** Notes that were taken away for others since the start. */
    public abstract int stolen();

    /** True if the hold pedal is down, or the sostenuto pedal and it {@code caught} the note. */
    protected final boolean pedalHolds(int channel, boolean caught) {
        return pedalled && (pedals.isDown(channel) || caught && pedals.isSostenutoDown(channel));
    }

    /** True if the next note-on of a key's channel has been given a key to glide from, whether or not notes glide at all. */
    protected final boolean hasOrigin(int key) {
        return pedals.origin(KeyNumbers.channelOf(key)) != PedalState.NO_KEY;
    }

    /** The pitch of that key, for a note of that pitch. */
    protected final float origin(int key, float semitones) {
        return semitones + pedals.origin(KeyNumbers.channelOf(key)) - KeyNumbers.midiKeyOf(key);
    }

    /** How many frames a note of a key's channel glides. {@code demanded}: it does in any case. */
    protected final int glideFrames(int key, boolean demanded) {
        PedalState.Portamento portamento = pedals.portamento(KeyNumbers.channelOf(key));
        boolean glides = demanded || portamento == PedalState.Portamento.ON
                || portamento == PedalState.Portamento.AS_PRESET && part.plan().voices().glide() > 0;
        return glides ? Math.round(part.players().glide(pedals.player(KeyNumbers.channelOf(key))) * sampleRate) : 0;
    }

    /**
     * A voice has begun on a key, or gone over to it, at a frame: it has the controllers of whoever plays the key, and is bent, pressed and
     * coloured as the key is. The pitch changes in any case.
     */
    protected final void adopt(Voice voice, int key, int frame, boolean anew) {
        voice.assign(pedals.player(KeyNumbers.channelOf(key)), frame, !anew);
        voice.bend(bend(key), true);
        touch(voice, key, anew);
    }

    /** What {@link MpeState} says of a key has changed. */
    protected final void follow(Voice voice, int key) {
        voice.bend(bend(key), false);
        touch(voice, key, false);
    }

    private void touch(Voice voice, int key, boolean atOnce) {
        int channel = KeyNumbers.channelOf(key);
        voice.pressure(pressure(key), atOnce);
        voice.timbre(pedals.mpe().timbre(channel), atOnce);
    }

    /** How far a key is bent by itself, in semitones. */
    protected final float bend(int key) {
        return pedals.mpe().bend(KeyNumbers.channelOf(key));
    }

    /** How hard a key is pressed by itself, 0..1. */
    protected final float pressure(int key) {
        return Math.max(pedals.pressure(key), pedals.mpe().pressure(KeyNumbers.channelOf(key)));
    }

    /** Who plays a key. */
    protected final int player(int key) {
        return pedals.player(KeyNumbers.channelOf(key));
    }

    /** True if a tuning is for this key. */
    protected final boolean names(Setting.KeyTuning tuning, int key) {
        int channel = pedals.mpe().manager(KeyNumbers.channelOf(key)) & 15;
        return (tuning.channels() & 1 << channel) != 0 && tuning.pitches().names(KeyNumbers.midiKeyOf(key));
    }

    /** The pitch of a key that it names, as the part plays it. */
    protected final float pitch(Setting.KeyTuning tuning, int key, float shift) {
        return tuning.pitches().of(KeyNumbers.midiKeyOf(key)) + part.plan().transpose() + shift;
    }

    /** A key was let go: what comes on its channel from this frame on is for the next one there. */
    protected final void leave(Voice voice, int key, int frame) {
        if (pedals.mpe().isInZone(KeyNumbers.channelOf(key))) {
            voice.hold(frame);
        }
    }

    /** The number of a new note of this patch; random numbers follow from it. */
    protected final int nextNote() {
        return ++notes;
    }
}

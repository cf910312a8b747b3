package org.chronus.modules;

/**
 * A module that plays all notes of a part by itself, in the place of voices: a hosted plugin, a sampler. What it plays is on its output
 * {@code out}: lane 0 left, lane 1 right.
 *
 * <p>[audio] Frames count within the present block. The notes and programs of a piece of a block come in the order of their frames,
 * before {@link #generate} asks for that piece; everything else is from the next frame on. Pedals have been seen to: a key that a pedal holds comes
 * up when the pedal does. Neither allocates nor throws.
 */
public abstract class Instrument extends Module {
    /**
     * A key goes down.
     *
     * @param channel  MIDI channel, 0..15
     * @param key      MIDI key, 0..127
     * @param pitch    its MIDI note number, with fraction: as it is tuned and transposed
     * @param velocity above 0, to 1
     */
    public abstract void noteOn(int frame, int channel, int key, float pitch, float velocity);

    /** A key comes up; release velocity 0..1. */
    public abstract void noteOff(int frame, int channel, int key, float velocity);

    /** All notes of a channel end within a few milliseconds, whatever holds them. */
    public abstract void soundOff(int frame, int channel);

    /**
     * A program was chosen for a channel, which is not the one that chooses presets: the notes that come next there have that sound, if the
     * instrument gives each channel one of its own.
     *
     * @param bank    0..16383
     * @param program 0..127
     */
    public void program(int frame, int channel, int bank, int program) { }

    /** The frames that {@link #generate} asks for next: what goes on elsewhere can begin now, while other parts play. */
    public void begin(int start, int limit) { }

    /** A key that is down is pressed, 0..1. */
    public void keyPressure(int channel, int key, float amount) { }

    /**
     * True if {@link #touch} is heard. Else what the fingers of MPE play comes on the channel of their zone's manager, and of them
     * {@link #keyPressure}.
     */
    public boolean hearsFingers() {
        return false;
    }

    /**
     * A finger that has a channel for itself moves on a key that is down, or has just put it down; not bent, pressed or coloured at first.
     *
     * @param bend     in semitones, beside the pitch and what bends the channel
     * @param pressure 0..1
     * @param timbre   -1..1
     */
    public void touch(int frame, int channel, int key, float bend, float pressure, float timbre) { }

    /**
     * A finger has left a key that sounds on, since a pedal holds it: what it did at that frame is for the next note of its channel. The same
     * goes for a key that comes up.
     */
    public void leave(int frame, int channel, int key) { }

    /** A channel is pressed, 0..1. */
    public void channelPressure(int channel, float amount) { }

    /** Everything on a channel sounds so many semitones higher: by the bender and by what tunes the channel. */
    public void pitchBend(int channel, float semitones) { }

    /**
     * A controller, 0..127, moves to a position, 0..1. Pedals are not among them; volume, pan and expression are if it
     * {@link #mixesChannels}.
     */
    public void controller(int channel, int number, float position) { }

    @Override public final Place place() {
        return Place.PART;
    }

    /** True if each channel has a volume, an expression and a place of its own in what it plays. Else the part sees to them. */
    public boolean mixesChannels() {
        return false;
    }
}

package org.chronus.instrument.engine.voices;

import org.chronus.instrument.engine.state.KeyNumbers;
import org.chronus.instrument.engine.state.MpeState;
import org.chronus.instrument.engine.state.PedalState;
import org.chronus.midi.command.Setting;
import org.chronus.modules.patch.InstrumentSection;
import org.chronus.modules.patch.Part;

/**
 * The keys of a part that an instrument plays. Pedals are seen to here, so that every instrument has them: a key that a pedal holds comes up
 * for the instrument when the pedal does. Two sources, or two fingers, may hold one key of a channel: it comes up with the last. Fingers of MPE
 * keep their channels where the instrument hears each of them; else they share that of their manager. Audio thread only.
 */
final class InstrumentVoices extends Voices {
    private static final int MOST = 256, NONE = -1;

    private final InstrumentSection instrument;
    private final MpeState mpe;
    private final boolean hearsFingers;
    /** What is held: the first {@link #count} of each. */
    private final int[] keys = new int[MOST];
    private final int[] struck = new int[MOST];
    private final int[] channels = new int[MOST];
    private final boolean[] down = new boolean[MOST];
    private final float[] pressed = new float[MOST];
    private final boolean[] caught = new boolean[MOST];
    private int count;
    private int stolen;

    InstrumentVoices(Part part, InstrumentSection instrument, float sampleRate, PedalState pedals) {
        super(part, sampleRate, pedals);
        this.instrument = instrument;
        mpe = pedals.mpe();
        hearsFingers = instrument.hearsFingers();
    }

    @Override public void press(int key, int frame, float semitones, float velocity, boolean widen) {
        int before = find(key);
        if (before != NONE) {
            release(before, frame, 0.5f);
        }
        if (count == MOST) {
            release(0, frame, 0.5f);
            stolen++;
        }
        int number = Math.clamp(Math.round(KeyNumbers.midiKeyOf(key) + part.plan().transpose()), 0, 127);
        keys[count] = key;
        struck[count] = number;
        channels[count] = place(KeyNumbers.channelOf(key));
        pressed[count] = 0;
        down[count] = true;
        caught[count] = false;
        count++;
        instrument.noteOn(frame, player(key), channels[count - 1], number, semitones, velocity);
        if (hearsFingers) {
            touch(count - 1, frame);
        }
    }

    @Override public void lift(int key, int frame, float velocity) {
        int held = find(key);
        if (held != NONE && down[held]) {
            down[held] = false;
            if (pedalHolds(KeyNumbers.channelOf(key), caught[held])) {
                instrument.leave(frame, channels[held], struck[held]);
            } else {
                release(held, frame, velocity);
            }
        }
    }

    /** The keys after it move up. */
    private void release(int held, int frame, float velocity) {
        int channel = channels[held], number = struck[held];
        count--;
        for (int i = held; i < count; i++) {
            keys[i] = keys[i + 1];
            struck[i] = struck[i + 1];
            channels[i] = channels[i + 1];
            pressed[i] = pressed[i + 1];
            down[i] = down[i + 1];
            caught[i] = caught[i + 1];
        }
        for (int i = 0; i < count; i++) {
            if (struck[i] == number && channels[i] == channel) {
                return;
            }
        }
        instrument.noteOff(frame, channel, number, velocity);
    }

    private int find(int key) {
        for (int i = 0; i < count; i++) {
            if (keys[i] == key) {
                return i;
            }
        }
        return NONE;
    }

    /** Where a channel of a source is heard: a MIDI channel of the instrument. */
    private int place(int channel) {
        return (hearsFingers ? channel : mpe.manager(channel)) & 15;
    }

    /**
     * The finger on a key is heard where it is now, as far as there is a way: what shares a channel can be pressed apart, but not bent or
     * coloured.
     */
    private void touch(int held, int frame) {
        int channel = KeyNumbers.channelOf(keys[held]);
        if (mpe.isInZone(channel)) {
            float pressure = pressure(keys[held]);
            if (hearsFingers) {
                instrument.touch(frame, channels[held], struck[held], mpe.bend(channel), pressure, mpe.timbre(channel));
            } else if (pressed[held] != pressure) {
                pressed[held] = pressure;
                instrument.keyPressure(channels[held], struck[held], pressure);
            }
        }
    }

    @Override public void pressure(int key, float amount) {
        int held = find(key);
        if (held != NONE) {
            pressed[held] = amount;
            instrument.keyPressure(channels[held], struck[held], amount);
        }
    }

    @Override public void clearPressures(int channel) {
        for (int i = 0; i < count; i++) {
            if (KeyNumbers.channelOf(keys[i]) == channel) {
                pressed[i] = 0;
                instrument.keyPressure(channels[i], struck[i], 0);
            }
        }
    }

    @Override public void follow(int channel) {
        for (int i = 0; i < count; i++) {
            if (down[i] && KeyNumbers.channelOf(keys[i]) == channel) {
                touch(i, 0);
            }
        }
    }

    /** From the next note on. */
    @Override public void retune(Setting.KeyTuning tuning, float shift, int frame) { }

    @Override public void pedalUp(int channel, int frame) {
        for (int i = count - 1; i >= 0; i--) {
            if (!down[i] && KeyNumbers.channelOf(keys[i]) == channel && !pedalHolds(channel, caught[i])) {
                release(i, frame, 0.5f);
            }
        }
    }

    @Override public void catchHeld(int channel) {
        for (int i = 0; i < count; i++) {
            caught[i] |= down[i] && KeyNumbers.channelOf(keys[i]) == channel;
        }
    }

    @Override public void liftAll(int channel, int frame) {
        for (int i = count - 1; i >= 0; i--) {
            if (KeyNumbers.channelOf(keys[i]) == channel) {
                lift(keys[i], frame, 0.5f);
            }
        }
    }

    @Override public void cut(int channel, int frame) {
        for (int i = count - 1; i >= 0; i--) {
            if (KeyNumbers.channelOf(keys[i]) == channel) {
                release(i, frame, 0.5f);
            }
        }
        instrument.soundOff(frame, place(channel));
    }

    @Override public boolean isHeld() {
        return count > 0;
    }

    @Override public int groups() {
        return instrument.isSounding() ? 1 : 0;
    }

    @Override public int takeReleased() {
        return 0;
    }

    @Override public int takeLeast(boolean any) {
        return 0;
    }

    @Override public int stolen() {
        return stolen;
    }
}

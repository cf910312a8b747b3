package org.chronus.instrument.engine.voices;

import org.chronus.instrument.engine.state.KeyNumbers;
import org.chronus.instrument.engine.state.PedalState;
import org.chronus.midi.command.Setting;
import org.chronus.modules.patch.InstrumentSection;
import org.chronus.modules.patch.Part;

/**
 * The keys of a part that an instrument plays. Pedals are seen to here, so that every instrument has them: a key that a pedal holds comes up
 * for the instrument when the pedal does. Two sources may hold one key of a channel: it comes up with the last. Audio thread only.
 */
final class InstrumentVoices extends Voices {
    private static final int MOST = 256, NONE = -1;

    private final InstrumentSection instrument;
    /** What is held: the first {@link #count} of each. */
    private final int[] keys = new int[MOST];
    private final int[] struck = new int[MOST];
    private final boolean[] down = new boolean[MOST];
    private final boolean[] caught = new boolean[MOST];
    private int count;
    private int stolen;

    InstrumentVoices(Part part, InstrumentSection instrument, float sampleRate, PedalState pedals) {
        super(part, sampleRate, pedals);
        this.instrument = instrument;
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
        down[count] = true;
        caught[count] = false;
        count++;
        instrument.noteOn(frame, player(key), channel(key), number, semitones, velocity);
    }

    @Override public void lift(int key, int frame, float velocity) {
        int held = find(key);
        if (held != NONE && down[held]) {
            down[held] = false;
            if (!pedalHolds(KeyNumbers.channelOf(key), caught[held])) {
                release(held, frame, velocity);
            }
        }
    }

    /** The keys after it move up. */
    private void release(int held, int frame, float velocity) {
        int channel = channel(keys[held]), number = struck[held];
        count--;
        for (int i = held; i < count; i++) {
            keys[i] = keys[i + 1];
            struck[i] = struck[i + 1];
            down[i] = down[i + 1];
            caught[i] = caught[i + 1];
        }
        for (int i = 0; i < count; i++) {
            if (struck[i] == number && channel(keys[i]) == channel) {
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

    private static int channel(int key) {
        return KeyNumbers.channelOf(key) & 15;
    }

    @Override public void pressure(int key, float amount) {
        int held = find(key);
        if (held != NONE) {
            instrument.keyPressure(channel(key), struck[held], amount);
        }
    }

    @Override public void clearPressures(int channel) {
        for (int i = 0; i < count; i++) {
            if (KeyNumbers.channelOf(keys[i]) == channel) {
                instrument.keyPressure(channel & 15, struck[i], 0);
            }
        }
    }

    /** A finger's bend, pressure and timbre go to its own channel as they are: see {@link InstrumentSection}. */
    @Override public void follow(int channel) { }

    /** From the next note on: no format can tune what sounds. */
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
        instrument.soundOff(frame, channel & 15);
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

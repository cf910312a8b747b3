package org.chronus.instrument.engine;

import java.util.Arrays;

import org.chronus.midi.Setting;
import org.chronus.modules.patch.Part;

/**
 * A voice for each key. When there is none left, the same key's voice is used again, else the voice released longest ago is taken, else
 * the oldest; what is taken fades on a spare lane while the new note sounds already.
 */
final class PolyVoices extends Voices {
    private static final int NONE = -1;

    private final int[] keys;
    private final boolean[] down;
    private final boolean[] sustained;
    private final boolean[] caught;
    private final long[] changed;
    private int allowed;
    private long order;
    private float lastPitch = Float.NaN;
    private int stolen;

    /** {@code lanes}: so many of the part's, the first ones. */
    PolyVoices(Part part, int lanes, float sampleRate, Pedals pedals) {
        super(part, sampleRate, pedals);
        keys = new int[lanes];
        down = new boolean[keys.length];
        sustained = new boolean[keys.length];
        caught = new boolean[keys.length];
        changed = new long[keys.length];
        allowed = part.polyphony();
        Arrays.fill(keys, NONE);
    }

    @Override void press(int key, int frame, float semitones, float velocity) {
        int voice = find(key);
        boolean anew = voice == NONE;
        if (anew) {
            if (count() >= allowed) {
                take(frame);
            }
            voice = free();
        }
        keys[voice] = key;
        down[voice] = true;
        sustained[voice] = false;
        caught[voice] &= !anew;
        changed[voice] = order++;
        boolean demanded = hasOrigin(key);
        float from = demanded ? origin(key, semitones) : lastPitch;
        int glide = Float.isNaN(from) ? 0 : glideFrames(key, demanded);
        part.voice(voice).start(frame, semitones, from, glide, velocity, nextNote(), anew);
        adopt(part.voice(voice), key, anew);
        lastPitch = semitones;
    }

    @Override void lift(int key, int frame, float velocity) {
        int voice = find(key);
        if (voice != NONE && down[voice]) {
            down[voice] = false;
            leave(part.voice(voice), key, frame);
            if (pedalHolds(Keyboard.channelOf(key), caught[voice])) {
                sustained[voice] = true;
            } else {
                release(voice, frame, velocity);
            }
        }
    }

    @Override void pressure(int key, float amount) {
        int voice = find(key);
        if (voice != NONE) {
            part.voice(voice).pressure(amount, false);
        }
    }

    @Override void clearPressures(int channel) {
        for (int voice = 0; voice < keys.length; voice++) {
            if (keys[voice] != NONE && Keyboard.channelOf(keys[voice]) == channel) {
                part.voice(voice).pressure(0, false);
            }
        }
    }

    @Override void follow(int channel) {
        for (int voice = 0; voice < keys.length; voice++) {
            if (down[voice] && Keyboard.channelOf(keys[voice]) == channel) {
                follow(part.voice(voice), keys[voice]);
            }
        }
    }

    @Override void retune(Setting.KeyTuning tuning, float shift, int frame) {
        for (int voice = 0; voice < keys.length; voice++) {
            if (isSounding(voice) && names(tuning, keys[voice])) {
                part.voice(voice).retune(frame, pitch(tuning, keys[voice], shift));
            }
        }
    }

    @Override void letGo(int channel, int frame) {
        for (int voice = 0; voice < keys.length; voice++) {
            if (sustained[voice] && Keyboard.channelOf(keys[voice]) == channel && !pedalHolds(channel, caught[voice])) {
                sustained[voice] = false;
                release(voice, frame, 0.5f);
            }
        }
    }

    @Override void catchHeld(int channel) {
        for (int voice = 0; voice < keys.length; voice++) {
            if (keys[voice] != NONE && Keyboard.channelOf(keys[voice]) == channel) {
                caught[voice] = down[voice];
            }
        }
    }

    @Override void liftAll(int channel, int frame) {
        for (int voice = 0; voice < keys.length; voice++) {
            if (down[voice] && Keyboard.channelOf(keys[voice]) == channel) {
                lift(keys[voice], frame, 0.5f);
            }
        }
    }

    @Override void cut(int channel, int frame) {
        for (int voice = 0; voice < keys.length; voice++) {
            if (keys[voice] != NONE && Keyboard.channelOf(keys[voice]) == channel) {
                drop(voice, frame);
            }
        }
    }

    @Override boolean isHeld() {
        for (int voice = 0; voice < keys.length; voice++) {
            if (down[voice] || sustained[voice]) {
                return true;
            }
        }
        return false;
    }

    @Override boolean takeReleased() {
        int oldest = oldest();
        boolean released = oldest != NONE && !down[oldest] && !sustained[oldest];
        if (released) {
            take(0);
        }
        return released;
    }

    @Override void allow(float share) {
        allowed = Math.max(1, (int) Math.ceil(part.polyphony() * share));
        while (count() > allowed) {
            take(0);
        }
    }

    @Override int stolen() {
        return stolen;
    }

    private void release(int voice, int frame, float velocity) {
        changed[voice] = order++;
        part.voice(voice).release(frame, velocity);
    }

    private void take(int frame) {
        drop(oldest(), frame);
        stolen++;
    }

    private int oldest() {
        int oldest = NONE;
        for (int voice = 0; voice < keys.length; voice++) {
            if (isSounding(voice) && (oldest == NONE || rank(voice) < rank(oldest))) {
                oldest = voice;
            }
        }
        return oldest;
    }

    /** Released ones go first, then those that only a pedal holds, then keys that are down; in each the oldest. */
    private long rank(int voice) {
        return (down[voice] ? 2L << 60 : sustained[voice] ? 1L << 60 : 0) + changed[voice];
    }

    private void drop(int voice, int frame) {
        part.voice(voice).fade(frame);
        keys[voice] = NONE;
        down[voice] = false;
        sustained[voice] = false;
        caught[voice] = false;
    }

    private int find(int key) {
        for (int voice = 0; voice < keys.length; voice++) {
            if (keys[voice] == key && isSounding(voice)) {
                return voice;
            }
        }
        return NONE;
    }

    private int count() {
        int count = 0;
        for (int voice = 0; voice < keys.length; voice++) {
            count += isSounding(voice) ? 1 : 0;
        }
        return count;
    }

    private boolean isSounding(int voice) {
        return keys[voice] != NONE && part.voice(voice).isPlaying() && !part.voice(voice).isFading();
    }

    /** A silent lane, rather in a group that runs anyway; if all sound, one that fades. */
    private int free() {
        int silent = NONE, fading = 0;
        for (int voice = 0; voice < keys.length; voice++) {
            if (!part.voice(voice).isPlaying()) {
                if (part.voice(voice).isBesideOthers()) {
                    return voice;
                }
                silent = silent == NONE ? voice : silent;
            } else if (part.voice(voice).isFading()) {
                fading = voice;
            }
        }
        return silent == NONE ? fading : silent;
    }
}

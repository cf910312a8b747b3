package org.chronus.instrument.engine.voices;

import static org.chronus.modules.Module.LANES;

import java.util.Arrays;

import org.chronus.instrument.engine.state.KeyNumbers;
import org.chronus.modules.patch.Part;

/**
 * Which voice has which key, and which is next when one is needed. {@code LANES} voices side by side are a group, which costs as much for
 * one of them as for all: so voices are found where others sound, and taken where few do. Audio thread only.
 */
final class VoiceAllocator {
    static final int NONE = -1;

    private final Part part;
    private final int[] keys;
    private final boolean[] down;
    private final boolean[] sustained;
    private final boolean[] caught;
    private final long[] changed;
    private long order;

    /** {@code lanes}: so many of the part's, the first ones. */
    VoiceAllocator(Part part, int lanes) {
        this.part = part;
        keys = new int[lanes];
        down = new boolean[lanes];
        sustained = new boolean[lanes];
        caught = new boolean[lanes];
        changed = new long[lanes];
        Arrays.fill(keys, NONE);
    }

    /** Voices that there are. */
    int size() {
        return keys.length;
    }

    /** The key that a voice has, or had last; {@link #NONE} if it was taken away. */
    int key(int voice) {
        return keys[voice];
    }

    /** True if a voice has a key of that channel, or had it last. */
    boolean isOn(int voice, int channel) {
        return keys[voice] != NONE && KeyNumbers.channelOf(keys[voice]) == channel;
    }

    boolean isDown(int voice) {
        return down[voice];
    }

    /** True if the key is up and a pedal holds the voice. */
    boolean isSustained(int voice) {
        return sustained[voice];
    }

    /** True if the sostenuto pedal took it. */
    boolean isCaught(int voice) {
        return caught[voice];
    }

    /** True if it sounds, and is not being taken away. */
    boolean isSounding(int voice) {
        return keys[voice] != NONE && part.voice(voice).isPlaying() && !part.voice(voice).isFading();
    }

    /** Voices that do. */
    int sounding() {
        int count = 0;
        for (int voice = 0; voice < keys.length; voice++) {
            count += isSounding(voice) ? 1 : 0;
        }
        return count;
    }

    /** The voice that sounds for a key: of several the one whose key is down, else one that a pedal holds, else the last that was released. */
    int find(int key) {
        int found = NONE;
        for (int voice = 0; voice < keys.length; voice++) {
            if (keys[voice] == key && isSounding(voice) && (found == NONE || rank(voice) > rank(found))) {
                found = voice;
            }
        }
        return found;
    }

    /** The quietest voice that sounds for a key, if {@code most} of them do; else {@link #NONE}. */
    int quietest(int key, int most) {
        int quietest = NONE, count = 0;
        for (int voice = 0; voice < keys.length; voice++) {
            if (keys[voice] == key && isSounding(voice)) {
                count++;
                quietest = quietest == NONE || part.voice(voice).loudness() < part.voice(quietest).loudness() ? voice : quietest;
            }
        }
        return count < most ? NONE : quietest;
    }

    /** A key goes down on a voice, which may have it still and is struck {@code again}. */
    void press(int voice, int key, boolean again) {
        caught[voice] &= again;
        keys[voice] = key;
        down[voice] = true;
        sustained[voice] = false;
        changed[voice] = order++;
    }

    /** It comes up, and a pedal holds the voice or does not. */
    void lift(int voice, boolean held) {
        down[voice] = false;
        sustained[voice] = held;
        changed[voice] = held ? changed[voice] : order++;
    }

    /** The sostenuto pedal goes down: it holds the voice if its key is down. */
    void catchHeld(int voice) {
        caught[voice] = down[voice];
    }

    /** Nobody's any more. */
    void drop(int voice) {
        keys[voice] = NONE;
        down[voice] = false;
        sustained[voice] = false;
        caught[voice] = false;
    }

    /** True while a key is down or a pedal holds a note. */
    boolean isHeld() {
        for (int voice = 0; voice < keys.length; voice++) {
            if (down[voice] || sustained[voice]) {
                return true;
            }
        }
        return false;
    }

    /** The voice to be taken first; {@link #NONE} if none sounds. */
    int oldest() {
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

    /** A silent voice: in a group that runs anyway, or, if there is time to {@code widen}, in another; else {@link #NONE}. */
    int silent(boolean widen) {
        int alone = NONE;
        for (int voice = 0; voice < keys.length; voice++) {
            if (!part.voice(voice).isPlaying()) {
                if (part.voice(voice).isBesideOthers() && (widen || isInUse(voice / LANES * LANES))) {
                    return voice;
                }
                alone = alone == NONE ? voice : alone;
            }
        }
        return widen ? alone : NONE;
    }

    /** A voice that fades, for want of a silent one. */
    int fading() {
        for (int voice = keys.length - 1; voice > 0; voice--) {
            if (part.voice(voice).isFading()) {
                return voice;
            }
        }
        return 0;
    }

    /** The group, by its first voice, that will be missed least: fewest keys down, then fewest held by a pedal, then released longest ago. */
    int leastGroup() {
        int least = NONE;
        for (int first = 0; first < keys.length; first += LANES) {
            if (isInUse(first) && (least == NONE || worth(first) < worth(least))) {
                least = first;
            }
        }
        return least;
    }

    /** True if no voice of a group is held. */
    boolean isReleased(int first) {
        return worth(first) < 1L << 50;
    }

    /** Groups in which a voice sounds. */
    int groups() {
        int groups = 0;
        for (int first = 0; first < keys.length; first += LANES) {
            groups += isInUse(first) ? 1 : 0;
        }
        return groups;
    }

    private boolean isInUse(int first) {
        return worth(first) != Long.MAX_VALUE;
    }

    /** Orders groups; none sounds where it is the largest there is. */
    private long worth(int first) {
        long held = 0, newest = NONE;
        for (int voice = first; voice < Math.min(first + LANES, keys.length); voice++) {
            if (isSounding(voice)) {
                held += down[voice] ? 1L << 56 : sustained[voice] ? 1L << 50 : 0;
                newest = Math.max(newest, changed[voice]);
            }
        }
        return newest == NONE ? Long.MAX_VALUE : held + newest;
    }
}

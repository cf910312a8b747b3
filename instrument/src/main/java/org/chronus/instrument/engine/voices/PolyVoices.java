package org.chronus.instrument.engine.voices;

import static org.chronus.modules.Module.LANES;

import org.chronus.instrument.engine.state.KeyNumbers;
import org.chronus.instrument.engine.state.PedalState;
import org.chronus.midi.command.Setting;
import org.chronus.modules.patch.Part;
import org.chronus.modules.patch.plan.PatchPlan.Restrike;

/**
 * A voice for each key. A key that is struck while it still sounds has a new one, beside what rings on, or the same one again, as the part
 * says. When there is none left, the same key's voice is used again, else the voice released longest ago is taken, else the oldest; what is
 * taken fades on a spare lane while the new note sounds already.
 */
final class PolyVoices extends Voices {
    private static final int NONE = VoiceAllocator.NONE;
    /** Strikes of one key that sound at once: the sum of more would grow, when a key is repeated, by more than 3 dB. */
    private static final int MOST_STRIKES = 2;

    private final VoiceAllocator allocator;
    private float lastPitch = Float.NaN;
    private int stolen;

    /** {@code lanes}: so many of the part's, the first ones. */
    PolyVoices(Part part, int lanes, float sampleRate, PedalState pedals) {
        super(part, sampleRate, pedals);
        allocator = new VoiceAllocator(part, lanes);
    }

    @Override public void press(int key, int frame, float semitones, float velocity, boolean widen) {
        int voice = allocator.find(key);
        if (voice != NONE && part.plan().voices().restrike() == Restrike.NEW
                && allocator.sounding() < part.polyphony() && allocator.silent(widen) != NONE) {
            ringOn(key, frame);
            voice = NONE;
        }
        boolean again = voice != NONE, anew = !again;
        if (anew) {
            boolean full = allocator.sounding() >= part.polyphony();
            voice = allocator.silent(widen || allocator.groups() == 0);
            if (voice == NONE && !widen && allocator.oldest() != NONE) {
                // There is time for no other voice: one goes over to the new key as it sounds.
                voice = allocator.oldest();
                anew = false;
                stolen++;
            } else if (full) {
                take(frame);
            }
            voice = voice == NONE ? allocator.fading() : voice;
        }
        allocator.press(voice, key, again);
        boolean demanded = hasOrigin(key);
        float from = demanded ? origin(key, semitones) : lastPitch;
        int glide = Float.isNaN(from) ? 0 : glideFrames(key, demanded);
        part.voice(voice).start(frame, semitones, from, glide, velocity, nextNote(), anew);
        adopt(part.voice(voice), key, frame, anew);
        lastPitch = semitones;
    }

    /** A key that sounds is about to be struck on a voice of its own: the others go on as the pedals have it. */
    private void ringOn(int key, int frame) {
        lift(key, frame, 0.5f);
        int quietest = allocator.quietest(key, MOST_STRIKES);
        if (quietest != NONE) {
            drop(quietest, frame);
        }
    }

    @Override public void lift(int key, int frame, float velocity) {
        int voice = allocator.find(key);
        if (voice != NONE && allocator.isDown(voice)) {
            leave(part.voice(voice), key, frame);
            boolean held = pedalHolds(KeyNumbers.channelOf(key), allocator.isCaught(voice));
            allocator.lift(voice, held);
            if (!held) {
                part.voice(voice).release(frame, velocity);
            }
        }
    }

    @Override public void pressure(int key, float amount) {
        int voice = allocator.find(key);
        if (voice != NONE) {
            part.voice(voice).pressure(amount, false);
        }
    }

    @Override public void clearPressures(int channel) {
        for (int voice = 0; voice < allocator.size(); voice++) {
            if (allocator.isOn(voice, channel)) {
                part.voice(voice).pressure(0, false);
            }
        }
    }

    @Override public void follow(int channel) {
        for (int voice = 0; voice < allocator.size(); voice++) {
            if (allocator.isDown(voice) && allocator.isOn(voice, channel)) {
                follow(part.voice(voice), allocator.key(voice));
            }
        }
    }

    @Override public void retune(Setting.KeyTuning tuning, float shift, int frame) {
        for (int voice = 0; voice < allocator.size(); voice++) {
            if (allocator.isSounding(voice) && names(tuning, allocator.key(voice))) {
                part.voice(voice).retune(frame, pitch(tuning, allocator.key(voice), shift));
            }
        }
    }

    @Override public void pedalUp(int channel, int frame) {
        for (int voice = 0; voice < allocator.size(); voice++) {
            if (allocator.isSustained(voice) && allocator.isOn(voice, channel) && !pedalHolds(channel, allocator.isCaught(voice))) {
                allocator.lift(voice, false);
                part.voice(voice).release(frame, 0.5f);
            }
        }
    }

    @Override public void catchHeld(int channel) {
        for (int voice = 0; voice < allocator.size(); voice++) {
            if (allocator.isOn(voice, channel)) {
                allocator.catchHeld(voice);
            }
        }
    }

    @Override public void liftAll(int channel, int frame) {
        for (int voice = 0; voice < allocator.size(); voice++) {
            if (allocator.isDown(voice) && allocator.isOn(voice, channel)) {
                lift(allocator.key(voice), frame, 0.5f);
            }
        }
    }

    @Override public void cut(int channel, int frame) {
        for (int voice = 0; voice < allocator.size(); voice++) {
            if (allocator.isOn(voice, channel)) {
                drop(voice, frame);
            }
        }
    }

    @Override public boolean isHeld() {
        return allocator.isHeld();
    }

    @Override public int groups() {
        return allocator.groups();
    }

    @Override public int takeReleased() {
        int group = allocator.leastGroup();
        return group != NONE && allocator.isReleased(group) ? takeGroup(group) : 0;
    }

    @Override public int takeLeast(boolean any) {
        return groups() > (any ? 0 : 1) ? takeGroup(allocator.leastGroup()) : 0;
    }

    @Override public int stolen() {
        return stolen;
    }

    private int takeGroup(int first) {
        int taken = 0;
        for (int voice = first; voice < Math.min(first + LANES, allocator.size()); voice++) {
            if (allocator.isSounding(voice)) {
                drop(voice, 0);
                taken++;
            }
        }
        stolen += taken;
        return taken;
    }

    private void take(int frame) {
        drop(allocator.oldest(), frame);
        stolen++;
    }

    private void drop(int voice, int frame) {
        part.voice(voice).fade(frame);
        allocator.drop(voice);
    }
}

package org.chronus.instrument.engine.voices;

import org.chronus.instrument.engine.state.KeyNumbers;
import org.chronus.instrument.engine.state.PedalState;
import org.chronus.midi.command.Setting;
import org.chronus.modules.patch.Part;
import org.chronus.modules.patch.Voice;
import org.chronus.modules.patch.plan.PatchPlan.Priority;
import org.chronus.modules.patch.plan.PatchPlan.VoiceMode;

/**
 * One voice for all keys. It plays the last, lowest or highest of those that are down, and goes back to the next when that one comes up.
 * In legato mode a note that overlaps another changes the pitch only. A voice that was cut fades alone; the next note takes another.
 */
final class MonoVoices extends Voices {
    private static final int MOST = 128;

    private final int first;
    private final int lanes;
    private final boolean legato;
    private final Priority priority;
    private final int[] keys = new int[MOST];
    private final float[] pitches = new float[MOST];
    private final float[] velocities = new float[MOST];
    private int count;
    private int playing = -1;
    private Voice voice;
    private int lane;
    private int taken;
    private boolean sustained;
    /** The key that the sostenuto pedal took, or -1. */
    private int caught = -1;

    /** It has so many {@code lanes} of the part, from {@code first} on. */
    MonoVoices(Part part, int first, int lanes, float sampleRate, PedalState pedals) {
        super(part, sampleRate, pedals);
        this.first = first;
        this.lanes = lanes;
        voice = part.voice(first);
        legato = part.plan().voices().mode() == VoiceMode.LEGATO;
        priority = part.plan().voices().mode() == VoiceMode.POLY ? Priority.LAST : part.plan().voices().priority();
    }

    @Override public void press(int key, int frame, float semitones, float velocity, boolean widen) {
        boolean overlaps = count > 0;
        forget(key);
        if (count == MOST) {
            forget(keys[keys[0] == playing ? 1 : 0]);
        }
        keys[count] = key;
        pitches[count] = semitones;
        velocities[count] = velocity;
        count++;
        int chosen = choose();
        if (keys[chosen] == key) {
            play(chosen, frame, overlaps, hasOrigin(key));
        }
    }

    @Override public void lift(int key, int frame, float velocity) {
        boolean ours = forget(key);
        if (!ours || key != playing) {
            return;
        }
        if (count > 0) {
            play(choose(), frame, true, false);
            return;
        }
        leave(voice, key, frame);
        if (pedalHolds(KeyNumbers.channelOf(key), caught == playing)) {
            sustained = true;
        } else {
            voice.release(frame, velocity);
        }
    }

    @Override public void pressure(int key, float amount) {
        if (key == playing) {
            voice.pressure(amount, false);
        }
    }

    @Override public void clearPressures(int channel) {
        if (playing >= 0 && KeyNumbers.channelOf(playing) == channel) {
            voice.pressure(0, false);
        }
    }

    @Override public void follow(int channel) {
        if (count > 0 && KeyNumbers.channelOf(playing) == channel) {
            follow(voice, playing);
        }
    }

    @Override public void retune(Setting.KeyTuning tuning, float shift, int frame) {
        for (int i = 0; i < count; i++) {
            pitches[i] = names(tuning, keys[i]) ? pitch(tuning, keys[i], shift) : pitches[i];
        }
        if (playing >= 0 && voice.isPlaying() && names(tuning, playing)) {
            voice.retune(frame, pitch(tuning, playing, shift));
        }
    }

    @Override public void pedalUp(int channel, int frame) {
        if (sustained && KeyNumbers.channelOf(playing) == channel && !pedalHolds(channel, caught == playing)) {
            sustained = false;
            voice.release(frame, 0.5f);
        }
    }

    @Override public void catchHeld(int channel) {
        if (playing >= 0 && KeyNumbers.channelOf(playing) == channel) {
            caught = count > 0 ? playing : -1;
        }
    }

    @Override public void liftAll(int channel, int frame) {
        for (int i = count - 1; i >= 0; i--) {
            if (i < count && KeyNumbers.channelOf(keys[i]) == channel) {
                lift(keys[i], frame, 0.5f);
            }
        }
    }

    @Override public void cut(int channel, int frame) {
        if (playing >= 0 && KeyNumbers.channelOf(playing) == channel) {
            count = 0;
            sustained = false;
            voice.fade(frame);
        }
    }

    @Override public boolean isHeld() {
        return count > 0 || sustained;
    }

    @Override public int groups() {
        return voice.isPlaying() ? 1 : 0;
    }

    @Override public int takeReleased() {
        return isHeld() ? 0 : takeLeast(true);
    }

    @Override public int takeLeast(boolean any) {
        if (!any || !voice.isPlaying() || voice.isFading()) {
            return 0;
        }
        voice.fade(0);
        taken++;
        return 1;
    }

    @Override public int stolen() {
        return taken;
    }

    /** {@code fromOrigin}: it glides from the key that it was given. */
    private void play(int chosen, int frame, boolean overlaps, boolean fromOrigin) {
        if (voice.isFading()) {
            lane = (lane + 1) % lanes;
            voice = part.voice(first + lane);
        }
        boolean sounds = voice.isPlaying();
        playing = keys[chosen];
        float from = fromOrigin ? origin(playing, pitches[chosen]) : sounds ? voice.pitch(frame) - bend(playing) : pitches[chosen];
        int glide = fromOrigin || sounds && (overlaps || !legato) ? glideFrames(playing, fromOrigin) : 0;
        sustained = false;
        if (legato && overlaps && sounds) {
            voice.tune(frame, pitches[chosen], from, glide);
        } else {
            voice.start(frame, pitches[chosen], from, glide, velocities[chosen], nextNote(), !sounds);
        }
        adopt(voice, playing, frame, !sounds);
    }

    private int choose() {
        int chosen = count - 1;
        for (int i = 0; i < count && priority != Priority.LAST; i++) {
            boolean better = priority == Priority.LOWEST ? pitches[i] < pitches[chosen] : pitches[i] > pitches[chosen];
            chosen = better ? i : chosen;
        }
        return chosen;
    }

    private boolean forget(int key) {
        for (int i = 0; i < count; i++) {
            if (keys[i] == key) {
                int after = count - i - 1;
                System.arraycopy(keys, i + 1, keys, i, after);
                System.arraycopy(pitches, i + 1, pitches, i, after);
                System.arraycopy(velocities, i + 1, velocities, i, after);
                count--;
                return true;
            }
        }
        return false;
    }
}

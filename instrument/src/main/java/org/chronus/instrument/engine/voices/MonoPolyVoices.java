package org.chronus.instrument.engine.voices;

import org.chronus.instrument.engine.state.KeyNumbers;
import org.chronus.instrument.engine.state.PedalState;
import org.chronus.midi.command.Setting;
import org.chronus.modules.patch.Part;

/**
 * The voices of a part that is poly by its preset: one for each key, or one for all keys of the channels that MIDI has made mono. That one
 * has lanes of its own, so that what rings when the mode changes rings on.
 */
final class MonoPolyVoices extends Voices {
    /** One plays while the one before it, cut, fades. */
    private static final int SINGLE_LANES = 2;

    private final PolyVoices poly;
    private final MonoVoices single;
    private final PedalState pedals;

    MonoPolyVoices(Part part, float sampleRate, PedalState pedals) {
        super(part, sampleRate, pedals);
        this.pedals = pedals;
        int lanes = part.voices() - SINGLE_LANES;
        poly = new PolyVoices(part, lanes, sampleRate, pedals);
        single = new MonoVoices(part, lanes, SINGLE_LANES, sampleRate, pedals);
    }

    @Override public void press(int key, int frame, float semitones, float velocity, boolean widen) {
        if (pedals.isMono(KeyNumbers.channelOf(key))) {
            single.press(key, frame, semitones, velocity, widen);
        } else {
            poly.press(key, frame, semitones, velocity, widen);
        }
    }

    @Override public void lift(int key, int frame, float velocity) {
        poly.lift(key, frame, velocity);
        single.lift(key, frame, velocity);
    }

    @Override public void pressure(int key, float amount) {
        poly.pressure(key, amount);
        single.pressure(key, amount);
    }

    @Override public void clearPressures(int channel) {
        poly.clearPressures(channel);
        single.clearPressures(channel);
    }

    @Override public void follow(int channel) {
        poly.follow(channel);
        single.follow(channel);
    }

    @Override public void retune(Setting.KeyTuning tuning, float shift, int frame) {
        poly.retune(tuning, shift, frame);
        single.retune(tuning, shift, frame);
    }

    @Override public void pedalUp(int channel, int frame) {
        poly.pedalUp(channel, frame);
        single.pedalUp(channel, frame);
    }

    @Override public void catchHeld(int channel) {
        poly.catchHeld(channel);
        single.catchHeld(channel);
    }

    @Override public void liftAll(int channel, int frame) {
        poly.liftAll(channel, frame);
        single.liftAll(channel, frame);
    }

    @Override public void cut(int channel, int frame) {
        poly.cut(channel, frame);
        single.cut(channel, frame);
    }

    @Override public boolean isHeld() {
        return poly.isHeld() || single.isHeld();
    }

    @Override public int groups() {
        return poly.groups() + single.groups();
    }

    @Override public int takeReleased() {
        int taken = poly.takeReleased();
        return taken > 0 ? taken : single.takeReleased();
    }

    @Override public int takeLeast(boolean any) {
        int taken = poly.takeLeast(any);
        return taken > 0 ? taken : single.takeLeast(any);
    }

    @Override public int stolen() {
        return poly.stolen() + single.stolen();
    }
}

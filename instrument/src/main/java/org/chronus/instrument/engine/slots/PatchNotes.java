package org.chronus.instrument.engine.slots;

import java.util.Arrays;

import org.chronus.instrument.engine.state.KeyNumbers;
import org.chronus.instrument.engine.state.MpeState;
import org.chronus.instrument.engine.state.PedalState;
import org.chronus.instrument.engine.voices.Headroom;
import org.chronus.instrument.engine.voices.PartNotes;
import org.chronus.instrument.engine.voices.Voices;
import org.chronus.midi.command.Setting;
import org.chronus.modules.patch.Part;
import org.chronus.presets.preset.Preset;

/**
 * What becomes of keys in a patch: which of its parts play them, and with which voices. Keys are numbers of {@link KeyNumbers}. Audio thread
 * only.
 */
public final class PatchNotes {
    private final Part[] parts;
    private final PartNotes[] notes;
    private final MpeState mpe;
    private final Headroom headroom = new Headroom();

    PatchNotes(Part[] parts, Preset preset, float sampleRate, PedalState pedals) {
        this.parts = parts;
        mpe = pedals.mpe();
        notes = new PartNotes[parts.length];
        Arrays.setAll(notes, i -> new PartNotes(parts[i], sampleRate, pedals, headroom, preset.tuning(), preset.plan().tempo()));
    }

    /** A key goes down. */
    public void press(int key, int frame, float velocity) {
        int channel = mpe.manager(KeyNumbers.channelOf(key)) & 15, number = KeyNumbers.midiKeyOf(key);
        for (int i = 0; i < notes.length; i++) {
            if (ChannelParts.listens(parts[i], channel) && parts[i].plan().keys().has(number)) {
                notes[i].press(key, frame, velocity);
            }
        }
    }

    /** A key comes up. */
    public void lift(int key, int frame, float velocity) {
        for (PartNotes part : notes) {
            part.lift(key, frame, velocity);
        }
    }

    /** A key is pressed, 0..1. */
    public void pressure(int key, float amount) {
        for (PartNotes part : notes) {
            part.pressure(key, amount);
        }
    }

    /** No key of a channel is pressed. */
    public void clearPressures(int channel) {
        for (PartNotes part : notes) {
            part.clearPressures(channel);
        }
    }

    /** The keys of a channel that are down do as {@link MpeState} says now. */
    public void follow(int channel) {
        for (PartNotes part : notes) {
            part.voices().follow(channel);
        }
    }

    /** A pedal of a channel came up: what no pedal holds any more is released. */
    public void pedalUp(int channel, int frame) {
        for (PartNotes part : notes) {
            part.pedalUp(channel, frame);
        }
    }

    /** The sostenuto pedal takes the notes of a channel that are down. */
    public void catchHeld(int channel) {
        for (PartNotes part : notes) {
            part.catchHeld(channel);
        }
    }

    /** All keys of a channel come up. */
    public void liftAll(int channel, int frame) {
        for (PartNotes part : notes) {
            part.liftAll(channel, frame);
        }
    }

    /** Silence within 5 ms, for the keys of a channel. */
    public void cut(int channel, int frame) {
        for (PartNotes part : notes) {
            part.cut(channel, frame);
        }
    }

    /** What sounds goes over to this tuning, with {@code shift} semitones added. */
    public void retune(Setting.KeyTuning tuning, float shift, int frame) {
        for (PartNotes part : notes) {
            part.retune(tuning, shift, frame);
        }
    }

    /** Players go over to this tempo, in beats per minute. */
    void tempo(float beatsPerMinute) {
        for (PartNotes part : notes) {
            part.tempo(beatsPerMinute);
        }
    }

    /** A song runs, and is so many beats from its beginning. */
    void locate(double beats) {
        for (PartNotes part : notes) {
            part.locate(beats);
        }
    }

    /** No song runs any more. */
    public void leaveSong() {
        for (PartNotes part : notes) {
            part.leaveSong();
        }
    }

    /** What goes on though its keys are up ends. */
    void unlatch() {
        for (PartNotes part : notes) {
            part.unlatch();
        }
    }

    /** All keys of the frames before {@code limit} are there. */
    void finish(int limit) {
        for (PartNotes part : notes) {
            part.finish(limit);
        }
    }

    boolean isHeld() {
        for (PartNotes part : notes) {
            if (part.isHeld()) {
                return true;
            }
        }
        return false;
    }

    /** True if no note will come by itself. */
    boolean rest() {
        for (PartNotes part : notes) {
            if (!part.rests()) {
                return false;
            }
        }
        return true;
    }

    /** Groups of voices that run: what it costs, effects left aside. */
    int groups() {
        int groups = 0;
        for (Part part : parts) {
            groups += part.groups();
        }
        return groups;
    }

    /** How many groups more there is time for. */
    Headroom headroom() {
        return headroom;
    }

    /** Fades a group of voices that nothing holds. Returns how many notes that took; 0 if there is none. */
    int takeReleased() {
        int taken = 0;
        for (int i = 0; i < notes.length && taken == 0; i++) {
            taken = notes[i].voices().takeReleased();
        }
        return taken;
    }

    /** Fades the group that will be missed least, of the widest part; its last only if it may be {@code any}. Returns how many notes that took. */
    int takeLeast(boolean any) {
        Voices widest = notes[0].voices();
        for (PartNotes part : notes) {
            widest = part.voices().groups() > widest.groups() ? part.voices() : widest;
        }
        return widest.takeLeast(any);
    }

    /** Notes taken away for others. */
    int stolen() {
        int stolen = 0;
        for (PartNotes part : notes) {
            stolen += part.voices().stolen();
        }
        return stolen;
    }
}

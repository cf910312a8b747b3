package org.chronus.instrument.engine.slots;

import java.util.Arrays;

import org.chronus.instrument.engine.state.KeyNumbers;
import org.chronus.instrument.engine.state.MpeState;
import org.chronus.instrument.engine.state.ParameterNames;
import org.chronus.instrument.engine.state.PedalState;
import org.chronus.instrument.engine.voices.Voices;
import org.chronus.midi.command.Setting;
import org.chronus.modules.patch.Part;
import org.chronus.modules.patch.Patch;
import org.chronus.presets.preset.Preset;

/**
 * A patch that is ready to sound: built, run warm, found good, and back in its first state; with the voices that turn keys into its gates.
 * It belongs to no slot; the audio thread gives it one when it accepts it, plays it, and sends it back to the loader.
 */
public final class PrimedPatch {
    private final long generation;
    private final SwapReport report;
    private final Preset preset;
    private final Patch patch;
    private final Part[] parts;
    private final Voices[] voices;
    private final ChannelParts channels;
    private final ParameterTable parameters;
    private final MpeState mpe;
    /** Groups of voices that there is time for beyond those that run. */
    private int headroom = Integer.MAX_VALUE;
    private int heldBack;
    private FailureCause cause = FailureCause.NONE;
    private Throwable thrown;

    /**
     * @param generation the number of the commit; a newer one replaces an older
     * @param report     what becomes of this change
     */
    public PrimedPatch(long generation, SwapReport report, Preset preset, Patch patch, float sampleRate, PedalState pedals, ParameterNames names) {
        this(generation, report, preset, patch, sampleRate, pedals, new ParameterTable(patch, names));
    }

    private PrimedPatch(long generation, SwapReport report, Preset preset, Patch patch, float sampleRate, PedalState pedals,
                        ParameterTable parameters) {
        this.generation = generation;
        this.report = report;
        this.preset = preset;
        this.patch = patch;
        this.parameters = parameters;
        mpe = pedals.mpe();
        parts = patch.parts().toArray(Part[]::new);
        channels = new ChannelParts(parts, pedals.players());
        voices = new Voices[parts.length];
        Arrays.setAll(voices, i -> Voices.of(parts[i], sampleRate, pedals));
    }

    /** [loader, prime] The same patch, in its first state again or still, for another change. This one is done with. */
    public PrimedPatch again(long newGeneration, SwapReport newReport, float sampleRate, PedalState pedals) {
        return new PrimedPatch(newGeneration, newReport, preset, patch, sampleRate, pedals, parameters);
    }

    /** The number of its prime: another one for every prime, also of the same patch. */
    public long generation() {
        return generation;
    }

    /** What becomes of the change that it was primed for. */
    public SwapReport report() {
        return report;
    }

    /** What it was built from. */
    public Preset preset() {
        return preset;
    }

    /** What runs. */
    public Patch patch() {
        return patch;
    }

    /** Its voice sections. */
    public Part[] parts() {
        return parts;
    }

    /** [audio] Its parts by the MIDI channels that they listen to. */
    public ChannelParts channels() {
        return channels;
    }

    /** [audio] Why it had to be taken out, before it is sent back. {@code thrown} may be null. */
    void fail(FailureCause why, Throwable thrown) {
        cause = why;
        this.thrown = thrown;
    }

    /** [loader] Why it came back; {@link FailureCause#NONE} if it has rung out. */
    public FailureCause cause() {
        return cause;
    }

    /** [loader] What it threw, or null. */
    public Throwable thrown() {
        return thrown;
    }

    /** A key goes down, as numbered by {@link KeyNumbers}. {@code offset} is added to its pitch, in semitones. */
    public void press(int key, int frame, float velocity, float offset) {
        int channel = mpe.manager(KeyNumbers.channelOf(key)) & 15, number = KeyNumbers.midiKeyOf(key);
        for (int i = 0; i < voices.length; i++) {
            if (ChannelParts.listens(parts[i], channel) && parts[i].plan().keys().has(number)) {
                int before = parts[i].groups();
                heldBack += headroom > 0 ? 0 : 1;
                voices[i].press(key, frame, number + parts[i].plan().transpose() + offset, velocity, headroom > 0);
                headroom -= parts[i].groups() - before;
            }
        }
    }

    public void lift(int key, int frame, float velocity) {
        for (Voices part : voices) {
            part.lift(key, frame, velocity);
        }
    }

    /** A key is pressed, 0..1. */
    public void pressure(int key, float amount) {
        for (Voices part : voices) {
            part.pressure(key, amount);
        }
    }

    /** No key of a channel is pressed. */
    public void clearPressures(int channel) {
        for (Voices part : voices) {
            part.clearPressures(channel);
        }
    }

    /** The keys of a channel that are down do as {@link MpeState} says now. */
    public void follow(int channel) {
        for (Voices part : voices) {
            part.follow(channel);
        }
    }

    /** A pedal of a channel came up: what no pedal holds any more is released. */
    public void pedalUp(int channel, int frame) {
        for (Voices part : voices) {
            part.pedalUp(channel, frame);
        }
    }

    /** The sostenuto pedal takes the notes of a channel that are down. */
    public void catchHeld(int channel) {
        for (Voices part : voices) {
            part.catchHeld(channel);
        }
    }

    public void liftAll(int channel, int frame) {
        for (Voices part : voices) {
            part.liftAll(channel, frame);
        }
    }

    public void cut(int channel, int frame) {
        for (Voices part : voices) {
            part.cut(channel, frame);
        }
    }

    /** An input, by the number of its name, to a value in its unit; smoothed as it declares unless {@code atOnce}. */
    public void set(int parameter, float value, boolean atOnce) {
        parameters.set(parameter, value, atOnce);
    }

    /** A knob that is bound to a parameter; returns what {@link ParameterTable#turn} does. */
    public float turn(int parameter, float from, float to, boolean picksUp) {
        return parameters.turn(parameter, from, to, picksUp);
    }

    /** An endless one. */
    public float nudge(int parameter, float by) {
        return parameters.nudge(parameter, by);
    }

    /** What sounds goes over to this tuning, with {@code shift} semitones added. */
    public void retune(Setting.KeyTuning tuning, float shift, int frame) {
        for (Voices part : voices) {
            part.retune(tuning, shift, frame);
        }
    }

    boolean isHeld() {
        for (Voices part : voices) {
            if (part.isHeld()) {
                return true;
            }
        }
        return false;
    }

    /** Groups of voices that run: what it costs, effects left aside. */
    int groups() {
        int groups = 0;
        for (Part part : parts) {
            groups += part.groups();
        }
        return groups;
    }

    /** There is time for so many groups more. */
    void grant(int groups) {
        headroom = groups;
    }

    /** Notes that were struck while there was no time for more groups. */
    int heldBack() {
        return heldBack;
    }

    /** Fades a group of voices that nothing holds. Returns how many notes that took; 0 if there is none. */
    int takeReleased() {
        int taken = 0;
        for (int i = 0; i < voices.length && taken == 0; i++) {
            taken = voices[i].takeReleased();
        }
        return taken;
    }

    /** Fades the group that will be missed least, of the widest part; its last only if it may be {@code any}. Returns how many notes that took. */
    int takeLeast(boolean any) {
        Voices widest = voices[0];
        for (Voices part : voices) {
            widest = part.groups() > widest.groups() ? part : widest;
        }
        return widest.takeLeast(any);
    }

    /** Notes taken away for others. */
    int stolen() {
        int stolen = 0;
        for (Voices part : voices) {
            stolen += part.stolen();
        }
        return stolen;
    }
}

package org.chronus.instrument.engine.slots;

import org.chronus.instrument.engine.state.ParameterNames;
import org.chronus.instrument.engine.state.PedalState;
import org.chronus.modules.patch.Part;
import org.chronus.modules.patch.Patch;
import org.chronus.presets.preset.Preset;

/**
 * A patch that is ready to sound: built, run warm, found good, and back in its first state; with what turns keys into its gates.
 * It belongs to no slot; the audio thread gives it one when it accepts it, plays it, and sends it back to the loader.
 */
public final class PrimedPatch {
    private final long generation;
    private final SwapReport report;
    private final Preset preset;
    private final Patch patch;
    private final Part[] parts;
    private final PatchNotes notes;
    private final ChannelParts channels;
    private final ParameterTable parameters;
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
        parts = patch.parts().toArray(Part[]::new);
        channels = new ChannelParts(parts, pedals.players());
        notes = new PatchNotes(parts, preset, sampleRate, pedals);
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

    /** [audio] What becomes of keys in it. */
    public PatchNotes notes() {
        return notes;
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

    /** [any thread, as of some moment] Where an input is going, in its unit, by the number of its name; not a number if there is none. */
    public float value(int parameter) {
        return parameters.value(parameter);
    }

    /** [any thread] The value that the preset gives an input; likewise. */
    public float initial(int parameter) {
        return parameters.initial(parameter);
    }

    /** What is written in beats goes over to this tempo, smoothed unless {@code atOnce}. */
    void tempo(float beatsPerMinute, boolean atOnce) {
        patch.tempo(beatsPerMinute, atOnce);
        notes.tempo(beatsPerMinute);
    }

    /** A song is so many beats from its beginning. */
    void locate(double beats) {
        patch.locate(beats);
        notes.locate(beats);
    }

    /** Writes these frames, with the notes that its players add. */
    void finish(int start, int limit) {
        notes.finish(limit);
        patch.finish(start, limit);
    }
}

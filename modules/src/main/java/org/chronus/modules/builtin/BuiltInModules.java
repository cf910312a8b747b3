package org.chronus.modules.builtin;

import java.util.List;

import org.chronus.modules.ModuleLibrary;
import org.chronus.modules.ModuleType;
import org.chronus.modules.effects.Chorus;
import org.chronus.modules.effects.DcBlocker;
import org.chronus.modules.effects.Delay;
import org.chronus.modules.effects.Drive;
import org.chronus.modules.effects.Reverb;
import org.chronus.modules.envelopes.AdsrEnvelope;
import org.chronus.modules.envelopes.DahdsrEnvelope;
import org.chronus.modules.envelopes.SegmentEnvelope;
import org.chronus.modules.filters.FormantFilter;
import org.chronus.modules.filters.LadderFilter;
import org.chronus.modules.filters.StateVariableFilter;
import org.chronus.modules.mixing.Amplifier;
import org.chronus.modules.mixing.Feedback;
import org.chronus.modules.mixing.Mixer;
import org.chronus.modules.mixing.Multiplier;
import org.chronus.modules.mixing.Pan;
import org.chronus.modules.modulators.LowFrequencyOscillator;
import org.chronus.modules.modulators.RandomWalk;
import org.chronus.modules.modulators.SampleHold;
import org.chronus.modules.modulators.Slew;
import org.chronus.modules.modulators.StepSequence;
import org.chronus.modules.noise.BrownNoise;
import org.chronus.modules.noise.NoiseBurst;
import org.chronus.modules.noise.PinkNoise;
import org.chronus.modules.noise.WhiteNoise;
import org.chronus.modules.oscillators.AdditiveOscillator;
import org.chronus.modules.oscillators.Operator;
import org.chronus.modules.oscillators.PulseOscillator;
import org.chronus.modules.oscillators.SawOscillator;
import org.chronus.modules.oscillators.SineOscillator;
import org.chronus.modules.oscillators.SuperSaw;
import org.chronus.modules.oscillators.SyncOscillator;
import org.chronus.modules.oscillators.TriangleOscillator;
import org.chronus.modules.oscillators.WavetableOscillator;

/** The modules that come with Chronus. A default, range or curve of a released one never changes: a changed one is a new type. */
public final class BuiltInModules implements ModuleLibrary {
    /** The type through which a loop of cables may pass. */
    public static final String FEEDBACK = "feedback";

    private static final List<ModuleType> TYPES = List.of(
            new ModuleType("saw", "sawtooth oscillator, band-limited", SawOscillator::new),
            new ModuleType("pulse", "pulse oscillator, band-limited, with a width to modulate", PulseOscillator::new),
            new ModuleType("triangle", "triangle oscillator, band-limited", TriangleOscillator::new),
            new ModuleType("sync", "hard sync: a saw or square that begins anew with each cycle of the note", SyncOscillator::new),
            new ModuleType("supersaw", "seven detuned sawtooths, in mono and stereo", SuperSaw::new),
            new ModuleType("wavetable", "wavetable oscillator: goes through eight cycles of a set", WavetableOscillator::new),
            new ModuleType("additive", "additive oscillator: up to 64 partials, harmonic or stretched", AdditiveOscillator::new),
            new ModuleType("sine", "sine oscillator and FM operator", SineOscillator::new),
            new ModuleType("operator", "FM operator: a sine with envelope, velocity and key scaling; cables make the algorithm", Operator::new),
            new ModuleType("white", "white noise", WhiteNoise::new),
            new ModuleType("pink", "pink noise: 3 dB less per octave", PinkNoise::new),
            new ModuleType("brown", "brown noise: 6 dB less per octave", BrownNoise::new),
            new ModuleType("burst", "burst of noise for hammer, pick and breath, another one at each strike", NoiseBurst::new),
            new ModuleType("svf", "two-pole filter: low, band, high, notch at once", StateVariableFilter::new),
            new ModuleType("ladder", "four-pole low-pass that saturates and self-oscillates", LadderFilter::new),
            new ModuleType("formant", "formant filter: the vowels of four singers", FormantFilter::new),
            new ModuleType("adsr", "envelope: attack, decay, sustain, release", AdsrEnvelope::new),
            new ModuleType("dahdsr", "envelope: delay, attack of any curve, hold, decay, sustain, release", DahdsrEnvelope::new),
            new ModuleType("envelope", "envelope of up to eight segments, with curves and a loop", SegmentEnvelope::new),
            new ModuleType("lfo", "low-frequency oscillator, to modulate with", LowFrequencyOscillator::new),
            new ModuleType("random_walk", "random walk: drifts by steps, to humanize with", RandomWalk::new),
            new ModuleType("steps", "step sequence of up to 16 values, in tempo if wanted", StepSequence::new),
            new ModuleType("slew", "slew limiter: limits how fast a signal moves", Slew::new),
            new ModuleType("sample_hold", "sample and hold: keeps a value from one gate to the next", SampleHold::new),
            new ModuleType("vca", "amplifier with a gain to cable envelopes to", Amplifier::new),
            new ModuleType("multiply", "product of two signals (ring modulation)", Multiplier::new),
            new ModuleType("mixer", "sum of four signals, with levels", Mixer::new),
            new ModuleType("pan", "places a voice between left and right", Pan::new),
            new ModuleType(FEEDBACK, "closes a loop of cables, 64 frames late", Feedback::new),
            new ModuleType("drive", "saturation that keeps the level", Drive::new),
            new ModuleType("delay", "echo with feedback, damping and ping-pong", Delay::new),
            new ModuleType("chorus", "chorus: a copy with a modulated delay", Chorus::new),
            new ModuleType("reverb", "reverb: a feedback delay network", Reverb::new),
            new ModuleType("dc_block", "DC blocker: high-pass at 5 Hz", DcBlocker::new));

    @Override public List<ModuleType> types() {
        return TYPES;
    }
}

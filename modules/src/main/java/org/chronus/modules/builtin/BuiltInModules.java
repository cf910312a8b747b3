package org.chronus.modules.builtin;

import java.util.List;
import java.util.stream.Stream;

import org.chronus.modules.ModuleLibrary;
import org.chronus.modules.ModuleType;
import org.chronus.modules.ModuleType.Group;
import org.chronus.modules.effects.Comb;
import org.chronus.modules.effects.DcBlocker;
import org.chronus.modules.effects.Delay;
import org.chronus.modules.effects.Drive;
import org.chronus.modules.effects.MultiTap;
import org.chronus.modules.effects.Tube;
import org.chronus.modules.effects.Vocoder;
import org.chronus.modules.effects.WaveFolder;
import org.chronus.modules.effects.dynamics.Compressor;
import org.chronus.modules.effects.dynamics.Gate;
import org.chronus.modules.effects.dynamics.Limiter;
import org.chronus.modules.effects.modulation.Chorus;
import org.chronus.modules.effects.modulation.Ensemble;
import org.chronus.modules.effects.modulation.Flanger;
import org.chronus.modules.effects.modulation.FrequencyShifter;
import org.chronus.modules.effects.modulation.Phaser;
import org.chronus.modules.effects.modulation.Rotary;
import org.chronus.modules.effects.modulation.Scanner;
import org.chronus.modules.effects.modulation.Tremolo;
import org.chronus.modules.effects.reverb.Plate;
import org.chronus.modules.effects.reverb.Reverb;
import org.chronus.modules.effects.reverb.Soundboard;
import org.chronus.modules.effects.reverb.Spring;
import org.chronus.modules.envelopes.AdsrEnvelope;
import org.chronus.modules.envelopes.DahdsrEnvelope;
import org.chronus.modules.envelopes.SegmentEnvelope;
import org.chronus.modules.filters.AllPassFilter;
import org.chronus.modules.filters.DiodeFilter;
import org.chronus.modules.filters.FormantFilter;
import org.chronus.modules.filters.LadderFilter;
import org.chronus.modules.filters.OnePoleFilter;
import org.chronus.modules.filters.PeakFilter;
import org.chronus.modules.filters.ShelfFilter;
import org.chronus.modules.filters.StateVariableFilter;
import org.chronus.modules.mixing.Amplifier;
import org.chronus.modules.mixing.Crossfade;
import org.chronus.modules.mixing.Feedback;
import org.chronus.modules.mixing.Mixer;
import org.chronus.modules.mixing.Multiplier;
import org.chronus.modules.mixing.Pan;
import org.chronus.modules.modulators.EnvelopeFollower;
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
import org.chronus.modules.physical.Blow;
import org.chronus.modules.physical.Modal;
import org.chronus.modules.physical.PluckedString;
import org.chronus.modules.physical.Reed;
import org.chronus.modules.physical.Tine;
import org.chronus.modules.physical.TonewheelOrgan;
import org.chronus.modules.sampling.Sampler;

/** The modules that come with Chronus. A default, range or curve of a released one never changes: a changed one is a new type. */
public final class BuiltInModules implements ModuleLibrary {
    /** The type through which a loop of cables may pass. */
    public static final String FEEDBACK = "feedback";

    private static final List<ModuleType> SOURCES = in(Group.SOURCES,
            new ModuleType("saw", "sawtooth oscillator, band-limited", SawOscillator::new),
            new ModuleType("pulse", "pulse oscillator, band-limited, with a width to modulate", PulseOscillator::new),
            new ModuleType("triangle", "triangle oscillator, band-limited", TriangleOscillator::new),
            new ModuleType("sync", "hard sync: a saw or square that begins anew with each cycle of the note", SyncOscillator::new),
            new ModuleType("supersaw", "seven detuned sawtooths, in mono and stereo", SuperSaw::new),
            new ModuleType("wavetable", "wavetable oscillator: goes through eight cycles of a set", WavetableOscillator::new),
            new ModuleType("additive", "additive oscillator: up to 64 partials, harmonic or stretched", AdditiveOscillator::new),
            new ModuleType("sine", "sine oscillator and FM operator", SineOscillator::new),
            new ModuleType("operator", "FM operator: a sine with envelope, velocity and key scaling; cables make the algorithm", Operator::new),
            new ModuleType("sampler", "plays WAV and FLAC files, and maps of them in the SFZ format", Sampler::new));
    private static final List<ModuleType> NOISE = in(Group.NOISE,
            new ModuleType("white", "white noise", WhiteNoise::new),
            new ModuleType("pink", "pink noise: 3 dB less per octave", PinkNoise::new),
            new ModuleType("brown", "brown noise: 6 dB less per octave", BrownNoise::new),
            new ModuleType("burst", "burst of noise for hammer, pick and breath, another one at each strike", NoiseBurst::new));
    private static final List<ModuleType> PHYSICAL = in(Group.PHYSICAL,
            new ModuleType("string", "string: plucked by its key or struck by a hammer, or driven by a signal", PluckedString::new),
            new ModuleType("soundboard", "soundboard of a piano: width, and strings that ring with the pedal", Soundboard::new),
            new ModuleType("modal", "struck bar, bell, bowl, plate or string: a bank of modes", Modal::new),
            new ModuleType("tine", "electric piano with tines and magnetic pickups", Tine::new),
            new ModuleType("reed", "electric piano with reeds and electrostatic pickups", Reed::new),
            new ModuleType("blow", "clarinet: breath, reed and bore", Blow::new),
            new ModuleType("tonewheels", "tonewheel organ: nine drawbars, key click, percussion", TonewheelOrgan::new));
    private static final List<ModuleType> ENVELOPES = in(Group.ENVELOPES,
            new ModuleType("adsr", "envelope: attack, decay, sustain, release", AdsrEnvelope::new),
            new ModuleType("dahdsr", "envelope: delay, attack of any curve, hold, decay, sustain, release", DahdsrEnvelope::new),
            new ModuleType("envelope", "envelope of up to eight segments, with curves and a loop", SegmentEnvelope::new));
    private static final List<ModuleType> MODULATORS = in(Group.MODULATORS,
            new ModuleType("lfo", "low-frequency oscillator, to modulate with", LowFrequencyOscillator::new),
            new ModuleType("random_walk", "random walk: drifts by steps, to humanize with", RandomWalk::new),
            new ModuleType("steps", "step sequence of up to 16 values, in tempo if wanted", StepSequence::new),
            new ModuleType("slew", "slew limiter: limits how fast a signal moves", Slew::new),
            new ModuleType("sample_hold", "sample and hold: keeps a value from one gate to the next", SampleHold::new),
            new ModuleType("follower", "envelope follower: the level of a signal", EnvelopeFollower::new));
    private static final List<ModuleType> FILTERS = in(Group.FILTERS,
            new ModuleType("svf", "two-pole filter: low, band, high, notch at once", StateVariableFilter::new),
            new ModuleType("ladder", "four-pole low-pass that saturates and self-oscillates", LadderFilter::new),
            new ModuleType("diode", "four-pole low-pass of acid basses: squelches, and loses lows as it resonates", DiodeFilter::new),
            new ModuleType("formant", "formant filter: the vowels of four singers", FormantFilter::new),
            new ModuleType("one_pole", "one-pole filter: gentle low-pass and high-pass at once", OnePoleFilter::new),
            new ModuleType("peak", "peaking equaliser: raises or lowers a band", PeakFilter::new),
            new ModuleType("shelf", "shelving equaliser: raises or lowers all below or above", ShelfFilter::new),
            new ModuleType("allpass", "two-pole all-pass: turns the phase alone", AllPassFilter::new),
            new ModuleType("comb", "comb filter, tuned in pitch", Comb::new),
            new ModuleType("vocoder", "vocoder: a carrier takes on the levels of a voice in bands", Vocoder::new));
    private static final List<ModuleType> SHAPERS = in(Group.SHAPERS,
            new ModuleType("drive", "saturation that keeps the level", Drive::new),
            new ModuleType("tube", "saturation about a bias: even harmonics, no DC", Tube::new),
            new ModuleType("folder", "wave folder: a sine that turns back, again and again", WaveFolder::new));
    private static final List<ModuleType> MIXING = in(Group.MIXING,
            new ModuleType("vca", "amplifier with a gain to cable envelopes to", Amplifier::new),
            new ModuleType("multiply", "product of two signals (ring modulation)", Multiplier::new),
            new ModuleType("mixer", "sum of four signals, with levels", Mixer::new),
            new ModuleType("crossfade", "from one signal to another at equal power", Crossfade::new),
            new ModuleType("pan", "places a voice between left and right", Pan::new));
    private static final List<ModuleType> MODULATION_EFFECTS = in(Group.MODULATION_EFFECTS,
            new ModuleType("chorus", "chorus: a copy with a modulated delay", Chorus::new),
            new ModuleType("ensemble", "string ensemble: three delay lines in three phases", Ensemble::new),
            new ModuleType("flanger", "flanger: a short, swept delay, through zero if wanted", Flanger::new),
            new ModuleType("phaser", "phaser: four to twelve swept all-passes", Phaser::new),
            new ModuleType("tremolo", "tremolo and auto-pan: the level goes up and down", Tremolo::new),
            new ModuleType("rotary", "rotary speaker: horn and drum, slow and fast", Rotary::new),
            new ModuleType("scanner", "scanner vibrato and chorus of a tonewheel organ", Scanner::new),
            new ModuleType("frequency_shifter", "moves every partial by the same number of Hz", FrequencyShifter::new));
    private static final List<ModuleType> DELAYS_AND_REVERBS = in(Group.DELAYS_AND_REVERBS,
            new ModuleType("delay", "echo with feedback, damping and ping-pong", Delay::new),
            new ModuleType("multitap", "multi-tap delay: four echoes with places of their own", MultiTap::new),
            new ModuleType("reverb", "reverb: a feedback delay network", Reverb::new),
            new ModuleType("plate", "plate reverb: dense at once, and bright", Plate::new),
            new ModuleType("spring", "spring reverb: echoes that come back as chirps", Spring::new));
    private static final List<ModuleType> DYNAMICS = in(Group.DYNAMICS,
            new ModuleType("compressor", "compressor with knee, makeup and side chain", Compressor::new),
            new ModuleType("limiter", "limiter: nothing is above its ceiling, 1 ms late", Limiter::new),
            new ModuleType("gate", "noise gate with hold and side chain", Gate::new));
    private static final List<ModuleType> UTILITIES = in(Group.UTILITIES,
            new ModuleType(FEEDBACK, "closes a loop of cables, 64 frames late", Feedback::new),
            new ModuleType("dc_block", "DC blocker: high-pass at 5 Hz", DcBlocker::new));
    private static final List<ModuleType> TYPES = Stream.of(SOURCES, NOISE, PHYSICAL, ENVELOPES, MODULATORS, FILTERS, SHAPERS,
            MIXING, MODULATION_EFFECTS, DELAYS_AND_REVERBS, DYNAMICS, UTILITIES).flatMap(List::stream).toList();

    @Override public List<ModuleType> types() {
        return TYPES;
    }

    private static List<ModuleType> in(Group group, ModuleType... types) {
        return Stream.of(types).map(type -> type.in(group)).toList();
    }
}

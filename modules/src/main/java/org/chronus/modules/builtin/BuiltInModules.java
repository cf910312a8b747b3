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
import org.chronus.modules.filters.LadderFilter;
import org.chronus.modules.filters.StateVariableFilter;
import org.chronus.modules.mixing.Amplifier;
import org.chronus.modules.mixing.Feedback;
import org.chronus.modules.mixing.Mixer;
import org.chronus.modules.mixing.Multiplier;
import org.chronus.modules.mixing.Pan;
import org.chronus.modules.modulators.LowFrequencyOscillator;
import org.chronus.modules.modulators.SampleHold;
import org.chronus.modules.modulators.Slew;
import org.chronus.modules.oscillators.PinkNoise;
import org.chronus.modules.oscillators.PulseOscillator;
import org.chronus.modules.oscillators.SawOscillator;
import org.chronus.modules.oscillators.SineOscillator;
import org.chronus.modules.oscillators.TriangleOscillator;
import org.chronus.modules.oscillators.WhiteNoise;
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

    private static final List<ModuleType> TYPES = List.of(
            new ModuleType("saw", "sawtooth oscillator, band-limited", SawOscillator::new),
            new ModuleType("pulse", "pulse oscillator, band-limited, with a width to modulate", PulseOscillator::new),
            new ModuleType("triangle", "triangle oscillator, band-limited", TriangleOscillator::new),
            new ModuleType("sine", "sine oscillator and FM operator", SineOscillator::new),
            new ModuleType("white", "white noise", WhiteNoise::new),
            new ModuleType("pink", "pink noise: 3 dB less per octave", PinkNoise::new),
            new ModuleType("tonewheels", "tonewheel organ: nine drawbars, key click, percussion", TonewheelOrgan::new),
            new ModuleType("string", "string: plucked by its key, or driven by a signal", PluckedString::new),
            new ModuleType("modal", "struck bar, bell, bowl, plate or string: a bank of modes", Modal::new),
            new ModuleType("tine", "electric piano with tines and magnetic pickups", Tine::new),
            new ModuleType("reed", "electric piano with reeds and electrostatic pickups", Reed::new),
            new ModuleType("blow", "clarinet: breath, reed and bore", Blow::new),
            new ModuleType("sampler", "plays WAV and FLAC files, and maps of them in the SFZ format", Sampler::new),
            new ModuleType("svf", "two-pole filter: low, band, high, notch at once", StateVariableFilter::new),
            new ModuleType("ladder", "four-pole low-pass that saturates and self-oscillates", LadderFilter::new),
            new ModuleType("adsr", "envelope: attack, decay, sustain, release", AdsrEnvelope::new),
            new ModuleType("lfo", "low-frequency oscillator, to modulate with", LowFrequencyOscillator::new),
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

package org.chronus.modules;

import java.util.List;

import org.chronus.modules.envelopes.AdsrEnvelope;
import org.chronus.modules.filters.StateVariableFilter;
import org.chronus.modules.mixing.Amplifier;
import org.chronus.modules.mixing.Multiplier;
import org.chronus.modules.mixing.Pan;
import org.chronus.modules.oscillators.SawOscillator;

/** The modules that come with Chronus. A default, range or curve of a released one never changes: a changed one is a new type. */
public final class BuiltInModules implements ModuleLibrary {
    @Override public List<ModuleType> types() {
        return List.of(
                new ModuleType("saw", "sawtooth oscillator, band-limited", SawOscillator::new),
                new ModuleType("adsr", "envelope: attack, decay, sustain, release", AdsrEnvelope::new),
                new ModuleType("svf", "two-pole filter: low, band, high, notch at once", StateVariableFilter::new),
                new ModuleType("vca", "amplifier with a gain to cable envelopes to", Amplifier::new),
                new ModuleType("multiply", "product of two signals (ring modulation)", Multiplier::new),
                new ModuleType("pan", "places a voice between left and right", Pan::new));
    }
}

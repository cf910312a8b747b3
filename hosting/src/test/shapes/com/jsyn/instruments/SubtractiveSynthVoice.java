package com.jsyn.instruments;

import com.jsyn.ports.UnitOutputPort;
import com.jsyn.unitgen.Circuit;
import com.jsyn.unitgen.EnvelopeDAHDSR;
import com.jsyn.unitgen.FilterLowPass;
import com.jsyn.unitgen.SawtoothOscillator;
import com.jsyn.unitgen.UnitVoice;
import com.jsyn.util.VoiceDescription;

/** A circuit that offers neither its gate nor its output as a port. */
public class SubtractiveSynthVoice extends Circuit implements UnitVoice {
    private final SawtoothOscillator oscillator = new SawtoothOscillator();
    private final FilterLowPass filter = new FilterLowPass();
    private final EnvelopeDAHDSR envelope = new EnvelopeDAHDSR();

    public SubtractiveSynthVoice() {
        add(oscillator);
        add(filter);
        add(envelope);
        oscillator.output.connect(filter.input);
        filter.output.connect(envelope.amplitude);
        addPort(oscillator.frequency);
        addPort(oscillator.amplitude);
        addPort(filter.frequency, "Cutoff");
        addPort(filter.Q);
        addPort(envelope.attack, "AmpAttack");
        addPort(envelope.release, "AmpRelease");
        usePreset(0);
    }

    @Override public void usePreset(int preset) {
        filter.frequency.set(preset == 0 ? 500 : 2000);
        envelope.attack.set(preset == 1 ? 0.5 : 0.01);
    }

    public static VoiceDescription getVoiceDescription() {
        return new Description();
    }

    private static final class Description extends VoiceDescription {
        Description() {
            super("SubtractiveSynth", new String[] {"FastSaw", "SlowSaw", "BrightSaw"});
        }

        @Override public UnitVoice createUnitVoice() {
            return new SubtractiveSynthVoice();
        }
    }

    @Override public UnitOutputPort getOutput() {
        return envelope.output;
    }
}

package com.jsyn.unitgen;

import com.jsyn.ports.UnitInputPort;
import com.jsyn.ports.UnitOutputPort;
import com.jsyn.ports.UnitVariablePort;

public abstract class UnitOscillator extends UnitGenerator implements UnitVoice {
    public UnitInputPort frequency = new UnitInputPort("Frequency");
    public UnitInputPort amplitude = new UnitInputPort("Amplitude", 1);
    public UnitVariablePort phase = new UnitVariablePort("Phase", 0);
    public UnitOutputPort output = new UnitOutputPort("Output");

    protected UnitOscillator() {
        frequency.setup(40, 440, 8000);
        addPort(frequency);
        addPort(amplitude);
        addPort(phase);
        addPort(output);
    }

    protected abstract double shape(double phase);

    @Override public void generate(int start, int limit) {
        double[] hertz = frequency.getValues(), factor = amplitude.getValues(), out = output.getValues();
        double position = phase.get();
        for (int i = start; i < limit; i++) {
            position += 2 * hertz[i] / getFrameRate();
            position -= position >= 1 ? 2 : 0;
            out[i] = factor[i] * shape(position);
        }
        phase.set(position);
    }

    @Override public UnitOutputPort getOutput() {
        return output;
    }

    @Override public void usePreset(int preset) { }
}

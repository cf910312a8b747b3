package com.jsyn.unitgen;

import com.jsyn.ports.UnitInputPort;
import com.jsyn.ports.UnitOutputPort;
import com.jsyn.util.PseudoRandom;

public class WhiteNoise extends UnitGenerator implements UnitSource {
    public UnitInputPort amplitude = new UnitInputPort("Amplitude", 1);
    public UnitOutputPort output = new UnitOutputPort("Output");
    private PseudoRandom random = new PseudoRandom();

    public WhiteNoise() {
        addPort(amplitude);
        addPort(output);
    }

    @Override public void generate(int start, int limit) {
        for (int i = start; i < limit; i++) {
            output.getValues()[i] = amplitude.getValues()[i] * random.nextRandomDouble();
        }
    }

    @Override public UnitOutputPort getOutput() {
        return output;
    }
}

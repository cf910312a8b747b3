package com.jsyn.unitgen;

import com.jsyn.ports.UnitInputPort;
import com.jsyn.ports.UnitOutputPort;
import com.jsyn.ports.UnitVariablePort;

public class FilterOnePole extends UnitGenerator {
    public UnitInputPort input = new UnitInputPort("Input");
    public UnitVariablePort a0 = new UnitVariablePort("A0", 0.6);
    public UnitVariablePort b1 = new UnitVariablePort("B1", -0.3);
    public UnitOutputPort output = new UnitOutputPort("Output");
    private double made;

    public FilterOnePole() {
        addPort(input);
        addPort(a0);
        addPort(b1);
        addPort(output);
    }

    @Override public void generate(int start, int limit) {
        for (int i = start; i < limit; i++) {
            made = a0.get() * input.getValues()[i] - b1.get() * made;
            output.getValues()[i] = made;
        }
    }
}

package com.jsyn.unitgen;

import com.jsyn.ports.UnitInputPort;
import com.jsyn.ports.UnitOutputPort;

public class Pan extends UnitGenerator {
    public UnitInputPort input = new UnitInputPort("Input");
    public UnitInputPort pan = new UnitInputPort("Pan");
    public UnitOutputPort output = new UnitOutputPort(2, "Output");

    public Pan() {
        pan.setup(-1, 0, 1);
        addPort(input);
        addPort(pan);
        addPort(output);
    }

    @Override public void generate(int start, int limit) {
        for (int i = start; i < limit; i++) {
            output.getValues(0)[i] = input.getValues()[i] * (1 - pan.getValues()[i]) / 2;
            output.getValues(1)[i] = input.getValues()[i] * (1 + pan.getValues()[i]) / 2;
        }
    }
}

package com.jsyn.unitgen;

import com.jsyn.ports.UnitInputPort;
import com.jsyn.ports.UnitOutputPort;

public class Multiply extends UnitGenerator {
    public UnitInputPort inputA = new UnitInputPort("InputA");
    public UnitInputPort inputB = new UnitInputPort("InputB");
    public UnitOutputPort output = new UnitOutputPort("Output");

    public Multiply() {
        addPort(inputA);
        addPort(inputB);
        addPort(output);
    }

    @Override public void generate(int start, int limit) {
        for (int i = start; i < limit; i++) {
            output.getValues()[i] = inputA.getValues()[i] * inputB.getValues()[i];
        }
    }
}

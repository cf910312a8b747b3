package com.jsyn.unitgen;

import com.jsyn.ports.UnitInputPort;
import com.jsyn.ports.UnitOutputPort;

public class Delay extends UnitGenerator {
    public UnitInputPort input = new UnitInputPort("Input");
    public UnitOutputPort output = new UnitOutputPort("Output");
    private float[] line;
    private int place;

    public Delay() {
        addPort(input);
        addPort(output);
    }

    public void allocate(int frames) {
        line = new float[frames];
    }

    @Override public void generate(int start, int limit) {
        for (int i = start; i < limit; i++) {
            output.getValues()[i] = line[place];
            line[place] = (float) input.getValues()[i];
            place = (place + 1) % line.length;
        }
    }
}

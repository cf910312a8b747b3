package com.jsyn.unitgen;

import com.jsyn.ports.UnitInputPort;

public class LineOut extends UnitGenerator {
    public LineOut() {
        addPort(new UnitInputPort(2, "Input", 0));
    }

    @Override public void generate(int start, int limit) { }
}

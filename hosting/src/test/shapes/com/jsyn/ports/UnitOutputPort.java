package com.jsyn.ports;

public class UnitOutputPort extends UnitBlockPort {
    public UnitOutputPort(int parts, String name) {
        super(parts, name, 0);
    }

    public UnitOutputPort(String name) {
        this(1, name);
    }

    public void connect(UnitInputPort input) {
        input.read(this);
    }
}

package com.jsyn.ports;

public class UnitVariablePort extends UnitPort {
    private double value;

    public UnitVariablePort(String name, double value) {
        super(name);
        this.value = value;
    }

    public void set(double number) {
        value = number;
    }

    public double get() {
        return value;
    }
}

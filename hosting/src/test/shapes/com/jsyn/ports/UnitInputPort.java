package com.jsyn.ports;

public class UnitInputPort extends UnitBlockPort {
    private double minimum;
    private double maximum = 1;
    private double normally;

    public UnitInputPort(int parts, String name, double value) {
        super(parts, name, value);
        normally = value;
    }

    public UnitInputPort(String name, double value) {
        this(1, name, value);
    }

    public UnitInputPort(String name) {
        this(1, name, 0);
    }

    public void setup(double low, double value, double high) {
        minimum = low;
        maximum = high;
        normally = value;
        set(value);
    }

    public void set(double value) {
        setValueInternal(0, value);
    }

    public double getMinimum() {
        return minimum;
    }

    public double getDefault() {
        return normally;
    }

    public double getMaximum() {
        return maximum;
    }
}

package com.jsyn.ports;

import java.util.Arrays;

public class UnitBlockPort extends UnitPort {
    private final double[][] own;
    private final UnitOutputPort[] sources;

    public UnitBlockPort(int parts, String name, double value) {
        super(name);
        own = new double[parts][8];
        sources = new UnitOutputPort[parts];
        for (int part = 0; part < parts; part++) {
            setValueInternal(part, value);
        }
    }

    @Override public int getNumParts() {
        return own.length;
    }

    public double[] getValues() {
        return getValues(0);
    }

    public double[] getValues(int part) {
        return sources[part] == null ? own[part] : sources[part].getValues(0);
    }

    public boolean isConnected(int part) {
        return sources[part] != null;
    }

    void read(UnitOutputPort source) {
        sources[0] = source;
    }

    protected void setValueInternal(int part, double value) {
        Arrays.fill(own[part], value);
    }
}

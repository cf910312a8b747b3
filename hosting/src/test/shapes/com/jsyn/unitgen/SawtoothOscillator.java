package com.jsyn.unitgen;

public class SawtoothOscillator extends UnitOscillator {
    @Override protected double shape(double position) {
        return position;
    }
}

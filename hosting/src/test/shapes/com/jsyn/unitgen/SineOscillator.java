package com.jsyn.unitgen;

public class SineOscillator extends UnitOscillator {
    @Override protected double shape(double position) {
        return Math.sin(Math.PI * position);
    }
}

package com.jsyn.unitgen;

import com.jsyn.ports.UnitInputPort;
import com.jsyn.ports.UnitOutputPort;

/** Takes frames two by two, as JSyn's own does: a block cannot be cut just anywhere. */
public class FilterLowPass extends UnitGenerator implements UnitSource {
    public UnitInputPort input = new UnitInputPort("Input");
    public UnitInputPort frequency = new UnitInputPort("Frequency");
    public UnitInputPort amplitude = new UnitInputPort("Amplitude", 1);
    public UnitInputPort Q = new UnitInputPort("Q");
    public UnitOutputPort output = new UnitOutputPort("Output");
    private double before, beforeThat, made, madeBefore;

    public FilterLowPass() {
        frequency.setup(40, 400, 6000);
        Q.setup(0.1, 1, 10);
        addPort(input);
        addPort(output);
        addPort(frequency);
        addPort(amplitude);
        addPort(Q);
    }

    @Override public void generate(int start, int limit) {
        double turn = 2 * Math.PI * Math.min(0.49, frequency.getValues()[0] / getFrameRate());
        double alpha = Math.sin(turn) / (2 * Q.getValues()[0]), cosine = Math.cos(turn), scale = 1 / (1 + alpha);
        for (int i = start; i < limit; i += 2) {
            step(i, alpha, cosine, scale);
            step(i + 1, alpha, cosine, scale);
        }
    }

    private void step(int i, double alpha, double cosine, double scale) {
        double now = input.getValues()[i];
        double next = scale * ((1 - cosine) * (now / 2 + before + beforeThat / 2) + 2 * cosine * made - (1 - alpha) * madeBefore);
        beforeThat = before;
        before = now;
        madeBefore = made;
        made = next;
        output.getValues()[i] = amplitude.getValues()[i] * next;
    }

    @Override public UnitOutputPort getOutput() {
        return output;
    }
}

package com.jsyn.engine;

public class SynthesisEngine {
    private boolean realTime = true;
    private int frameRate = 44_100;

    public void setRealTime(boolean real) {
        realTime = real;
    }

    public void start(int rate, int inputDevice, int inputs, int outputDevice, int outputs) {
        if (realTime) {
            throw new IllegalStateException("there is no sound card in a test");
        }
        frameRate = rate;
    }

    public int getFrameRate() {
        return frameRate;
    }

    public double getFramePeriod() {
        return 1.0 / frameRate;
    }
}

package com.jsyn.unitgen;

import com.jsyn.ports.UnitGatePort;
import com.jsyn.ports.UnitInputPort;
import com.jsyn.ports.UnitOutputPort;

/** Attack, decay, sustain, release; in straight lines, and without the delay and the hold. */
public class EnvelopeDAHDSR extends UnitGenerator implements UnitSource {
    private enum Stage { IDLE, ATTACK, DECAY, SUSTAIN, RELEASE }

    public UnitGatePort input = new UnitGatePort("Input");
    public UnitInputPort attack = new UnitInputPort("Attack");
    public UnitInputPort decay = new UnitInputPort("Decay");
    public UnitInputPort sustain = new UnitInputPort("Sustain");
    public UnitInputPort release = new UnitInputPort("Release");
    public UnitInputPort amplitude = new UnitInputPort("Amplitude", 1);
    public UnitOutputPort output = new UnitOutputPort("Output");
    private Stage stage = Stage.IDLE;
    private double level;

    public EnvelopeDAHDSR() {
        addPort(input);
        addPort(output);
        attack.setup(0.01, 0.1, 8);
        decay.setup(0.01, 0.2, 8);
        sustain.setup(0, 0.5, 1);
        release.setup(0.01, 0.3, 8);
        addPort(attack);
        addPort(decay);
        addPort(sustain);
        addPort(release);
        addPort(amplitude);
    }

    @Override public void generate(int start, int limit) {
        for (int i = start; i < limit; i++) {
            if (input.checkGate(i)) {
                stage = Stage.ATTACK;
            } else if (input.isOff() && stage != Stage.IDLE) {
                stage = Stage.RELEASE;
            }
            advance(i);
            output.getValues()[i] = level * amplitude.getValues()[i];
        }
    }

    private void advance(int i) {
        switch (stage) {
            case ATTACK -> move(1, attack, i, Stage.DECAY);
            case DECAY -> move(sustain.getValues()[i], decay, i, Stage.SUSTAIN);
            case SUSTAIN -> level = sustain.getValues()[i];
            case RELEASE -> move(0, release, i, Stage.IDLE);
            case IDLE -> { }
        }
    }

    private void move(double goal, UnitInputPort time, int i, Stage next) {
        double step = 1 / (Math.max(time.getValues()[i], 1e-5) * getFrameRate());
        level += Math.max(-step, Math.min(step, goal - level));
        stage = Math.abs(goal - level) < step / 2 ? next : stage;
    }

    @Override public UnitOutputPort getOutput() {
        return output;
    }
}

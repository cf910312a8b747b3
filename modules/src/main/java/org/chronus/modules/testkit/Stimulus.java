package org.chronus.modules.testkit;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANES;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.chronus.modules.Input;
import org.chronus.modules.Module;

/**
 * The input signals of a module for a few blocks, after conversion: noise for audio, gates that open and close, and for ports with a range
 * straight lines between random values. Each lane has its own; the same seed gives the same signals.
 */
final class Stimulus {
    private final List<Input> ports;
    private final float[][][] values;
    private final boolean[] constant;

    private Stimulus(List<Input> ports, float[][][] values, boolean[] constant) {
        this.ports = ports;
        this.values = values;
        this.constant = constant;
    }

    /** Everything varies, but held ports. */
    static Stimulus random(Module module, int blocks, long seed) {
        List<Input> ports = module.inputs();
        float[][][] values = new float[ports.size()][blocks][BLOCK * LANES];
        boolean[] constant = new boolean[ports.size()];
        for (int port = 0; port < ports.size(); port++) {
            constant[port] = ports.get(port).isHeld();
            for (int lane = 0; lane < LANES; lane++) {
                RandomSignal signal = new RandomSignal(ports.get(port), new SplittableRandom(seed * 31 + port * LANES + lane));
                for (int frame = 0; frame < blocks * BLOCK; frame++) {
                    values[port][frame / BLOCK][frame % BLOCK * LANES + lane] = signal.next();
                }
            }
        }
        return new Stimulus(ports, values, constant);
    }

    /** As this one, but one port stays where it begins: delivered as a constant, or as a signal that happens not to change. */
    Stimulus hold(int port, boolean asConstant) {
        Stimulus held = copy();
        float[] line = Arrays.copyOf(values[port][0], LANES);
        for (float[] block : held.values[port]) {
            for (int i = 0; i < block.length; i++) {
                block[i] = line[i % LANES];
            }
        }
        held.constant[port] = asConstant;
        return held;
    }

    /** As this one, but one lane reads what the other's does. */
    Stimulus withLane(int lane, Stimulus other) {
        Stimulus mixed = copy();
        for (int port = 0; port < values.length; port++) {
            for (int block = 0; block < blocks(); block++) {
                for (int i = lane; i < BLOCK * LANES; i += LANES) {
                    mixed.values[port][block][i] = other.values[port][block][i];
                }
            }
        }
        return mixed;
    }

    /** As this one, but one number everywhere on one port of one block. */
    Stimulus with(int port, int block, float value) {
        Stimulus changed = copy();
        Arrays.fill(changed.values[port][block], value);
        return changed;
    }

    /** As this one, but one port so many times as loud. */
    Stimulus scale(int port, float factor) {
        Stimulus scaled = copy();
        for (float[] block : scaled.values[port]) {
            for (int i = 0; i < block.length; i++) {
                block[i] *= factor;
            }
        }
        return scaled;
    }

    /** [audio] Points the ports of a module like the one it was made for at a block. */
    void feed(Module module, int block) {
        List<Input> inputs = module.inputs();
        for (int port = 0; port < values.length; port++) {
            inputs.get(port).data = values[port][block];
            inputs.get(port).step = constant[port] ? 0 : LANES;
        }
    }

    int blocks() {
        return values.length == 0 ? 4 : values[0].length;
    }

    boolean isConstant(int port) {
        return constant[port];
    }

    List<Input> ports() {
        return ports;
    }

    private Stimulus copy() {
        float[][][] copied = new float[values.length][][];
        for (int port = 0; port < values.length; port++) {
            copied[port] = Arrays.stream(values[port]).map(float[]::clone).toArray(float[][]::new);
        }
        return new Stimulus(ports, copied, constant.clone());
    }
}

package org.chronus.modules.testkit;

import java.util.SplittableRandom;

import org.chronus.modules.Input;

/** A random but legal signal for one input and one lane, in the unit that the kernel reads. */
final class RandomSignal {
    private final Input port;
    private final SplittableRandom random;
    private double value;
    private double step;
    private int left;

    RandomSignal(Input port, SplittableRandom random) {
        this.port = port;
        this.random = random;
        this.value = place();
    }

    float next() {
        if (port.isGate()) {
            if (left-- == 0) {
                left = random.nextInt(1, 200);
                step = 1 - step;
            }
            return (float) step;
        }
        if (!port.isBounded()) {
            return (float) random.nextDouble(-1, 1);
        }
        if (left-- == 0) {
            left = random.nextInt(1, 100);
            step = (place() - value) / (left + 1);
        }
        value += step;
        return port.conversion().apply((float) unwarp(Math.clamp(value, 0, 1)));
    }

    /** Somewhere along the range, its ends included now and then. */
    private double place() {
        return Math.clamp(random.nextDouble(-0.1, 1.1), 0, 1);
    }

    private double unwarp(double share) {
        double low = port.minimum(), high = port.maximum(ModuleUnderTest.RATE);
        double value = port.isLogarithmic() ? low * Math.pow(high / low, share) : low + (high - low) * share;
        return Math.clamp(value, low, high);
    }
}

package org.chronus.modules.testkit;

import static org.chronus.modules.Module.BLOCK;

import org.chronus.modules.Input;
import org.chronus.modules.Module;

/** A module with an input called "in" is below -100 dB once the tail that it states has passed since that input ended. */
final class TailRule implements Rule {
    private static final float INAUDIBLE = 1e-5f;
    private static final int LOUD = 64;
    private static final int CHECKED = 16;

    @Override public void check(ModuleUnderTest subject) {
        Module module = subject.fresh();
        if (module.inputs().stream().noneMatch(port -> port.symbol().equals("in"))) {
            return;
        }
        Stimulus noise = atRest(Stimulus.random(module, LOUD, 14)), silence = rest(noise);
        Recording.of(module, noise);
        double tail = module.tail();
        if (tail == Double.POSITIVE_INFINITY) {
            return;
        }
        Recording recording = Recording.blank(module, silence);
        long blocks = (long) Math.ceil(tail * ModuleUnderTest.RATE / BLOCK);
        for (long block = 0; block < blocks; block++) {
            recording.record(module, silence, 0);
        }
        for (int block = 0; block < CHECKED; block++) {
            recording.record(module, silence, block);
        }
        String place = recording.louderThan(INAUDIBLE, 0, subject.heard());
        if (!place.isEmpty()) {
            throw subject.failure("later than its tail of " + tail + " s " + place);
        }
    }

    /** Silence, and ports with a range at their defaults. */
    static Stimulus rest(Stimulus noise) {
        Stimulus rest = atRest(noise);
        for (int port = 0; port < noise.ports().size(); port++) {
            if (isAudio(noise.ports().get(port))) {
                rest = rest.with(port, 0, 0).hold(port, false);
            }
        }
        return rest;
    }

    /** The same, but audio so many times as loud. */
    static Stimulus scaled(Stimulus noise, float factor) {
        Stimulus scaled = noise;
        for (int port = 0; port < noise.ports().size(); port++) {
            if (isAudio(noise.ports().get(port))) {
                scaled = scaled.scale(port, factor);
            }
        }
        return scaled;
    }

    /** Ports with a range stay at their defaults, where tails are meant to be short of minutes. */
    private static Stimulus atRest(Stimulus noise) {
        Stimulus still = noise;
        for (int port = 0; port < noise.ports().size(); port++) {
            Input input = noise.ports().get(port);
            if (!isAudio(input)) {
                float value = input.conversion().apply((float) input.normally());
                still = still.with(port, 0, value).hold(port, input.isHeld());
            }
        }
        return still;
    }

    private static boolean isAudio(Input input) {
        return !input.isBounded() && input.follows().isEmpty();
    }
}

package org.chronus.modules.testkit;

import static org.chronus.modules.Module.LANES;

import java.util.function.IntPredicate;
import java.util.function.Supplier;

import org.chronus.modules.Module;

/** The module type under test: how to make one, how many of its lanes are heard, what it may cost, and whether its voices share something. */
record ModuleUnderTest(Supplier<? extends Module> maker, int width, double allowance, boolean sharing) {
    static final float RATE = 48_000;

    /** A prepared one. */
    Module fresh() {
        Module module = maker.get();
        module.prepare(RATE, width);
        return module;
    }

    /** The lanes that are heard. */
    IntPredicate heard() {
        return lane -> lane < width;
    }

    /** True among voices that share nothing; in a mix, left may be heard on the right. */
    boolean lanesAreVoices() {
        return width == LANES && !sharing;
    }

    AssertionError failure(String what) {
        return new AssertionError(maker.get().getClass().getSimpleName() + (width == LANES ? ": " : " in a mix: ") + what);
    }
}

package org.chronus.instrument.assembly;

/** How much of a fuzz is run: a part of it with every build, all of it with the profile {@code fuzz}. */
public final class FuzzSize {
    private FuzzSize() { }

    /** True with the profile. */
    static boolean isFull() {
        return "full".equals(System.getProperty("chronus.fuzz"));
    }

    /** One of the two. */
    public static int of(int usual, int full) {
        return isFull() ? full : usual;
    }
}

package com.jsyn.util;

public class PseudoRandom {
    private long state = System.nanoTime();

    public void setSeed(int seed) {
        state = seed;
    }

    public double nextRandomDouble() {
        state = state * 0x5851F42D4C957F2DL + 0x14057B7EF767814FL;
        return (int) (state >> 32) / (double) (1L << 31);
    }
}

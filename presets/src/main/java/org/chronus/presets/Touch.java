package org.chronus.presets;

import java.util.NavigableMap;
import java.util.TreeMap;

/** How velocities are taken: by a curve that has a name, or along points. */
record Touch(String name, NavigableMap<Integer, Integer> points) {
    static final Touch USUAL = new Touch("square", new TreeMap<>());
}

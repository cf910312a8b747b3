package org.chronus.presets.settings;

import java.util.NavigableMap;
import java.util.TreeMap;

/** How velocities are taken: by a curve that has a name, or along points. */
record VelocityEntry(String name, NavigableMap<Integer, Integer> points) {
    static final VelocityEntry USUAL = new VelocityEntry("square", new TreeMap<>());
}

package org.chronus.presets.settings;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What a file says of MIDI devices with a certain name. Immutable; any thread.
 *
 * @param name           a device's name, a part of it, or a pattern with * and ?
 * @param velocity       {@code square}, {@code linear}, {@code soft}, {@code hard}; it does not count if there are points
 * @param points         of a velocity curve, from what is sent to what the note has, both 1..127; empty for the curve of that name
 * @param invertedPedals true if its pedals send 127 when they are up
 * @param channels       bit n: channel n, counted from 0, is heard
 * @param channel        where all of it plays, 0..15; -1 to leave it where it is
 * @param transpose      semitones
 * @param remote         what of it changes programs
 * @param announce       the channel on which it is told which program plays, 0..15; -1 for none
 * @param ignored        true if it is not to be opened
 * @param lowerMembers   member channels of its lower MPE zone, 0..15; 0 for none
 * @param upperMembers   the same of the upper one; of both 14 at most
 * @param words          all of this as it was written, in one line; empty if nothing was
 */
public record DeviceEntry(String name, String velocity, NavigableMap<Integer, Integer> points, boolean invertedPedals, int channels,
                          int channel, int transpose, RemoteEntry remote, int announce, boolean ignored, int lowerMembers, int upperMembers,
                          String words) {
    /** Copies the points. */
    public DeviceEntry {
        points = Collections.unmodifiableNavigableMap(new TreeMap<>(points));
    }
}

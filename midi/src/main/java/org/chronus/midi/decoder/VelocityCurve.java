package org.chronus.midi.decoder;

import java.util.Map;
import java.util.NavigableMap;
import java.util.stream.IntStream;

import org.chronus.midi.command.Gesture;

/** A velocity curve: from the velocity that a keyboard sends to that of a {@link Gesture.NoteOn}. Immutable; any thread. */
@FunctionalInterface
public interface VelocityCurve {
    /** The square of {@link #LINEAR}, the default: close to the loudness of a struck string. */
    VelocityCurve SQUARE = power(2);

    /** Proportional. */
    VelocityCurve LINEAR = power(1);

    /** The square root: soft touch is loud. */
    VelocityCurve SOFT = power(0.5);

    /** The cube: only hard touch is loud. */
    VelocityCurve HARD = power(3);

    /**
     * The velocity of a note. Any thread.
     *
     * @param sent what the keyboard sent, 1..127; 0 is a note-off and has no velocity here
     * @return above 0, up to 1
     * @throws IllegalArgumentException if {@code sent} is out of its range
     */
    float velocity(int sent);

    private static VelocityCurve power(double exponent) {
        return table(IntStream.rangeClosed(0, 127).mapToDouble(sent -> Math.pow(sent / 127f, exponent)).toArray());
    }

    /**
     * Straight lines from point to point, level before the first and after the last; one point is the same velocity for all.
     *
     * @param points velocity of the note by velocity that is sent, both 1..127
     * @throws IllegalArgumentException if there is no point, or one is out of range
     */
    static VelocityCurve through(NavigableMap<Integer, Integer> points) {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a curve needs a point");
        }
        points.forEach((sent, becomes) -> {
            if (Math.min(sent, becomes) < 1 || Math.max(sent, becomes) > 127) {
                throw new IllegalArgumentException("a point must be within 1..127, not " + sent + ": " + becomes);
            }
        });
        return table(IntStream.rangeClosed(0, 127).mapToDouble(sent -> between(points, sent) / 127).toArray());
    }

    private static double between(NavigableMap<Integer, Integer> points, int sent) {
        Map.Entry<Integer, Integer> below = points.floorEntry(sent), above = points.ceilingEntry(sent);
        if (below == null || above == null) {
            return (below == null ? above : below).getValue();
        }
        int width = above.getKey() - below.getKey(), height = above.getValue() - below.getValue();
        return width == 0 ? below.getValue() : below.getValue() + (double) height * (sent - below.getKey()) / width;
    }

    private static VelocityCurve table(double[] velocities) {
        return sent -> {
            if (sent < 1 || sent > 127) {
                throw new IllegalArgumentException("velocity must be within 1..127, not " + sent);
            }
            return (float) velocities[sent];
        };
    }
}

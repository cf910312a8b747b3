package org.chronus.modules.patch.player;

/**
 * When steps come: in equal lengths on a {@link BeatLine}, every second one late by a share of a length. Where a tempo makes steps shorter
 * than 10 ms only every second one is left, or every fourth, and so on. Mutable; audio thread only.
 */
final class StepGrid {
    private static final double SHORTEST_SECONDS = 0.01;

    private final BeatLine line;
    private final double beats;
    private final double swing;
    private final double shortest;
    private double length;

    /**
     * @param beats of a step
     * @param swing 0..1, the share of a step by which every second one comes late
     */
    StepGrid(BeatLine line, double beats, double swing, double sampleRate) {
        this.line = line;
        this.beats = beats;
        this.swing = swing;
        shortest = SHORTEST_SECONDS * sampleRate;
        fit();
    }

    /** The line has another tempo. */
    void fit() {
        length = beats;
        while (length * line.framesPerBeat() < shortest) {
            length *= 2;
        }
    }

    /** The beat of a step, by its number; even numbers are on the grid. */
    double beat(long step) {
        return (step + (step & 1) * swing) * length;
    }

    long frame(long step) {
        return line.frameOf(beat(step));
    }

    /** The first step that is not before a frame. */
    long first(long frame) {
        long step = (long) Math.floor(line.at(frame) / length) - 2;
        while (frame(step) < frame) {
            step++;
        }
        return step;
    }

    /** Half the frames between two steps that are closest. */
    long half() {
        return (long) (0.5 * (1 - swing) * length * line.framesPerBeat());
    }
}

package org.chronus.modules.patch.player;

/**
 * Which frame is which beat: a straight line, which turns where the tempo changes and jumps where a song does. Beats are double, since they
 * must not drift from the song. Mutable; audio thread only.
 */
public final class BeatLine {
    private double sampleRate;
    private double beatsPerMinute;
    private long frame;
    private double beat;

    /** @param sampleRate in Hz */
    public BeatLine(double sampleRate, double beatsPerMinute) {
        this.sampleRate = sampleRate;
        this.beatsPerMinute = beatsPerMinute;
    }

    /** Another tempo from a frame on. */
    public void tempo(long from, double newBeatsPerMinute) {
        locate(from, at(from));
        beatsPerMinute = newBeatsPerMinute;
    }

    /** Frames are others from a frame on, in Hz. */
    public void rate(long from, double hertz) {
        locate(from, at(from));
        sampleRate = hertz;
    }

    /** A frame is that beat. */
    public void locate(long from, double beats) {
        frame = from;
        beat = beats;
    }

    /** The beat of a frame. */
    public double at(long when) {
        return beat + (when - frame) / framesPerBeat();
    }

    /** The frame that is nearest to a beat. */
    public long frameOf(double beats) {
        return frame + Math.round((beats - beat) * framesPerBeat());
    }

    double framesPerBeat() {
        return 60 * sampleRate / beatsPerMinute;
    }
}

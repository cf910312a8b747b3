package org.chronus.instrument.engine.slots;

import org.chronus.modules.patch.Part;

/**
 * What wheels and pressure of a MIDI channel do to a patch: they are for those of its parts that listen to the channel, and ramped. Audio
 * thread only.
 */
public final class ChannelParts {
    private final Part[] parts;

    ChannelParts(Part[] parts) {
        this.parts = parts;
    }

    /** True if a part is for this MIDI channel, or for all. */
    public static boolean listens(Part part, int channel) {
        return part.plan().channel() < 0 || part.plan().channel() == channel;
    }

    /** Of a MIDI channel, to {@code position} 0..1. */
    public void controller(int channel, int number, float position) {
        for (Part part : parts) {
            if (listens(part, channel)) {
                part.controller(number, position, false);
            }
        }
    }

    /** -1..1. */
    public void bend(int channel, float position) {
        for (Part part : parts) {
            if (listens(part, channel)) {
                part.bend(position, false);
            }
        }
    }

    /** How far the bender bends, in semitones. */
    public void bendRange(int channel, float semitones) {
        for (Part part : parts) {
            if (listens(part, channel)) {
                part.bendRange(semitones, false);
            }
        }
    }

    /** Added to every pitch, in semitones. */
    public void tuning(int channel, float semitones) {
        for (Part part : parts) {
            if (listens(part, channel)) {
                part.tuning(semitones, false);
            }
        }
    }

    /** Added to every pitch of all channels, in semitones. */
    public void masterTuning(float semitones, boolean atOnce) {
        for (Part part : parts) {
            part.masterTuning(semitones, atOnce);
        }
    }

    /** What the modulation wheel does, as a multiple of what the preset says. */
    public void modulationDepth(int channel, float factor) {
        for (Part part : parts) {
            if (listens(part, channel)) {
                part.modulationDepth(factor, false);
            }
        }
    }

    /** Channel pressure, 0..1. */
    public void channelPressure(int channel, float amount) {
        for (Part part : parts) {
            if (listens(part, channel)) {
                part.pressure(amount, false);
            }
        }
    }
}

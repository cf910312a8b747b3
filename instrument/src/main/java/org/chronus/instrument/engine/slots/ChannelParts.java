package org.chronus.instrument.engine.slots;

import org.chronus.instrument.engine.state.Players;
import org.chronus.modules.patch.Part;

/**
 * What wheels and pressure of a channel do to a patch: in those of its parts that listen to the MIDI channel they are for the part as a
 * whole, and for the notes of the players there, and ramped. Channels are numbers of {@link org.chronus.instrument.engine.state.KeyNumbers}.
 * Audio thread only.
 */
public final class ChannelParts {
    private final Part[] parts;
    private final Players players;

    ChannelParts(Part[] parts, Players players) {
        this.parts = parts;
        this.players = players;
    }

    /** True if a part is for this MIDI channel, or for all. */
    public static boolean listens(Part part, int channel) {
        return part.plan().channel() < 0 || part.plan().channel() == channel;
    }

    /** Of a channel of a source, to {@code position} 0..1. */
    public void controller(int channel, int number, float position) {
        for (Part part : parts) {
            if (listens(part, channel & 15)) {
                part.controller(number, position, false);
                for (int player = players.first(channel); player != Players.NONE; player = players.next(channel, player)) {
                    part.players().controller(player, number, position, false);
                }
            }
        }
    }

    /** -1..1. */
    public void bend(int channel, float position) {
        for (Part part : parts) {
            if (listens(part, channel & 15)) {
                part.bend(position, false);
                for (int player = players.first(channel); player != Players.NONE; player = players.next(channel, player)) {
                    part.players().bend(player, position, false);
                }
            }
        }
    }

    /** How far the bender bends, in semitones. */
    public void bendRange(int channel, float semitones) {
        for (Part part : parts) {
            for (int player = first(part, channel); player != Players.NONE; player = players.next(channel, player)) {
                part.players().bendRange(player, semitones, false);
            }
        }
    }

    /** Added to every pitch, in semitones. */
    public void tuning(int channel, float semitones) {
        for (Part part : parts) {
            for (int player = first(part, channel); player != Players.NONE; player = players.next(channel, player)) {
                part.players().tuning(player, semitones, false);
            }
        }
    }

    /** Added to every pitch of all channels, in semitones. */
    public void masterTuning(float semitones, boolean atOnce) {
        for (Part part : parts) {
            part.players().masterTuning(semitones, atOnce);
        }
    }

    /** What the modulation wheel does, as a multiple of what the preset says. */
    public void modulationDepth(int channel, float factor) {
        for (Part part : parts) {
            if (listens(part, channel & 15)) {
                part.modulationDepth(factor, false);
                for (int player = players.first(channel); player != Players.NONE; player = players.next(channel, player)) {
                    part.players().modulationDepth(player, factor, false);
                }
            }
        }
    }

    /** Channel pressure, 0..1. */
    public void channelPressure(int channel, float amount) {
        for (Part part : parts) {
            if (listens(part, channel & 15)) {
                part.pressure(amount, false);
                for (int player = players.first(channel); player != Players.NONE; player = players.next(channel, player)) {
                    part.players().pressure(player, amount, false);
                }
            }
        }
    }

    /** A player begins where another has its controllers, or, if that is {@link Players#NONE}, where the preset has them. */
    public void begin(int player, int from) {
        for (Part part : parts) {
            part.players().begin(player, from);
        }
    }

    /** The program of a MIDI channel, for instruments; see {@link org.chronus.modules.patch.InstrumentSection#program}. */
    public void program(int frame, int channel, int number) {
        for (Part part : parts) {
            if (listens(part, channel) && part.instrument().isPresent()) {
                part.instrument().get().program(frame, channel, number);
            }
        }
    }

    private int first(Part part, int channel) {
        return listens(part, channel & 15) ? players.first(channel) : Players.NONE;
    }
}

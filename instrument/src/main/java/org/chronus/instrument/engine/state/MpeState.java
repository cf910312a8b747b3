package org.chronus.instrument.engine.state;

import java.util.Arrays;

import org.chronus.midi.command.MpeZones;

/**
 * Zones of MIDI Polyphonic Expression, and what is said on their channels: bend, pressure and timbre of the notes that are down there. One
 * for the whole instrument, so that a new patch, and a new note, finds them as they are. Channels are numbers of {@link KeyNumbers}.
 * Audio thread only.
 */
public final class MpeState {
    /** The controller of timbre, which rests at 64. */
    public static final int TIMBRE = 74;
    private static final float USUAL_RANGE = 48, MIDDLE = 64 / 127f;

    private final MpeZones[] zones = new MpeZones[KeyNumbers.SOURCES];
    /** The wheels of member channels, -1..1, and how far they bend, in semitones. */
    private final float[] wheels = new float[KeyNumbers.CHANNELS];
    private final float[] ranges = new float[KeyNumbers.CHANNELS];
    private final float[] pressures = new float[KeyNumbers.CHANNELS];
    private final float[] timbres = new float[KeyNumbers.CHANNELS];

    MpeState() {
        Arrays.setAll(zones, _ -> new MpeZones());
        Arrays.fill(ranges, USUAL_RANGE);
    }

    /** Bit n: the n-th channel of the source is in a zone that would change if that one got so many members, or will be. */
    public int changes(int manager, int members) {
        return zones[manager >> 4].changes(manager & 15, members);
    }

    /** The zone of a manager's channel gets so many members. */
    public void configure(int manager, int members) {
        int changed = changes(manager, members);
        zones[manager >> 4].configure(manager & 15, members);
        for (int channel = manager & ~15, end = channel + 16; channel < end; channel++) {
            if ((changed & 1 << (channel & 15)) != 0) {
                reset(channel);
            }
        }
    }

    /** There are no zones any more on the sixteen channels from this one on. */
    public void forget(int first) {
        zones[first >> 4].clear();
        for (int channel = first; channel < first + 16; channel++) {
            reset(channel);
        }
    }

    /** Where a channel is played: on its manager's, or itself. */
    public int manager(int channel) {
        return channel & ~15 | zones[channel >> 4].manager(channel & 15);
    }

    public boolean isMember(int channel) {
        return zones[channel >> 4].isMember(channel & 15);
    }

    public boolean isInZone(int channel) {
        return zones[channel >> 4].isInZone(channel & 15);
    }

    /** True if what comes on MIDI channel {@code midiChannel} of its source, or for all, is for a channel, too. */
    public boolean reaches(int midiChannel, int channel) {
        return zones[channel >> 4].reaches(midiChannel, channel & 15);
    }

    /** Bend and its range, pressure and timbre as they are at first. */
    private void reset(int channel) {
        ranges[channel] = USUAL_RANGE;
        wheels[channel] = 0;
        pressures[channel] = 0;
        timbres[channel] = 0;
    }

    /** The wheel of a member channel, -1..1. */
    public void bend(int channel, float position) {
        wheels[channel] = position;
    }

    /** How far the wheels of all members bend that have the manager of this one, in semitones. */
    public void bendRange(int member, float semitones) {
        for (int channel = member & ~15, end = channel + 16; channel < end; channel++) {
            if (isMember(channel) && manager(channel) == manager(member)) {
                ranges[channel] = semitones;
            }
        }
    }

    /** The keys of a member channel are pressed, 0..1. */
    public void press(int channel, float amount) {
        pressures[channel] = amount;
    }

    /** Controller 74 of a channel in a zone, 0..1. */
    public void timbre(int channel, float position) {
        timbres[channel] = position > MIDDLE ? (position - MIDDLE) / (1 - MIDDLE) : position / MIDDLE - 1;
    }

    /** The bend of a channel's notes alone, in semitones; 0 outside of zones. */
    public float bend(int channel) {
        return wheels[channel] * ranges[channel];
    }

    /** The pressure of a channel's notes alone, 0..1; 0 outside of zones. */
    public float pressure(int channel) {
        return pressures[channel];
    }

    /** The timbre of a channel's notes, the manager's added, -1..1; 0 outside of zones. */
    public float timbre(int channel) {
        return isMember(channel) ? Math.clamp(timbres[channel] + timbres[manager(channel)], -1, 1) : timbres[channel];
    }
}

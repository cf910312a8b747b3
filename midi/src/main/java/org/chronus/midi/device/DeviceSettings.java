package org.chronus.midi.device;

import java.util.Objects;

import org.chronus.midi.command.Command;
import org.chronus.midi.command.MpeZones;
import org.chronus.midi.command.Ranges;
import org.chronus.midi.decoder.VelocityCurve;

/**
 * The settings of a MIDI input device. Immutable; any thread.
 *
 * @param velocity       for its note-ons
 * @param invertedPedals true if its pedals (controllers 64, 66 and 67) send 127 when they are up
 * @param channels       bit n: channel n, counted from 0, is heard
 * @param channel        the channel that all messages are moved to, 0..15, or {@link Command#ALL_CHANNELS} to keep their own
 * @param transpose      semitones added to its keys; keys beyond 0..127 are ignored
 * @param remote         its keys and controllers that change programs
 * @param announce       the channel on which the present program is sent to it, 0..15; -1 for none
 * @param ignored        true if it is not opened, so that other programs can use it
 * @param lowerMembers   channels of its lower MPE zone beside the manager's, 0..15; 0 for none, unless it asks for one itself
 * @param upperMembers   the same of the upper zone; of both 14 at most
 */
public record DeviceSettings(VelocityCurve velocity, boolean invertedPedals, int channels, int channel, int transpose, RemoteTriggers remote,
                             int announce, boolean ignored, int lowerMembers, int upperMembers) {
    /** The settings of a device that no rule matches. */
    public static final DeviceSettings DEFAULT = new DeviceSettings(VelocityCurve.SQUARE, false, 0xFFFF, Command.ALL_CHANNELS, 0,
            RemoteTriggers.NONE, -1, false);

    /** Without zones. */
    public DeviceSettings(VelocityCurve velocity, boolean invertedPedals, int channels, int channel, int transpose, RemoteTriggers remote,
                          int announce, boolean ignored) {
        this(velocity, invertedPedals, channels, channel, transpose, remote, announce, ignored, 0, 0);
    }

    /** @throws IllegalArgumentException for a channel, or a number of members, out of range */
    public DeviceSettings {
        Objects.requireNonNull(velocity, "velocity");
        Objects.requireNonNull(remote, "remote");
        Ranges.sourceAndChannel(0, channel);
        Ranges.sourceAndChannel(0, announce);
        Ranges.within("members", lowerMembers, MpeZones.MOST_MEMBERS);
        Ranges.within("members", upperMembers, MpeZones.MOST_MEMBERS);
    }

    boolean hasZonesOf(DeviceSettings other) {
        return lowerMembers == other.lowerMembers && upperMembers == other.upperMembers;
    }

    /** The channel that messages of a channel are moved to, 0..15; -1 if they are ignored. */
    int route(int from) {
        return (channels & 1 << from) == 0 ? -1 : channel == Command.ALL_CHANNELS ? from : channel;
    }
}

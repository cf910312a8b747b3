package org.chronus.midi.device;

import java.util.Objects;

import org.chronus.midi.command.Command;
import org.chronus.midi.command.MpeZones;
import org.chronus.midi.command.Ranges;
import org.chronus.midi.decoder.VelocityCurve;

/**
 * How a device is listened to. Immutable; any thread.
 *
 * @param velocity       for its note-ons
 * @param invertedPedals true if its pedals (controllers 64, 66 and 67) send 127 when they are up
 * @param channels       bit n: channel n, counted from 0, is heard
 * @param channel        where all that is heard plays, 0..15, or {@link Command#ALL_CHANNELS} to leave it where it is
 * @param transpose      semitones added to its keys; those that leave 0..127 are not heard
 * @param remote         what of it changes programs
 * @param announce       the channel on which it is told which program plays, 0..15; -1 for none
 * @param ignored        true if it is left alone, for other programs to use
 * @param lowerMembers   channels of its lower MPE zone beside the manager's, 0..15; 0 for none, unless it asks for one itself
 * @param upperMembers   the same of the upper zone; of both 14 at most
 */
public record DeviceSettings(VelocityCurve velocity, boolean invertedPedals, int channels, int channel, int transpose, RemoteTriggers remote, int announce,
                             boolean ignored, int lowerMembers, int upperMembers) {
    /** For a device that nobody has said anything about. */
    public static final DeviceSettings DEFAULT = new DeviceSettings(VelocityCurve.SQUARE, false, 0xFFFF, Command.ALL_CHANNELS, 0,
            RemoteTriggers.NONE, -1, false);

    /** Without zones. */
    public DeviceSettings(VelocityCurve velocity, boolean invertedPedals, int channels, int channel, int transpose, RemoteTriggers remote, int announce,
                          boolean ignored) {
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

    /** Where a channel plays, 0..15; -1 if it is not heard. */
    int route(int from) {
        return (channels & 1 << from) == 0 ? -1 : channel == Command.ALL_CHANNELS ? from : channel;
    }
}

package org.chronus.hosting;

import java.util.Arrays;

import org.chronus.hosting.HostedPlugin.Expression;

/**
 * Fingers as messages of the MIDI channels that they play on, for plugins that know no others: the bend of a finger and that of its channel
 * are one bend, as far as it reaches. A note begins as if no finger had been there before. Mutable; [audio], and nothing of it allocates.
 */
public final class FingerChannels {
    private static final int CONTROLLER = 0xB0, PRESSURE = 0xD0, BEND = 0xE0, CHANNELS = 16, MIDDLE = 8_192;
    private static final int BRIGHTNESS = 74, DATA = 6, PARAMETER_FINE = 100, PARAMETER_COARSE = 101, ZONE = 6, MEMBERS = 15;
    /** How far a channel is bent at the end of the bender, in semitones, where fingers play. */
    public static final float WIDE = 48;
    private static final float USUAL = 2;
    private static final float NEUTRAL = 0.5f;

    /** Takes messages of MIDI. */
    @FunctionalInterface
    public interface Messages {
        void midi(int frame, int status, int first, int second);
    }

    private final Messages out;
    private final boolean mpe;
    private final float wide;
    /** By channel: what bender and finger say, in semitones, the range, and the bend that was sent last. */
    private final float[] wheels = new float[CHANNELS];
    private final float[] bends = new float[CHANNELS];
    private final float[] ranges = new float[CHANNELS];
    private final int[] sent = new int[CHANNELS];
    private final float[] pressures = new float[CHANNELS];
    private final float[] brightnesses = new float[CHANNELS];

    /**
     * Begins as {@link #clear} does.
     *
     * @param mpe true for one zone of all channels, whose notes are bent by the first channel, too; else each channel is for itself
     * @param wide how far a plugin bends in fact whose range is {@link #WIDE}
     */
    public FingerChannels(Messages out, boolean mpe, float wide) {
        this.out = out;
        this.mpe = mpe;
        this.wide = wide;
        clear();
    }

    /** The plugin is as it was at first. */
    public void clear() {
        Arrays.fill(wheels, 0);
        Arrays.fill(bends, 0);
        Arrays.fill(ranges, USUAL);
        Arrays.fill(sent, MIDDLE);
        Arrays.fill(pressures, 0);
        Arrays.fill(brightnesses, NEUTRAL);
        if (mpe) {
            say(0, 0, ZONE, MEMBERS);
            Arrays.fill(ranges, 1, CHANNELS, wide);
        }
    }

    /** A registered parameter of a channel has a value. */
    private void say(int frame, int channel, int parameter, int value) {
        out.midi(frame, CONTROLLER | channel, PARAMETER_COARSE, 0);
        out.midi(frame, CONTROLLER | channel, PARAMETER_FINE, parameter);
        out.midi(frame, CONTROLLER | channel, DATA, value);
    }

    /** A note is about to begin on a channel. */
    public void noteOn(int frame, int channel) {
        express(frame, channel, Expression.BEND, 0);
        express(frame, channel, Expression.PRESSURE, 0);
        express(frame, channel, Expression.BRIGHTNESS, NEUTRAL);
    }

    /** The bender of a channel, whose range is the usual one, moves. */
    public void bender(int frame, int channel, int first, int second) {
        wheels[channel] = USUAL * ((second << 7 | first) - MIDDLE) / MIDDLE;
        bend(frame, channel);
    }

    /** See {@link HostedPlugin#noteExpression}. */
    public void express(int frame, int channel, Expression what, float value) {
        if (what == Expression.BEND && bends[channel] != value) {
            bends[channel] = value;
            if (!mpe && ranges[channel] != wide) {
                ranges[channel] = wide;
                sent[channel] = -1;
                say(frame, channel, 0, (int) WIDE);
            }
            bend(frame, channel);
        } else if (what == Expression.PRESSURE && pressures[channel] != value) {
            pressures[channel] = value;
            out.midi(frame, PRESSURE | channel, Math.round(127 * value), 0);
        } else if (what == Expression.BRIGHTNESS && brightnesses[channel] != value) {
            brightnesses[channel] = value;
            out.midi(frame, CONTROLLER | channel, BRIGHTNESS, Math.round(127 * value));
        }
    }

    /** The first channel of a zone bends all others, so that they get the rest. */
    private void bend(int frame, int channel) {
        for (int each = channel, last = mpe && channel == 0 ? CHANNELS - 1 : channel; each <= last; each++) {
            float semitones = wheels[each] + bends[each] - (mpe && each > 0 ? wheels[0] + bends[0] : 0);
            int value = Math.clamp(Math.round(MIDDLE + semitones / ranges[each] * MIDDLE), 0, 2 * MIDDLE - 1);
            if (sent[each] != value) {
                sent[each] = value;
                out.midi(frame, BEND | each, value & 127, value >> 7);
            }
        }
    }
}

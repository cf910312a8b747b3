package org.chronus.midi.command;

/** A movement of a key, wheel, pedal or controller. Immutable; any thread. */
public sealed interface Gesture extends Command {
    /**
     * A key goes down.
     *
     * @param channel  0..15
     * @param key      0..127, 60 is middle C
     * @param velocity above 0, up to 1, after the device's velocity curve
     */
    record NoteOn(int source, int channel, int key, float velocity) implements Gesture, ExactCommand {
        public NoteOn {
            Ranges.sourceAndOneChannel(source, channel);
            Ranges.within("key", key, 127);
            if (!(velocity > 0 && velocity <= 1)) {
                throw new IllegalArgumentException("velocity must be above 0 and at most 1, not " + velocity);
            }
        }

        @Override public int rank() {
            return 3;
        }
    }

    /**
     * A key comes up.
     *
     * @param channel  0..15
     * @param key      0..127
     * @param velocity release velocity 0..1, linear
     */
    record NoteOff(int source, int channel, int key, float velocity) implements Gesture, ExactCommand {
        /** The release velocity, 64 of 127, of keyboards that do not measure it. */
        public static final float USUAL_VELOCITY = 64 / 127f;

        public NoteOff {
            Ranges.sourceAndOneChannel(source, channel);
            Ranges.within("key", key, 127);
            Ranges.unit("release velocity", velocity);
        }

        @Override public int rank() {
            return 2;
        }
    }

    /**
     * The pressure of one key changes (polyphonic aftertouch).
     *
     * @param channel 0..15
     * @param key     0..127
     * @param value   0..1
     */
    record PolyPressure(int source, int channel, int key, float value) implements Gesture, GridCommand {
        public PolyPressure {
            Ranges.sourceAndOneChannel(source, channel);
            Ranges.within("key", key, 127);
            Ranges.unit("key pressure", value);
        }
    }

    /**
     * The pressure of all keys of a channel changes (channel aftertouch).
     *
     * @param channel 0..15
     * @param value   0..1
     */
    record ChannelPressure(int source, int channel, float value) implements Gesture, ExactCommand, GridCommand {
        public ChannelPressure {
            Ranges.sourceAndOneChannel(source, channel);
            Ranges.unit("channel pressure", value);
        }
    }

    /**
     * The bend wheel moves.
     *
     * @param channel 0..15
     * @param value   -1..1, a share of the bend range; 0 is the centre
     */
    record PitchBend(int source, int channel, float value) implements Gesture, ExactCommand, GridCommand {
        public PitchBend {
            Ranges.sourceAndOneChannel(source, channel);
            if (!(value >= -1 && value <= 1)) {
                throw new IllegalArgumentException("pitch bend must be within -1..1, not " + value);
            }
        }
    }

    /**
     * A controller moves. Bank select, the mode messages and registered parameters are no controllers here; they are in
     * {@link Selection.ProgramChange}, {@link Release} and {@link Setting}. The value combines the coarse half and the fine one.
     *
     * @param channel 0..15
     * @param number  0..119
     * @param value   0..1
     */
    record Controller(int source, int channel, int number, float value) implements Gesture, ExactCommand, GridCommand {
        /** Pedals and portamento: hold, portamento, sostenuto, soft; portamento control; and the timbre of MPE. */
        private static final int FIRST_PEDAL = 64, LAST_PEDAL = 67, TIMBRE = 74, PORTAMENTO_CONTROL = 84;

        public Controller {
            Ranges.sourceAndOneChannel(source, channel);
            Ranges.within("controller number", number, 119);
            Ranges.unit("controller value", value);
        }

        @Override public boolean concernsNotes() {
            return number >= FIRST_PEDAL && number <= LAST_PEDAL || number == TIMBRE || number == PORTAMENTO_CONTROL;
        }
    }
}

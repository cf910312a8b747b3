package org.chronus.midi.command;

/** A change of a patch parameter, by a script or by a controller that is bound to it. Immutable; any thread. */
public sealed interface ParameterChange extends Command {
    /**
     * An input of a module is given a value, in every patch that has it. A value beyond the range is clamped by the patch.
     *
     * @param parameter a number that stands for {@code module.port}, as the instrument gives them out, 0 or more
     * @param value     finite, in the port's unit
     */
    record SetParameter(int source, int parameter, float value) implements ParameterChange, GridCommand {
        public SetParameter {
            Ranges.sourceAndChannel(source, ALL_CHANNELS);
            Ranges.within("parameter", parameter, Integer.MAX_VALUE);
            Ranges.between("parameter value", value, -Float.MAX_VALUE, Float.MAX_VALUE);
        }

        @Override public int channel() {
            return ALL_CHANNELS;
        }
    }

    /**
     * A controller that is bound to an input of a module moves. Its position is a share of the input's range, logarithmic if the input is.
     *
     * @param parameter as in {@link SetParameter}
     * @param from      where the knob was, 0..1
     * @param to        where it is, 0..1
     * @param picksUp   true if it has no effect until it reaches the present value (pick-up)
     */
    record Turn(int source, int parameter, float from, float to, boolean picksUp) implements ParameterChange, GridCommand {
        public Turn {
            Ranges.sourceAndChannel(source, ALL_CHANNELS);
            Ranges.within("parameter", parameter, Integer.MAX_VALUE);
            Ranges.unit("knob", from);
            Ranges.unit("knob", to);
        }

        @Override public int channel() {
            return ALL_CHANNELS;
        }
    }

    /**
     * An endless controller (rotary encoder) that is bound to an input of a module moves.
     *
     * @param parameter as in {@link SetParameter}
     * @param by        -1..1, a share of the input's range, logarithmic if the input is
     */
    record Nudge(int source, int parameter, float by) implements ParameterChange, GridCommand {
        public Nudge {
            Ranges.sourceAndChannel(source, ALL_CHANNELS);
            Ranges.within("parameter", parameter, Integer.MAX_VALUE);
            Ranges.between("turn of a knob", by, -1, 1);
        }

        @Override public int channel() {
            return ALL_CHANNELS;
        }
    }
}

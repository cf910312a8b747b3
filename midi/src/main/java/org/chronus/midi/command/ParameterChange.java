package org.chronus.midi.command;

/** A parameter of a patch moves, by a script or by a knob that is bound to it. */
public sealed interface ParameterChange extends Command {
    /**
     * An input of a module is given a value, in whichever patch has it; what the patch makes of values beyond its range is its affair.
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
     * A knob that is bound to an input of a module is turned; where it stands is a share of the input's range, along its logarithm if it
     * has one.
     *
     * @param parameter as in {@link SetParameter}
     * @param from      where the knob was, 0..1
     * @param to        where it is, 0..1
     * @param picksUp   true if it is to do nothing until it has come to where the value is
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
     * A knob without an end that is bound to an input of a module is turned.
     *
     * @param parameter as in {@link SetParameter}
     * @param by        -1..1, a share of the input's range, along its logarithm if it has one
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

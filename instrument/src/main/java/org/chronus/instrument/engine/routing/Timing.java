package org.chronus.instrument.engine.routing;

import org.chronus.instrument.engine.state.MpeState;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.ParameterChange;
import org.chronus.midi.command.Release;
import org.chronus.midi.command.Setting;
import org.chronus.midi.command.Transport;

/**
 * When a command takes effect: at its own frame, on the grid of controllers, or at both, each with one of its sides. Audio thread, or
 * before it starts.
 */
public final class Timing {
    private Timing() {}

    /**
     * True for commands that take effect on the 16-frame grid and are ramped. Pedals, and a reset, are that to cables and exact to notes.
     */
    public static boolean isSmooth(Command command) {
        return switch (command) {
            case Gesture.Controller move -> true;
            case Gesture.PitchBend bend -> true;
            case ParameterChange.SetParameter set -> true;
            case ParameterChange.Turn turn -> true;
            case ParameterChange.Nudge nudge -> true;
            case Gesture.ChannelPressure pressure -> true;
            case Gesture.PolyPressure pressure -> true;
            case Setting.BendRange range -> true;
            case Setting.Tuning tuning -> true;
            case Setting.ModulationDepth depth -> true;
            case Setting.MasterVolume volume -> true;
            case Transport.Tempo tempo -> true;
            case Transport.OwnTempo own -> true;
            case Transport.SongPosition place -> true;
            case Release.ResetControllers reset -> true;
            case Setting.MpeZone zone -> true;
            default -> false;
        };
    }

    /** True for commands that are exact to the frame: gates, and what decides about notes, or how one begins in an MPE zone. */
    public static boolean isExact(Command command) {
        return switch (command) {
            case Release.ResetControllers reset -> true;
            case Gesture.Controller move -> PedalRouter.isPedal(move.number()) || move.number() == MpeState.TIMBRE;
            case Gesture.PitchBend bend -> true;
            case Gesture.ChannelPressure pressure -> true;
            case Setting.BendRange range -> true;
            case Setting.MpeZone zone -> true;
            default -> !isSmooth(command);
        };
    }
}

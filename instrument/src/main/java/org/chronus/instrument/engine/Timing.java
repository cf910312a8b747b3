package org.chronus.instrument.engine;

import org.chronus.midi.Command;
import org.chronus.midi.Ending;
import org.chronus.midi.Gesture;
import org.chronus.midi.Pace;
import org.chronus.midi.ParameterMove;
import org.chronus.midi.Setting;

/**
 * When a command takes effect: at its own frame, on the grid of controllers, or at both, each with one of its sides. Audio thread, or
 * before it starts.
 */
final class Timing {
    private Timing() {}

    /**
     * True for commands that take effect on the 16-frame grid and are ramped. Pedals, and a reset, are that to cables and exact to notes.
     */
    static boolean isSmooth(Command command) {
        return switch (command) {
            case Gesture.Controller move -> true;
            case Gesture.PitchBend bend -> true;
            case ParameterMove.SetParameter set -> true;
            case ParameterMove.Turn turn -> true;
            case ParameterMove.Nudge nudge -> true;
            case Gesture.ChannelPressure pressure -> true;
            case Gesture.PolyPressure pressure -> true;
            case Setting.BendRange range -> true;
            case Setting.Tuning tuning -> true;
            case Setting.ModulationDepth depth -> true;
            case Setting.MasterVolume volume -> true;
            case Pace.Tempo tempo -> true;
            case Pace.OwnTempo own -> true;
            case Pace.SongPosition place -> true;
            case Ending.ResetControllers reset -> true;
            case Setting.MpeZone zone -> true;
            default -> false;
        };
    }

    /** True for commands that are exact to the frame: gates, and what decides about notes, or how one begins in an MPE zone. */
    static boolean isExact(Command command) {
        return switch (command) {
            case Ending.ResetControllers reset -> true;
            case Gesture.Controller move -> Feet.isPedal(move.number()) || move.number() == Fingers.TIMBRE;
            case Gesture.PitchBend bend -> true;
            case Gesture.ChannelPressure pressure -> true;
            case Setting.BendRange range -> true;
            case Setting.MpeZone zone -> true;
            default -> !isSmooth(command);
        };
    }
}

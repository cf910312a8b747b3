package org.chronus.instrument.engine.routing;

import org.chronus.instrument.engine.output.Master;
import org.chronus.instrument.engine.slots.PatchCall;
import org.chronus.instrument.engine.slots.Slot;
import org.chronus.instrument.engine.slots.Slots;
import org.chronus.instrument.engine.state.ControllerState;
import org.chronus.instrument.engine.state.DueCommand;
import org.chronus.instrument.engine.state.KeyNumbers;
import org.chronus.instrument.engine.state.ParameterWrites;
import org.chronus.instrument.engine.state.PedalState;
import org.chronus.instrument.engine.state.Players;
import org.chronus.instrument.engine.state.SongClock;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.GridCommand;
import org.chronus.midi.command.ParameterChange;
import org.chronus.midi.command.Release;
import org.chronus.midi.command.Selection;
import org.chronus.midi.command.Setting;
import org.chronus.midi.command.Transport;

/**
 * Routes commands of the control grid: wheels, pressure, tuning, tempo, parameters, and what cables and ports see of pedals. Bend, tuning
 * and tempo are for every patch that sounds, the rest is for the active one. It keeps what a patch that takes over must know. Audio thread
 * only.
 */
final class ControllerRouter {
    private static final int MODULATION = 1, EXPRESSION = 11;

    private static final PatchCall CONTROLLER = (patch, channel, number, position) -> patch.channels().controller(channel, number, position);
    private static final PatchCall BEND = (patch, channel, _, position) -> patch.channels().bend(channel, position);
    private static final PatchCall BEND_RANGE = (patch, channel, _, semitones) -> patch.channels().bendRange(channel, semitones);
    private static final PatchCall TUNING = (patch, channel, _, semitones) -> patch.channels().tuning(channel, semitones);
    private static final PatchCall MASTER_TUNING = (patch, _, _, semitones) -> patch.channels().masterTuning(semitones, false);
    private static final PatchCall MASTER_TUNING_AT_ONCE = (patch, _, _, semitones) -> patch.channels().masterTuning(semitones, true);
    private static final PatchCall DEPTH = (patch, channel, _, factor) -> patch.channels().modulationDepth(channel, factor);
    private static final PatchCall PRESSURE = (patch, channel, _, amount) -> patch.channels().channelPressure(channel, amount);
    private static final PatchCall KEY_PRESSURE = (patch, key, _, amount) -> patch.notes().pressure(key, amount);
    private static final PatchCall CLEAR_PRESSURES = (patch, channel, _, _) -> patch.notes().clearPressures(channel);
    private static final PatchCall PROGRAM = (patch, channel, frame, program) -> patch.channels().program(frame, channel, (int) program);
    private static final PatchCall BEGIN = (patch, player, _, from) -> patch.channels().begin(player, (int) from);
    private static final PatchCall SET_AT_ONCE = (patch, parameter, _, value) -> patch.set(parameter, value, true);
    private static final PatchCall SET = (patch, parameter, _, value) -> patch.set(parameter, value, false);

    private final Slots slots;
    private final PedalState pedals;
    private final NoteRouter notes;
    private final MpeRouter mpe;
    private final Master master;
    private final ControllerState state;
    private final ParameterWrites writes = new ParameterWrites();
    private final TransportRouter transport;
    /** In semitones. */
    private float masterTuning;

    ControllerRouter(Slots slots, PedalState pedals, NoteRouter notes, MpeRouter mpe, Master master, SongClock song) {
        this.slots = slots;
        this.pedals = pedals;
        this.notes = notes;
        this.mpe = mpe;
        this.master = master;
        transport = new TransportRouter(slots, song);
        state = new ControllerState(pedals.players());
    }

    /** A note is about to be played on a channel. */
    void play(int channel) {
        pedals.players().play(player(channel));
    }

    /** Who plays on a channel. One who comes new begins with what those have moved there who play no notes. */
    private int player(int channel) {
        Players players = pedals.players();
        int player = players.of(channel);
        if (player == Players.NONE) {
            int other = players.withoutNotes(channel);
            player = players.add(channel);
            state.begin(player, other);
            callAll(BEGIN, player, other);
        }
        return player;
    }

    /** A patch takes over: it learns the tempo, the place in the song, the tuning, where controllers are, and what moved after that place in time. */
    void takeOver(Slot slot, long frame, long order) {
        transport.takeOver(slot);
        slot.call(MASTER_TUNING_AT_ONCE, 0, 0, masterTuning);
        slot.learn(state, frame, order);
        for (int number = writes.firstAfter(frame, order); number != ParameterWrites.NONE; number = writes.next(number)) {
            slot.call(SET_AT_ONCE, number, 0, writes.value(number));
        }
    }

    /** A channel, or each, has another program, from that frame of the block on. */
    void choose(Selection.ChannelProgram choice, int frame) {
        for (int channel = 0; channel < 16; channel++) {
            if (choice.channel() == channel || choice.channel() == Command.ALL_CHANNELS) {
                state.program(channel, choice.number());
                slots.active().call(PROGRAM, channel, frame, choice.number());
            }
        }
    }

    /** Carries out the grid side of a command, at the beginning of a block. */
    void carryOut(GridCommand command, DueCommand due) {
        switch (command) {
            case Gesture.Controller move -> {
                mpe.keep(move);
                mpe.follow(move);
                if (!mpe.isForMember(move)) {
                    move(channel(move), move.number(), move.value(), due);
                }
            }
            case Gesture.PitchBend bend -> {
                mpe.keep(bend);
                mpe.follow(bend);
                if (!mpe.isForMember(bend)) {
                    bend(channel(bend), bend.value(), due);
                }
            }
            case Gesture.ChannelPressure pressure -> {
                mpe.keep(pressure);
                mpe.follow(pressure);
                if (!mpe.isForMember(pressure)) {
                    press(channel(pressure), pressure.value(), due);
                }
            }
            case Gesture.PolyPressure pressure -> press(pressure);
            case Setting.BendRange range -> {
                mpe.keep(range);
                mpe.follow(range);
                if (!mpe.isForMember(range)) {
                    state.bendRange(channel(range), range.semitones(), due);
                    callAll(BEND_RANGE, channel(range), range.semitones());
                }
            }
            case Setting.Tuning tuning -> {
                if (!mpe.isForMember(tuning)) {
                    state.tuning(channel(tuning), tuning.semitones(), due);
                    callAll(TUNING, channel(tuning), tuning.semitones());
                }
            }
            case Setting.ModulationDepth depth -> {
                if (!mpe.isForMember(depth)) {
                    float factor = depth.semitones() / Setting.ModulationDepth.USUAL;
                    state.modulationDepth(channel(depth), factor, due);
                    slots.active().call(DEPTH, channel(depth), 0, factor);
                }
            }
            case Setting.MasterVolume volume -> master.volume(volume.value());
            case Setting.MasterTuning tuning -> {
                masterTuning = tuning.semitones();
                callAll(MASTER_TUNING, 0, masterTuning);
            }
            // A bend that came with the zone may be carried out before the zone's exact side: here it comes first.
            case Setting.MpeZone zone -> mpe.configure(zone, due.frame());
            case ParameterChange.SetParameter set -> {
                writes.write(set.parameter(), set.value(), due);
                slots.active().call(SET, set.parameter(), 0, set.value());
            }
            case ParameterChange.Turn turn -> keep(turn.parameter(), slots.active().turn(turn), due);
            case ParameterChange.Nudge nudge -> keep(nudge.parameter(), slots.active().nudge(nudge), due);
            case Transport.Tempo outside -> transport.tempo(outside.beatsPerMinute());
            case Transport.OwnTempo _ -> transport.ownTempo();
            case Transport.SongPosition place -> transport.locate(place.beats());
            case Release.ResetControllers reset -> {
                mpe.keep(reset);
                mpe.follow(reset);
                if (!mpe.isForMember(reset)) {
                    reset(reset.source(), reset.channel(), due);
                }
            }
        }
    }

    private void move(int channel, int number, float position, DueCommand due) {
        state.controller(channel, number, position, due);
        slots.active().call(CONTROLLER, channel, number, position);
    }

    /** A knob has moved a parameter to this value; not a number if it did not. */
    private void keep(int parameter, float value, DueCommand due) {
        if (!Float.isNaN(value)) {
            writes.write(parameter, value, due);
        }
    }

    private void bend(int channel, float position, DueCommand due) {
        state.bend(channel, position, due);
        callAll(BEND, channel, position);
    }

    private void press(int channel, float amount, DueCommand due) {
        state.pressure(channel, amount, due);
        slots.active().call(PRESSURE, channel, 0, amount);
    }

    private void press(Gesture.PolyPressure pressure) {
        int key = KeyNumbers.key(KeyNumbers.channel(pressure.source(), pressure.channel()), pressure.key());
        pedals.setPressure(key, pressure.value());
        float amount = Math.max(pressure.value(), pedals.mpe().pressure(KeyNumbers.channelOf(key)));
        for (Slot slot : slots.both()) {
            if (notes.owns(slot, key)) {
                slot.call(KEY_PRESSURE, key, 0, amount);
            }
        }
    }

    private void callAll(PatchCall call, int which, float value) {
        for (Slot slot : slots.both()) {
            slot.call(call, which, 0, value);
        }
    }

    /** RP-015: modulation, expression, pedals, bend and pressures; volume, pan and the sound controllers stay. */
    private void reset(int source, int channel, DueCommand due) {
        for (int c = 0; c < 16; c++) {
            if (channel == c || channel == Command.ALL_CHANNELS) {
                int number = KeyNumbers.channel(source, c);
                move(number, MODULATION, 0, due);
                move(number, EXPRESSION, 1, due);
                for (int pedal = PedalRouter.HOLD; pedal <= PedalRouter.SOFT; pedal++) {
                    move(number, pedal, 0, due);
                }
                bend(number, 0, due);
                press(number, 0, due);
                pedals.clearPressures(number);
                callAll(CLEAR_PRESSURES, number, 0);
            }
        }
    }

    /** The channel of the source; there is a player for it from now on. */
    private int channel(Command command) {
        int channel = KeyNumbers.channel(command.source(), command.channel());
        player(channel);
        return channel;
    }
}

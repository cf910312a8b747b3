package org.chronus.instrument.engine.routing;

import org.chronus.instrument.engine.output.Master;
import org.chronus.instrument.engine.slots.Slot;
import org.chronus.instrument.engine.slots.Slots;
import org.chronus.instrument.engine.state.DueCommand;
import org.chronus.instrument.engine.state.KeyNumbers;
import org.chronus.instrument.engine.state.MpeState;
import org.chronus.instrument.engine.state.PedalState;
import org.chronus.instrument.engine.state.Players;
import org.chronus.instrument.engine.state.SongClock;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.ExactCommand;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.GridCommand;
import org.chronus.midi.command.Release;
import org.chronus.midi.command.Selection;
import org.chronus.midi.command.Setting;
import org.chronus.presets.tuning.Tuning;

/**
 * Routes commands to slots. Notes go to the active slot; a note-off, and the pressure of a key, to the slot that had the note-on; pedals and
 * bend to every slot that sounds; other controllers, and parameters, to the active one. What is exact to the frame is decided here and in
 * {@link PedalRouter} and {@link MpeRouter}; what waits for the control grid, in {@link ControllerRouter}. Audio thread only.
 */
public final class CommandRouter implements Slots.TakeOver {
    private final int channels;
    private final MpeState mpe;
    private final Players players;
    private final NoteRouter notes;
    private final PedalRouter pedals;
    private final MpeRouter zones;
    private final ControllerRouter controllers;
    private final SongClock song;

    /**
     * @param channels   bit n set: notes of MIDI channel n are played
     * @param sampleRate in Hz
     */
    public CommandRouter(Slots slots, PedalState state, Master master, int channels, double sampleRate) {
        this.channels = channels;
        mpe = state.mpe();
        players = state.players();
        pedals = new PedalRouter(slots.both(), state);
        notes = new NoteRouter(slots, state, pedals);
        zones = new MpeRouter(slots.both(), state, pedals, notes);
        song = new SongClock(sampleRate);
        controllers = new ControllerRouter(slots, state, notes, zones, master, song);
    }

    /** [before it starts] Keys are no longer a semitone apart, but as this says. */
    public void tune(Tuning tuning) {
        notes.tune(tuning);
    }

    /** Where the song is, for patches that take over. */
    public SongClock song() {
        return song;
    }

    /** Carries out the grid side of a command, at the beginning of a block. */
    public void carryOutOnGrid(DueCommand due) {
        if (isHeard(due.command())) {
            controllers.carryOut((GridCommand) due.command(), due);
        }
    }

    /** Carries out the exact side of a command, at its frame of the present block. */
    public void carryOutExactly(DueCommand due) {
        if (isHeard(due.command())) {
            carryOut((ExactCommand) due.command(), due.frame());
        }
    }

    /** A member of a zone is heard if its manager is; a zone is known in any case. */
    private boolean isHeard(Command command) {
        return command.channel() < 0 || command instanceof Setting.MpeZone
                || (channels & 1 << (mpe.manager(KeyNumbers.channel(command.source(), command.channel())) & 15)) != 0;
    }

    private void carryOut(ExactCommand command, int frame) {
        switch (command) {
            case Gesture.NoteOn on -> {
                controllers.play(mpe.manager(KeyNumbers.channel(on.source(), on.channel())));
                notes.on(on, frame);
            }
            case Gesture.NoteOff off -> notes.off(off, frame);
            case Gesture.Controller move -> {
                pedals.move(move, frame);
                zones.keep(move);
            }
            case Gesture.PitchBend bend -> zones.keep(bend);
            case Gesture.ChannelPressure pressure -> zones.keep(pressure);
            case Setting.BendRange range -> zones.keep(range);
            case Setting.MpeZone zone -> zones.configure(zone, frame);
            case Setting.KeyTuning tuning -> notes.tune(tuning, frame);
            case Setting.VoiceMode mode -> {
                notes.allOff(mode.source(), mode.channel(), frame);
                pedals.setMono(mode.source(), mode.channel(), mode.mono());
            }
            case Release.AllSoundOff off -> notes.soundOff(off.source(), off.channel(), frame);
            case Release.AllNotesOff off -> notes.allOff(off.source(), off.channel(), frame);
            case Release.ResetControllers reset -> {
                pedals.raise(reset.source(), reset.channel(), frame);
                zones.keep(reset);
            }
            case Release.ReleaseSource gone -> release(gone, frame);
            case Selection.ChannelProgram choice -> controllers.choose(choice, frame);
        }
    }

    @Override public void takeOver(Slot slot, long frame, long order, boolean strikes) {
        controllers.takeOver(slot, frame, order);
        if (strikes) {
            notes.strikeHeld(slot);
        }
    }

    private void release(Release.ReleaseSource gone, int frame) {
        pedals.raise(gone.source(), Command.ALL_CHANNELS, frame);
        notes.allOff(gone.source(), Command.ALL_CHANNELS, frame);
        if (gone.leaves()) {
            pedals.setMono(gone.source(), Command.ALL_CHANNELS, false);
            mpe.forget(KeyNumbers.channel(gone.source(), 0));
            players.forget(KeyNumbers.channel(gone.source(), 0));
        }
    }
}

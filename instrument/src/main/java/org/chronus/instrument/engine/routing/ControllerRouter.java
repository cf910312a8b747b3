package org.chronus.instrument.engine.routing;

import org.chronus.instrument.engine.slots.PrimedPatch;
import org.chronus.instrument.engine.slots.Slot;
import org.chronus.instrument.engine.state.ControllerState;
import org.chronus.instrument.engine.state.KeyNumbers;
import org.chronus.instrument.engine.state.PedalState;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.ParameterChange;
import org.chronus.midi.command.Release;
import org.chronus.midi.command.Setting;
import org.chronus.midi.command.Transport;
import org.chronus.modules.patch.Part;

/**
 * The side of the {@link CommandRouter} that is ramped: wheels, pressure, tuning, tempo, and what cables and ports see of pedals. It keeps what a
 * patch that takes over must know. Audio thread only.
 */
final class ControllerRouter {
    private static final int MODULATION = 1, EXPRESSION = 11;

    private final Slot[] slots;
    private final PedalState pedals;
    private final long[] owners;
    private final Suspect suspect;
    private final MpeRouter fingers;
    private final ControllerState performance = new ControllerState();
    private final ParameterWrites writes = new ParameterWrites();
    /** Of a clock or a song, in beats per minute; not a number while there is none. */
    private float tempo = Float.NaN;

    /** {@code owners}: the patch that has each key's latest note-on, by its generation. */
    ControllerRouter(Slot[] slots, PedalState pedals, long[] owners, Suspect suspect, MpeRouter fingers) {
        this.slots = slots;
        this.pedals = pedals;
        this.owners = owners;
        this.suspect = suspect;
        this.fingers = fingers;
    }

    /** A part of a patch that takes over learns where everything is, and what moved since {@code frame}. */
    void giveTo(Part part, long frame) {
        performance.giveTo(part, frame);
    }

    /** A patch that takes over learns what was written to its parameters since {@code frame}. */
    void giveTo(PrimedPatch patch, long frame) {
        writes.giveTo(patch, frame);
    }

    /** A patch that takes over plays in the tempo outside, if there is one. */
    void giveTempoTo(PrimedPatch patch) {
        if (!Float.isNaN(tempo)) {
            patch.patch().tempo(tempo, true);
        }
    }

    /** Carries out the smooth side of a command at the beginning of a block, {@code now} counted from the engine's start. */
    void move(Command command, Slot active, long now) {
        fingers.move(command);
        if (command instanceof Gesture.PolyPressure pressure) {
            press(pressure);
        } else if (!fingers.isForMember(command)) {
            moveAll(command, active, now);
        }
    }

    private void moveAll(Command command, Slot active, long now) {
        switch (command) {
            case Gesture.Controller move -> move(move.channel(), move.number(), move.value(), active, now);
            case Gesture.PitchBend bend -> bend(bend.channel(), bend.value(), now);
            case Setting.BendRange range -> bendRange(range.channel(), range.semitones(), now);
            case Setting.Tuning tuning -> tune(tuning.channel(), tuning.semitones(), now);
            case Setting.ModulationDepth depth -> deepen(depth.channel(), depth.semitones() / Setting.ModulationDepth.USUAL, active, now);
            case ParameterChange.SetParameter set -> set(set.parameter(), set.value(), active, now);
            case ParameterChange.Turn turn -> turn(turn, active, now);
            case ParameterChange.Nudge nudge -> nudge(nudge, active, now);
            case Gesture.ChannelPressure pressure -> press(pressure.channel(), pressure.value(), active, now);
            case Transport.Tempo outside -> follow(outside.beatsPerMinute());
            case Transport.OwnTempo own -> tempo = Float.NaN;
            case Transport.SongPosition place -> locate(place.beats());
            case Release.ResetControllers reset -> reset(reset.source(), reset.channel(), active, now);
            default -> { }
        }
    }

    private void move(int channel, int number, float position, Slot active, long now) {
        performance.controller(channel, number, position, now);
        if (active.sounds()) {
            suspect.in(active).wheels().controller(channel, number, position);
        }
    }

    private void set(int parameter, float value, Slot active, long now) {
        writes.write(parameter, value, now);
        if (active.sounds()) {
            suspect.in(active).set(parameter, value, false);
        }
    }

    private void turn(ParameterChange.Turn turn, Slot active, long now) {
        if (active.sounds()) {
            note(turn.parameter(), suspect.in(active).turn(turn.parameter(), turn.from(), turn.to(), turn.picksUp()), now);
        }
    }

    private void nudge(ParameterChange.Nudge nudge, Slot active, long now) {
        if (active.sounds()) {
            note(nudge.parameter(), suspect.in(active).nudge(nudge.parameter(), nudge.by()), now);
        }
    }

    private void note(int parameter, float value, long now) {
        if (!Float.isNaN(value)) {
            writes.write(parameter, value, now);
        }
    }

    private void bend(int channel, float position, long now) {
        performance.bend(channel, position, now);
        for (Slot slot : slots) {
            if (slot.sounds()) {
                suspect.in(slot).wheels().bend(channel, position);
            }
        }
    }

    private void bendRange(int channel, float semitones, long now) {
        performance.bendRange(channel, semitones, now);
        for (Slot slot : slots) {
            if (slot.sounds()) {
                suspect.in(slot).wheels().bendRange(channel, semitones);
            }
        }
    }

    private void tune(int channel, float semitones, long now) {
        performance.tuning(channel, semitones, now);
        for (Slot slot : slots) {
            if (slot.sounds()) {
                suspect.in(slot).wheels().tuning(channel, semitones);
            }
        }
    }

    private void deepen(int channel, float factor, Slot active, long now) {
        performance.modulationDepth(channel, factor, now);
        if (active.sounds()) {
            suspect.in(active).wheels().modulationDepth(channel, factor);
        }
    }

    private void press(int channel, float amount, Slot active, long now) {
        performance.pressure(channel, amount, now);
        if (active.sounds()) {
            suspect.in(active).wheels().channelPressure(channel, amount);
        }
    }

    private void press(Gesture.PolyPressure pressure) {
        int key = KeyNumbers.key(KeyNumbers.channel(pressure.source(), pressure.channel()), pressure.key());
        pedals.setPressure(key, pressure.value());
        float amount = Math.max(pressure.value(), pedals.fingers().pressure(KeyNumbers.channelOf(key)));
        for (Slot slot : slots) {
            if (slot.sounds() && slot.has(owners[key])) {
                suspect.in(slot).pressure(key, amount);
            }
        }
    }

    /** At once where no note was played yet, so that a song begins in its tempo. */
    private void follow(float beatsPerMinute) {
        tempo = beatsPerMinute;
        for (Slot slot : slots) {
            if (slot.sounds()) {
                suspect.in(slot).patch().tempo(beatsPerMinute, !slot.wasPlayed());
            }
        }
    }

    private void locate(double beats) {
        for (Slot slot : slots) {
            if (slot.sounds()) {
                suspect.in(slot).patch().locate(beats);
            }
        }
    }

    private void clearPressures(int channel) {
        pedals.clearPressures(channel);
        for (Slot slot : slots) {
            if (slot.sounds()) {
                suspect.in(slot).clearPressures(channel);
            }
        }
    }

    /** RP-015: modulation, expression, pedals, bend and pressures; volume, pan and the sound controllers stay. */
    private void reset(int source, int channel, Slot active, long now) {
        for (int c = 0; c < 16; c++) {
            if (channel == c || channel == Command.ALL_CHANNELS) {
                move(c, MODULATION, 0, active, now);
                move(c, EXPRESSION, 1, active, now);
                for (int pedal = PedalRouter.HOLD; pedal <= PedalRouter.SOFT; pedal++) {
                    move(c, pedal, 0, active, now);
                }
                bend(c, 0, now);
                press(c, 0, active, now);
                clearPressures(KeyNumbers.channel(source, c));
            }
        }
    }
}

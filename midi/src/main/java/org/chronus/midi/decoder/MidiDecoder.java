package org.chronus.midi.decoder;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiMessage;

import org.chronus.midi.command.Command;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.Gesture.ChannelPressure;
import org.chronus.midi.command.Gesture.NoteOff;
import org.chronus.midi.command.Gesture.NoteOn;
import org.chronus.midi.command.Gesture.PitchBend;
import org.chronus.midi.command.Gesture.PolyPressure;
import org.chronus.midi.command.Ranges;
import org.chronus.midi.command.Selection.ProgramChange;

/**
 * Decodes the MIDI bytes of one source into commands. Any sequence of bytes is accepted. Mutable.
 *
 * <p>Messages may be cut anywhere between two calls. Running status is understood; real-time bytes may stand anywhere; system
 * exclusive messages may have any length. One that another status interrupts, or that is unknown, is ignored.
 * Note-on with velocity 0 is a note-off. Bank select (controllers 0 and 32) is kept per channel for the next program
 * change. Local control (122) is ignored. MIDI clock becomes a tempo.
 *
 * <p>For one thread at a time, usually that of its device, which also runs the sink.
 */
public final class MidiDecoder {
    private static final int SYSTEM_EXCLUSIVE = 0xF0, SONG_POSITION = 0xF2, END_OF_EXCLUSIVE = 0xF7, NONE = 0;

    private final int source;
    private final VelocityCurve curve;
    private final Consumer<? super Event> sink;
    private final ChannelControllers[] channels = new ChannelControllers[16];
    private final SystemExclusive exclusive;
    private final ClockFollower clock;

    /** The status that data bytes belong to: a channel status (running status included), a system status, or {@link #NONE}. */
    private int status = NONE;
    private int firstData;
    private int dataSeen;
    /** Bytes of a message that has not ended yet. */
    private int unfinished;
    private final DecodeErrors strays = new DecodeErrors();

    /**
     * A decoder at rest: no running status, bank 0 on every channel. Any thread.
     *
     * @param source what the commands are stamped with, 0 or more, else {@link IllegalArgumentException}
     * @param curve  for note-ons
     * @param sink   gets every event, on the thread that decodes; what it throws reaches that thread, and decoding may go on after
     */
    public MidiDecoder(int source, VelocityCurve curve, Consumer<? super Event> sink) {
        this(source, curve, sink, new ClockSource());
    }

    /** One of several decoders, which share {@code clockSource}. */
    public MidiDecoder(int source, VelocityCurve curve, Consumer<? super Event> sink, ClockSource clockSource) {
        Ranges.sourceAndChannel(source, Command.ALL_CHANNELS);
        this.source = source;
        this.curve = Objects.requireNonNull(curve, "curve");
        this.sink = Objects.requireNonNull(sink, "sink");
        exclusive = new SystemExclusive(source);
        clock = new ClockFollower(source, clockSource, this::send);
        forgetControllers();
    }

    /**
     * Decodes the next bytes of the stream. No byte is an error. Device thread.
     *
     * @param nanos when they arrived, see {@link Event#nanos()}
     * @throws IndexOutOfBoundsException if the range is not inside the array
     */
    public void decode(long nanos, byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        for (int i = offset; i < offset + length; i++) {
            int next = bytes[i] & 0xFF;
            if (next >= 0xF8) {
                realTime(nanos, next);
            } else if (next >= 0x80) {
                begin(nanos, next);
            } else {
                data(nanos, next);
            }
        }
    }

    /**
     * Decodes a message of Java Sound. The meta messages of files are ignored. Device thread.
     *
     * @param nanos when it arrived, see {@link Event#nanos()}
     */
    public void decode(long nanos, MidiMessage message) {
        if (!(message instanceof MetaMessage)) {
            decode(nanos, message.getMessage(), 0, message.getLength());
        }
    }

    /** The invalid bytes so far, by kind. Any thread. */
    public DecodeErrors strays() {
        return strays;
    }

    /** A real-time byte, which may stand inside another message and does not end it. */
    private void realTime(long nanos, int next) {
        switch (next) {
            case 0xF8 -> clock.tick(nanos);
            case 0xFA -> clock.start();
            case 0xFB -> clock.resume();
            case 0xFC -> clock.stop();
            case 0xF9, 0xFD -> strays.add(DecodeErrors.Kind.UNDEFINED, 1);
            default -> { }
        }
    }

    private void begin(long nanos, int next) {
        boolean wasExclusive = status == SYSTEM_EXCLUSIVE, endsExclusive = next == END_OF_EXCLUSIVE && wasExclusive;
        strays.add(DecodeErrors.Kind.CUT_SHORT, unfinished);
        if (next == END_OF_EXCLUSIVE && !endsExclusive || next == 0xF4 || next == 0xF5) {
            strays.add(DecodeErrors.Kind.UNDEFINED, 1);
        }
        dataSeen = 0;
        boolean complete = next == SYSTEM_EXCLUSIVE || next >= 0xF4;
        unfinished = complete ? 0 : 1;
        status = next >= 0xF4 ? NONE : next;
        if (wasExclusive) {
            strays.add(endsExclusive ? DecodeErrors.Kind.DAMAGED : DecodeErrors.Kind.CUT_SHORT, exclusive.strayBytes(endsExclusive));
        }
        if (endsExclusive) {
            endExclusive(nanos);
        }
        exclusive.begin();
    }

    private void data(long nanos, int next) {
        if (status == SYSTEM_EXCLUSIVE) {
            exclusive.add(next);
            return;
        }
        if (status == NONE) {
            strays.add(DecodeErrors.Kind.NO_STATUS, 1);
            return;
        }
        unfinished++;
        dataSeen++;
        if (dataSeen == 1 && dataBytes(status) == 2) {
            firstData = next;
            return;
        }
        int complete = status, first = dataSeen == 2 ? firstData : next;
        dataSeen = 0;
        unfinished = 0;
        if (complete >= 0xF0) {
            status = NONE;
            if (complete == SONG_POSITION) {
                clock.position(next * 128 + first);
            }
        } else {
            message(nanos, complete & 0xF0, complete & 0x0F, first, next);
        }
    }

    private static int dataBytes(int status) {
        return switch (status & 0xF0) {
            case 0xC0, 0xD0 -> 1;
            case 0xF0 -> status == SONG_POSITION ? 2 : 1;
            default -> 2;
        };
    }

    private void message(long nanos, int kind, int channel, int first, int second) {
        switch (kind) {
            case 0x80 -> send(nanos, new NoteOff(source, channel, first, second / 127f));
            case 0x90 -> send(nanos, second == 0
                    ? new NoteOff(source, channel, first, NoteOff.USUAL_VELOCITY)
                    : new NoteOn(source, channel, first, curve.velocity(second)));
            case 0xA0 -> send(nanos, new PolyPressure(source, channel, first, second / 127f));
            case 0xB0 -> channels[channel].accept(first, second).ifPresent(command -> send(nanos, command));
            case 0xC0 -> send(nanos, new ProgramChange(source, channel, channels[channel].bank(), first));
            case 0xD0 -> send(nanos, new ChannelPressure(source, channel, first / 127f));
            default -> send(nanos, new PitchBend(source, channel, bend(second * 128 + first)));
        }
    }

    private void endExclusive(long nanos) {
        if (exclusive.isGeneralMidiOn()) {
            forgetControllers();
        }
        exclusive.commands().forEach(command -> send(nanos, command));
    }

    private void forgetControllers() {
        Arrays.setAll(channels, channel -> new ChannelControllers(source, channel));
    }

    /** -1..1. There are 8192 steps below the centre and 8191 above; both ends reach the full range. */
    private static float bend(int value) {
        int fromCentre = value - 8192;
        return fromCentre < 0 ? fromCentre / 8192f : fromCentre / 8191f;
    }

    private void send(long nanos, Command command) {
        sink.accept(new Event(nanos, command));
    }
}

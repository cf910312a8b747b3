package org.chronus.instrument.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.chronus.instrument.audio.AudioBackend;
import org.chronus.instrument.audio.AudioCallback;
import org.chronus.midi.Command;
import org.chronus.midi.Event;
import org.chronus.midi.MidiConnection;
import org.chronus.midi.MidiInput;
import org.chronus.midi.MidiInputException;
import org.chronus.midi.MidiInputs;
import org.chronus.midi.VelocityCurve;

/**
 * Keyboards, engine, loader and audio device, tied together. Any thread but the audio thread calls it.
 */
public final class Instrument implements AutoCloseable {
    private static final int OWN_SOURCE = 0;

    private final Engine engine;
    private final PresetLoader loader;
    private final AudioBackend audio;
    private final int channels;
    private final Housekeeper housekeeper;
    private final List<MidiConnection> keyboards = new ArrayList<>();
    private volatile int programChannel = 16;

    /**
     * @param channels bit n: MIDI channel n plays
     * @param stuck    what to do, on a thread of its own, when a module never returns: the audio thread is lost
     */
    public Instrument(Engine engine, PresetLoader loader, AudioBackend audio, int channels, Runnable stuck) {
        housekeeper = new Housekeeper(engine, stuck);
        this.engine = engine;
        this.loader = loader;
        this.audio = audio;
        this.channels = channels;
    }

    /** Listens to a keyboard. */
    public void connect(MidiInput input) throws MidiInputException {
        keyboards.add(MidiInputs.open(input, OWN_SOURCE + 1 + keyboards.size(), VelocityCurve.SQUARE, this::receive));
    }

    /** Lets it sound. */
    public void start() throws IOException {
        start(engine);
    }

    /** Lets it sound by way of a callback that calls the engine's. */
    public void start(AudioCallback callback) throws IOException {
        loader.start();
        audio.start(callback);
        housekeeper.start();
    }

    /** [any thread but audio] What a keyboard, or the command line, asks for. */
    public void receive(Event event) {
        switch (event.command()) {
            case Command.ProgramChange change -> {
                // Followed on the lowest channel that has played, so that a second keyboard or a drum pad does not change the patch.
                if (change.channel() <= programChannel) {
                    loader.request(new Swap(engine.position(), event.nanos(), change.bank(), change.program()));
                }
            }
            case Command.NoteOn on -> {
                if ((channels & 1 << on.channel()) != 0 && on.channel() < programChannel) {
                    programChannel = on.channel();
                }
                engine.offer(event);
            }
            default -> engine.offer(event);
        }
    }

    /** Asks for a program. */
    public void change(int bank, int program) {
        loader.request(new Swap(engine.position(), bank, program));
    }

    /** Silence, within a few milliseconds. */
    public void panic() {
        for (int source = 0; source <= keyboards.size(); source++) {
            engine.offer(new Event(System.nanoTime(), new Command.ReleaseSource(source)));
            engine.offer(new Event(System.nanoTime(), new Command.AllSoundOff(source, Command.ALL_CHANNELS)));
        }
    }

    /** Closes keyboards, device and loader. */
    @Override public void close() throws IOException {
        housekeeper.close();
        keyboards.forEach(MidiConnection::close);
        audio.close();
        loader.close();
    }
}

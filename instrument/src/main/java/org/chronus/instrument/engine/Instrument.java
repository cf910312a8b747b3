package org.chronus.instrument.engine;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.chronus.instrument.audio.AudioBackend;
import org.chronus.instrument.audio.AudioCallback;
import org.chronus.midi.Command;
import org.chronus.midi.DeviceRules;
import org.chronus.midi.Event;
import org.chronus.midi.MidiDevices;
import org.chronus.midi.MidiInput;

/**
 * Keyboards, engine, loader and audio device, tied together. Any thread but the audio thread calls it.
 */
public final class Instrument implements AutoCloseable {
    private static final int OWN_SOURCE = 0;

    private final Engine engine;
    private final PresetLoader loader;
    private final AudioBackend audio;
    private final ProgramChannel programChannel;
    private final Housekeeper housekeeper;
    private volatile Optional<MidiDevices> devices = Optional.empty();

    /**
     * @param channels bit n: MIDI channel n plays
     * @param stuck    what to do, on a thread of its own, when a module never returns: the audio thread is lost
     */
    public Instrument(Engine engine, PresetLoader loader, AudioBackend audio, int channels, Runnable stuck) {
        housekeeper = new Housekeeper(engine, stuck);
        this.engine = engine;
        this.loader = loader;
        this.audio = audio;
        programChannel = new ProgramChannel(channels);
    }

    /**
     * Listens to keyboards as they come and go; at most once. The arguments are those of {@link MidiDevices#open}.
     *
     * @return true if there is one
     */
    public boolean listen(Predicate<MidiInput> wanted, Supplier<DeviceRules> rules, Consumer<String> say) {
        MidiDevices opened = MidiDevices.open(wanted, rules, Keyboard.SOURCES - 1, this::receive, say);
        devices = Optional.of(opened);
        return opened.sources() > 0;
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
                if (programChannel.follows(change)) {
                    loader.request(new Swap(engine.position(), event.nanos(), change.bank(), change.program()));
                }
            }
            default -> {
                programChannel.hear(event.command());
                engine.offer(event);
            }
        }
    }

    /** Asks for a program. */
    public void change(int bank, int program) {
        loader.request(new Swap(engine.position(), bank, program));
    }

    /** Silence, within a few milliseconds. */
    public void panic() {
        for (int source = 0; source <= devices.map(MidiDevices::sources).orElse(OWN_SOURCE); source++) {
            engine.offer(new Event(System.nanoTime(), new Command.ReleaseSource(source, false)));
            engine.offer(new Event(System.nanoTime(), new Command.AllSoundOff(source, Command.ALL_CHANNELS)));
        }
    }

    /** Closes keyboards, device and loader. */
    @Override public void close() throws IOException {
        housekeeper.close();
        devices.ifPresent(MidiDevices::close);
        audio.close();
        loader.close();
    }
}

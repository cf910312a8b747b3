package org.chronus.instrument.control;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.chronus.instrument.audio.AudioBackend;
import org.chronus.instrument.audio.AudioCallback;
import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.engine.slots.Swap;
import org.chronus.instrument.engine.state.KeyNumbers;
import org.chronus.instrument.loader.PresetLoader;
import org.chronus.instrument.settings.Binding;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.Release;
import org.chronus.midi.command.Selection;
import org.chronus.midi.device.DeviceRules;
import org.chronus.midi.device.MidiDevices;
import org.chronus.midi.device.MidiInput;
import org.chronus.presets.library.ProgramAddress;
import org.chronus.presets.preset.Preset;

/**
 * Keyboards, engine, loader and audio device, tied together. Any thread but the audio thread calls it.
 */
public final class Instrument implements AutoCloseable {
    private static final int OWN_SOURCE = 0;

    private final Engine engine;
    private final PresetLoader loader;
    private final AudioBackend audio;
    private final SetList setList;
    private final int channels;
    private final ProgramChannel programChannel;
    private final AudioWatchdog housekeeper;
    private final Bindings bindings;
    private final ControllerLearner learner = new ControllerLearner();
    private volatile Optional<MidiDevices> devices = Optional.empty();

    /**
     * @param setList  where it is in the loader's bank
     * @param channels bit n: MIDI channel n plays
     * @param stuck    what to do, on a thread of its own, when a module never returns: the audio thread is lost
     */
    public Instrument(Engine engine, PresetLoader loader, AudioBackend audio, SetList setList, int channels, Runnable stuck) {
        housekeeper = new AudioWatchdog(engine, stuck);
        this.engine = engine;
        this.loader = loader;
        this.audio = audio;
        this.setList = setList;
        this.channels = channels;
        programChannel = new ProgramChannel(channels);
        bindings = new Bindings(engine.parameters());
    }

    /** Which controllers write to parameters. */
    public Bindings bindings() {
        return bindings;
    }

    /** Binds another. */
    public ControllerLearner learner() {
        return learner;
    }

    /**
     * Listens to keyboards as they come and go; at most once. The arguments are those of {@link MidiDevices#open}.
     *
     * @return true if there is one
     */
    public boolean listen(Predicate<MidiInput> wanted, Supplier<DeviceRules> rules, Consumer<String> say, Consumer<String> sayClock) {
        MidiDevices opened = MidiDevices.open(wanted, rules, KeyNumbers.SOURCES - 1, this::receive, say, sayClock);
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
            case Selection.ProgramChange change -> {
                if (programChannel.follows(change)) {
                    setList.goTo(change.bank(), change.program());
                    loader.request(new Swap(engine.position(), event.nanos(), change.bank(), change.program()));
                }
            }
            case Selection.Step step -> step(step.places());
            case Release.Panic _ -> panic();
            case Gesture.Controller move -> control(event, move);
            default -> {
                programChannel.hear(event.command());
                engine.offer(event);
            }
        }
    }

    private void control(Event event, Gesture.Controller move) {
        Optional<String> device = devices.flatMap(open -> open.name(move.source()));
        device.ifPresent(name -> learner.hear(name, move));
        Optional<Binding> binding = device.flatMap(name -> bindings.find(name, move));
        if (binding.isPresent()) {
            bindings.command(binding.get(), move).ifPresent(command -> engine.offer(new Event(event.nanos(), command)));
        } else {
            engine.offer(event);
        }
    }

    /** Asks for a program so many places further on in the set list, or back. */
    public Swap step(int places) {
        ProgramAddress address = setList.step(places);
        return request(new Swap(engine.position(), address.bank(), address.program()));
    }

    /** Tells the keyboards that want to know it which program plays. */
    public void announce(int bank, int program) {
        devices.ifPresent(open -> open.announce(bank, program));
    }

    /** Asks for a program. */
    public Swap change(int bank, int program) {
        setList.goTo(bank, program);
        return request(new Swap(engine.position(), bank, program));
    }

    /** Asks for a preset that is in no bank. */
    public Swap change(Preset preset) {
        return request(new Swap(engine.position(), preset));
    }

    private Swap request(Swap swap) {
        loader.request(swap);
        return swap;
    }

    /** What plays new notes; nothing before the first. */
    public Optional<Preset> playing() {
        return Optional.ofNullable(engine.handover().playing());
    }

    /** Periods that came too late, by the backend's clock. */
    public long xruns() {
        return audio.late();
    }

    /** Bit n: MIDI channel n plays. */
    public int channels() {
        return channels;
    }

    /** Silence, within a few milliseconds. */
    public void panic() {
        for (int source = 0; source <= devices.map(MidiDevices::sources).orElse(OWN_SOURCE); source++) {
            engine.offer(new Event(System.nanoTime(), new Release.ReleaseSource(source, false)));
            engine.offer(new Event(System.nanoTime(), new Release.AllSoundOff(source, Command.ALL_CHANNELS)));
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

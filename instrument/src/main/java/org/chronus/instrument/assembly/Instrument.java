package org.chronus.instrument.assembly;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.chronus.instrument.audio.AudioBackend;
import org.chronus.instrument.audio.AudioCallback;
import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.engine.slots.SwapRequest;
import org.chronus.instrument.engine.state.KeyNumbers;
import org.chronus.instrument.loader.PresetLoader;
import org.chronus.instrument.settings.Binding;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.ControlCommand;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.ExactCommand;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.Release;
import org.chronus.midi.command.Selection;
import org.chronus.midi.device.DeviceRules;
import org.chronus.midi.device.MidiDevices;
import org.chronus.midi.device.MidiInput;
import org.chronus.presets.library.ProgramAddress;
import org.chronus.presets.preset.Preset;

/**
 * An instrument: engine, loader, set list, keyboards and audio device, put together in one place for whoever plays, renders or tests. Any
 * thread but the audio thread.
 */
public final class Instrument implements AutoCloseable {
    /** The number of the source that commands have which come from no device. */
    public static final int OWN_SOURCE = 0;

    private final InstrumentSetup setup;
    private final Engine engine;
    private final PresetLoader loader;
    private final SetList setList;
    private final ProgramChannel programChannel;
    private final Bindings bindings;
    private final ControllerLearner learner = new ControllerLearner();
    private final EventListeners listeners = new EventListeners();
    private final PatchChanges changes;
    private volatile Optional<AudioBackend> audio = Optional.empty();
    private volatile Optional<AudioWatchdog> watchdog = Optional.empty();
    private volatile Optional<MidiDevices> devices = Optional.empty();

    /** Puts it together. Nothing runs yet. */
    public Instrument(InstrumentSetup setup) {
        this.setup = setup;
        engine = setup.engine();
        loader = new PresetLoader(setup.library(), setup.bank(), setup.catalog(), engine, listeners, setup.timeoutNanos(), setup.ready());
        setList = new SetList(setup.bank());
        changes = new PatchChanges(engine, loader, setList, listeners);
        programChannel = new ProgramChannel(setup.channels());
        bindings = new Bindings(engine.parameters());
    }

    /** From now on this one hears what happens. */
    public void listen(Consumer<InstrumentEvent> listener) {
        listeners.add(listener);
    }

    /** What it was put together from. */
    public InstrumentSetup setup() {
        return setup;
    }

    /** What makes the sound. */
    public Engine engine() {
        return engine;
    }

    /** What brings patches. */
    public PresetLoader loader() {
        return loader;
    }

    /** Where the player is in the order of the bank. */
    public SetList setList() {
        return setList;
    }

    /** Which controllers write to parameters. */
    public Bindings bindings() {
        return bindings;
    }

    /** Binds another. */
    public ControllerLearner learner() {
        return learner;
    }

    /** [before it starts] The program that it begins with is made ready. Returns what came of it. */
    public SwapReport begin(ProgramAddress first) {
        return loader.load(SwapRequest.program(0, first.bank(), first.program()));
    }

    /** [before it starts] The same with a preset, of a bank or not. */
    public SwapReport begin(Preset first) {
        return loader.load(SwapRequest.preset(0, first));
    }

    /** Begins to load what is asked for, without an audio device: for whoever renders. */
    public void startLoading() {
        loader.start();
    }

    /**
     * Lets it sound.
     *
     * @param device   plays it, and is closed with the instrument
     * @param callback calls {@link Engine#process}, if it is not the engine itself
     * @param stuck    what to do, on a thread of its own, when a module never returns: the audio thread is lost
     */
    public void start(AudioBackend device, AudioCallback callback, Runnable stuck) throws IOException {
        audio = Optional.of(device);
        watchdog = Optional.of(new AudioWatchdog(engine, device, listeners::tell, stuck));
        loader.start();
        device.start(callback);
        watchdog.get().start();
    }

    /**
     * Listens to keyboards as they come and go; at most once, and when all else is in its place. The arguments are those of
     * {@link MidiDevices}.
     *
     * @return true if there is one
     */
    public boolean connect(Predicate<MidiInput> wanted, Supplier<DeviceRules> rules, Consumer<String> say, Consumer<String> sayClock) {
        MidiDevices found = new MidiDevices(wanted, rules, KeyNumbers.SOURCES - 1, this::receive, say, sayClock);
        devices = Optional.of(found);
        found.start();
        return found.sources() > 0;
    }

    /** What a keyboard, a song or a script sends. False if it found no room. */
    public boolean receive(Event event) {
        Command command = event.command();
        if (command instanceof ControlCommand asked) {
            carryOut(asked, event.nanos());
            return true;
        }
        if (command instanceof Gesture.Controller move) {
            return receive(event, move);
        }
        if (command instanceof ExactCommand exact) {
            programChannel.hear(exact);
        }
        return engine.offer(event);
    }

    private void carryOut(ControlCommand command, long nanos) {
        switch (command) {
            case Selection.ProgramChange change -> {
                boolean follows = programChannel.follows(change);
                if (!follows || change.channel() == Command.ALL_CHANNELS) {
                    engine.offer(new Event(nanos, Selection.ChannelProgram.of(change)));
                }
                if (follows) {
                    change(nanos, change.bank(), change.program());
                }
            }
            case Selection.Step step -> step(nanos, step.places());
            case Release.Panic _ -> panic();
        }
    }

    private boolean receive(Event event, Gesture.Controller move) {
        Optional<String> device = devices.flatMap(open -> open.name(move.source()));
        device.ifPresent(name -> learner.hear(name, move));
        Optional<Binding> binding = device.flatMap(name -> bindings.find(name, move));
        if (binding.isEmpty()) {
            return engine.offer(event);
        }
        return bindings.command(binding.get(), move).map(command -> engine.offer(event.with(command))).orElse(true);
    }

    /** Asks for a program so many places further on in the set list, or back, at a time of {@link System#nanoTime}. */
    public SwapReport step(long nanos, int places) {
        return changes.step(nanos, places);
    }

    /** Asks for a program at a time of {@link System#nanoTime}. */
    public SwapReport change(long nanos, int bank, int program) {
        return changes.program(nanos, bank, program);
    }

    /** Asks for a preset that is in no bank. */
    public SwapReport change(long nanos, Preset preset) {
        return changes.preset(nanos, preset);
    }

    /** Asks for a program of which the preset has just been read. */
    public SwapReport change(long nanos, ProgramAddress program, Preset preset) {
        return changes.program(nanos, program.bank(), program.program(), preset);
    }

    /** What plays has another number, which keyboards and listeners are told. */
    public void moved(ProgramAddress program) {
        announce(program.bank(), program.program());
        listeners.tell(new InstrumentEvent.Moved(program));
    }

    /** Tells the keyboards that want to know it which program plays. */
    public void announce(int bank, int program) {
        devices.ifPresent(open -> open.announce(bank, program));
    }

    /** What plays new notes; nothing before the first. */
    public Optional<Preset> playing() {
        return Optional.ofNullable(engine.handover().playing());
    }

    /** What plays it; nothing before it starts. */
    public Optional<AudioBackend> audio() {
        return audio;
    }

    /** The keyboards that are connected. */
    public List<String> keyboards() {
        return devices.map(MidiDevices::connected).orElse(List.of());
    }

    /** Silence, within a few milliseconds. */
    public void panic() {
        for (int source = 0; source <= devices.map(MidiDevices::sources).orElse(OWN_SOURCE); source++) {
            engine.offer(new Event(System.nanoTime(), new Release.ReleaseSource(source, false)));
            engine.offer(new Event(System.nanoTime(), new Release.AllSoundOff(source, Command.ALL_CHANNELS)));
        }
    }

    /** Closes keyboards, device and loader, and with that every patch. */
    @Override public void close() throws IOException {
        watchdog.ifPresent(AudioWatchdog::close);
        devices.ifPresent(MidiDevices::close);
        try {
            if (audio.isPresent()) {
                audio.get().close();
            }
        } finally {
            engine.slots().giveBackAll();
            loader.close();
        }
    }
}

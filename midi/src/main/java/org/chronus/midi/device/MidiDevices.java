package org.chronus.midi.device;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.chronus.midi.command.Command;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.Selection;
import org.chronus.midi.command.Transport;
import org.chronus.midi.decoder.ClockSource;
import org.chronus.midi.decoder.DecodeErrors;

/**
 * Keeps all wanted MIDI inputs open while they are connected. Its thread "devices" queries Java Sound twice a second, because Java Sound has
 * no notification, and reports each arrival, departure and failure in one line. Mutable; any thread but the audio thread.
 */
public final class MidiDevices implements AutoCloseable {
    private static final long LOOK_MILLIS = 50;
    private static final int LOOKS_PER_SCAN = 10;
    /** A driver that hangs must not keep the process from ending. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Predicate<MidiInput> wanted;
    private final Supplier<DeviceRules> rules;
    private final Consumer<? super Event> sink;
    private final Consumer<String> say;
    private final ClockSource clockSource = new ClockSource();
    private final ClockReporter clock;
    private final MidiPorts ports = new MidiPorts();
    private final SourceNumbers numbers;
    private final Map<MidiPorts.Port, MidiConnection> connections = new LinkedHashMap<>();
    private final Set<MidiPorts.Port> unavailable = new HashSet<>();
    /** The errors that were reported: each kind once for each device. */
    private final Set<String> reportedErrors = new HashSet<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread;
    private final AtomicReference<Selection.ProgramChange> pendingProgram = new AtomicReference<>();
    /** The program that plays, for devices that are connected later. */
    private Optional<Selection.ProgramChange> currentProgram = Optional.empty();
    private final Map<Integer, String> names = new ConcurrentHashMap<>();
    private DeviceRules inForce;
    private volatile int sources;
    private volatile List<String> connected = List.of();

    /**
     * Opens nothing before {@link #start}.
     *
     * @param wanted   selects the inputs to open; called on the thread "devices", as are all the others
     * @param rules    the settings of devices; read at every scan, so that changes take effect
     * @param sources  the highest source number of a device; the lowest is 1
     * @param sink     as for {@link MidiInputs#open}
     * @param say      gets a line for each arrival, departure and failure
     * @param sayClock gets a line when a device begins to set the tempo, and when that ends
     */
    public MidiDevices(Predicate<MidiInput> wanted, Supplier<DeviceRules> rules, int sources, Consumer<? super Event> sink,
                       Consumer<String> say, Consumer<String> sayClock) {
        this.wanted = wanted;
        this.rules = rules;
        this.sink = sink;
        this.say = say;
        clock = new ClockReporter(clockSource, source -> name(source).orElseThrow(), sayClock);
        numbers = new SourceNumbers(sources);
        thread = Thread.ofPlatform().name("devices").daemon().unstarted(this::run);
    }

    /**
     * Opens the inputs that are connected, then starts the thread. The sink must be ready. Any thread but the audio thread.
     */
    public void start() {
        scan();
        thread.start();
    }

    /** The name of the device that has this source number, or had it last; empty if none ever had. Any thread but the audio thread. */
    public Optional<String> name(int source) {
        return Optional.ofNullable(names.get(source));
    }

    /** The highest source number that was given to a device so far. Any thread. */
    public int sources() {
        return sources;
    }

    /** The names of the devices that are connected. Any thread. */
    public List<String> connected() {
        return connected;
    }

    /** Sends the program that plays to the devices whose settings say so, on the thread "devices". Any thread. */
    public void announce(int bank, int program) {
        pendingProgram.set(new Selection.ProgramChange(0, Command.ALL_CHANNELS, bank, program));
    }

    private void sendProgram() {
        Selection.ProgramChange latest = pendingProgram.getAndSet(null);
        if (latest != null) {
            currentProgram = Optional.of(latest);
            connections.values().forEach(connection -> connection.announce(latest));
        }
    }

    /** The number of clock ticks that were ignored because another device sets the tempo. Any thread. */
    public long ignoredTicks() {
        return clockSource.ignored();
    }

    private void run() {
        try {
            for (int looks = 1; !end.await(LOOK_MILLIS, TimeUnit.MILLISECONDS); looks++) {
                connections.values().forEach(this::look);
                sendProgram();
                lookAtClock();
                if (looks % LOOKS_PER_SCAN == 0) {
                    scan();
                }
            }
        } catch (InterruptedException _) {
            return;
        }
    }

    private void look(MidiConnection connection) {
        connection.look();
        for (DecodeErrors.Kind kind : DecodeErrors.Kind.values()) {
            if (connection.strays().of(kind) > 0 && reportedErrors.add(connection.input().name() + kind)) {
                say.accept(connection.input().name() + " sends " + kind + ", which are passed over: look at its cable and its settings");
            }
        }
    }

    private void lookAtClock() {
        long now = System.nanoTime();
        int ended = clockSource.end(now);
        if (ended != ClockSource.NOBODY) {
            sink.accept(new Event(now, new Transport.OwnTempo(ended)));
        }
        clock.look();
    }

    private void scan() {
        DeviceRules present = rules.get();
        boolean changed = present != inForce;
        inForce = present;
        List<MidiPorts.Port> listed = ports.look().stream()
                .filter(port -> wanted.test(port.input()) && !present.settings(port.input()).ignored()).toList();
        unavailable.retainAll(listed);
        disconnect(listed);
        if (changed) {
            connections.values().forEach(connection -> connection.apply(present.settings(connection.input())));
        }
        listed.stream().filter(port -> !connections.containsKey(port)).forEach(this::connect);
        connected = connections.keySet().stream().map(port -> port.input().name()).toList();
    }

    /** Releases all before it closes the first one, which may take a second. */
    private void disconnect(List<MidiPorts.Port> listed) {
        List<MidiPorts.Port> gone = new ArrayList<>(connections.keySet());
        gone.removeAll(listed);
        gone.forEach(port -> connections.get(port).release());
        for (MidiPorts.Port port : gone) {
            connections.remove(port).close();
            boolean ignored = inForce.settings(port.input()).ignored();
            say.accept(port.input().name() + (ignored ? " is ignored from now on" : " is gone; its keys are released"));
        }
    }

    private void connect(MidiPorts.Port port) {
        MidiInput input = port.input();
        try {
            int source = numbers.take(input.name(), connections.keySet().stream().map(each -> each.input().name()).toList());
            sources = numbers.given();
            names.put(source, input.name());
            connections.put(port, MidiConnection.open(port, source, inForce.settings(input), sink, clockSource));
            currentProgram.ifPresent(connections.get(port)::announce);
            unavailable.remove(port);
            say.accept(input.name() + " is here" + inForce.find(input).map(DeviceRule::words).filter(words -> !words.isEmpty())
                    .map(words -> ": " + words).orElse(""));
        } catch (MidiInputException busy) {
            if (unavailable.add(port)) {
                say.accept(busy.getMessage() + "; it is tried again until it opens");
            }
        }
    }

    /** Releases and closes all devices. Any thread but the audio thread; it may wait some seconds for a driver. */
    @Override public void close() {
        end.countDown();
        try {
            if (thread.join(PATIENCE)) {
                connections.values().forEach(MidiConnection::close);
                connections.clear();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

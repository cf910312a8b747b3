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
 * Listens to all the devices that are wanted, as they come and go. A thread of its own asks Java Sound twice a second, since nobody tells
 * us; what it finds is said in one line each.
 */
public final class MidiDevices implements AutoCloseable {
    private static final long LOOK_MILLIS = 50;
    private static final int LOOKS_PER_SCAN = 10;
    /** A driver that hangs must not keep the instrument from ending. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Predicate<MidiInput> wanted;
    private final Supplier<DeviceRules> rules;
    private final Consumer<? super Event> sink;
    private final Consumer<String> say;
    private final ClockSource lead = new ClockSource();
    private final ClockReporter clock;
    private final MidiPorts ports = new MidiPorts();
    private final SourceNumbers numbers;
    private final Map<MidiPorts.Port, MidiConnection> connections = new LinkedHashMap<>();
    private final Set<MidiPorts.Port> refused = new HashSet<>();
    /** What was said of devices that make no sense: once of each and each kind. */
    private final Set<String> complaints = new HashSet<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread;
    private final AtomicReference<Selection.ProgramChange> news = new AtomicReference<>();
    /** The program that plays, for those that come later. */
    private Optional<Selection.ProgramChange> told = Optional.empty();
    private final Map<Integer, String> names = new ConcurrentHashMap<>();
    private DeviceRules inForce;
    private volatile int sources;

    /**
     * Listens from {@link #start} on.
     *
     * @param wanted   which devices are listened to; asked on the thread of this object, as are all the others
     * @param rules    how; asked at every look, so that what was changed takes effect
     * @param sources  the highest number that a device may be stamped with; the lowest is 1
     * @param sink     what {@link MidiInputs#open} asks for
     * @param say      gets a line for each arrival, departure, and refusal
     * @param sayClock gets a line when the clock of a device is followed, and when that ends
     */
    public MidiDevices(Predicate<MidiInput> wanted, Supplier<DeviceRules> rules, int sources, Consumer<? super Event> sink,
                       Consumer<String> say, Consumer<String> sayClock) {
        this.wanted = wanted;
        this.rules = rules;
        this.sink = sink;
        this.say = say;
        clock = new ClockReporter(lead, source -> name(source).orElseThrow(), sayClock);
        numbers = new SourceNumbers(sources);
        thread = Thread.ofPlatform().name("devices").daemon().unstarted(this::run);
    }

    /**
     * Listens from now on: whoever owns the sink is in its place. Any thread but the audio thread; it waits until those that are there now
     * are open.
     */
    public void start() {
        scan();
        thread.start();
    }

    /** The name of the device that has, or had last, this number; nothing if none ever had. Any thread but the audio thread. */
    public Optional<String> name(int source) {
        return Optional.ofNullable(names.get(source));
    }

    /** How many numbers have been given: devices are stamped with 1 up to this. Any thread. */
    public int sources() {
        return sources;
    }

    /** Says which program plays to those devices whose settings want it, on the thread of this object. Any thread. */
    public void announce(int bank, int program) {
        news.set(new Selection.ProgramChange(0, Command.ALL_CHANNELS, bank, program));
    }

    private void tell() {
        Selection.ProgramChange latest = news.getAndSet(null);
        if (latest != null) {
            told = Optional.of(latest);
            connections.values().forEach(connection -> connection.announce(latest));
        }
    }

    /** How many ticks of clocks were passed over because another device's is followed. Any thread. */
    public long ignoredTicks() {
        return lead.ignored();
    }

    private void run() {
        try {
            for (int looks = 1; !end.await(LOOK_MILLIS, TimeUnit.MILLISECONDS); looks++) {
                connections.values().forEach(this::look);
                tell();
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
            if (connection.strays().of(kind) > 0 && complaints.add(connection.input().name() + kind)) {
                say.accept(connection.input().name() + " sends " + kind + ", which are passed over: look at its cable and its settings");
            }
        }
    }

    private void lookAtClock() {
        long now = System.nanoTime();
        int ended = lead.end(now);
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
        refused.retainAll(listed);
        leave(listed);
        if (changed) {
            connections.values().forEach(connection -> connection.apply(present.settings(connection.input())));
        }
        listed.stream().filter(port -> !connections.containsKey(port)).forEach(this::join);
    }

    /** All are released before the first is closed, which may take a second. */
    private void leave(List<MidiPorts.Port> listed) {
        List<MidiPorts.Port> gone = new ArrayList<>(connections.keySet());
        gone.removeAll(listed);
        gone.forEach(port -> connections.get(port).release());
        for (MidiPorts.Port port : gone) {
            connections.remove(port).close();
            boolean ignored = inForce.settings(port.input()).ignored();
            say.accept(port.input().name() + (ignored ? " is ignored from now on" : " is gone; its keys are released"));
        }
    }

    private void join(MidiPorts.Port port) {
        MidiInput input = port.input();
        try {
            int source = numbers.take(input.name(), connections.keySet().stream().map(each -> each.input().name()).toList());
            sources = numbers.given();
            names.put(source, input.name());
            connections.put(port, MidiConnection.open(port, source, inForce.settings(input), sink, lead));
            told.ifPresent(connections.get(port)::announce);
            refused.remove(port);
            say.accept(input.name() + " is here" + inForce.find(input).map(DeviceRule::words).filter(words -> !words.isEmpty())
                    .map(words -> ": " + words).orElse(""));
        } catch (MidiInputException busy) {
            if (refused.add(port)) {
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

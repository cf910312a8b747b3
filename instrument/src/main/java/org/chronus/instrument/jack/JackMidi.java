package org.chronus.instrument.jack;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.MidiUnavailableException;

/**
 * The MIDI of a JACK client: what the server has of devices, and what comes from them and goes to them in each cycle. The audio thread
 * copies bytes, and nothing else. Mutable; for threads see the methods.
 */
final class JackMidi {
    /** The port that is connected to nothing by itself, for whoever draws cables: a device, too. */
    private static final JackMidiDevice.Name FREE = new JackMidiDevice.Name("midi_in", "", true);
    /** Of {@code jack_midi_event_t}. */
    private static final int SIZE_AT = 8, BYTES_AT = 16, EVENT = 24;
    private static final long PATIENCE_NANOS = 1_000_000_000;
    private static final int LONGEST = 1 << 15, CYCLES = 3;
    private static volatile List<JackMidiDevice> present = List.of();

    /** A port of ours, in the present client, that is open for a device. Immutable. */
    private record Port(int number, JackMidiDevice device, long handle) { }

    private final JackMidiRing in = new JackMidiRing();
    private final JackMidiRing out = new JackMidiRing();
    private final JackMidiThread thread = new JackMidiThread(in, this::device, this::addMissed);
    private final MemorySegment event = Arena.global().allocate(EVENT, Long.BYTES);
    private final MemorySegment sent = Arena.global().allocate(LONGEST, Long.BYTES);
    private final JackMidiDevice free = new JackMidiDevice(FREE, this);
    private final Map<String, JackMidiDevice> known = new LinkedHashMap<>();
    private volatile Port[] inputs = {};
    private volatile Port[] outputs = {};
    private volatile boolean freewheels;
    private JackClient client;
    private int numbers;

    /** The devices of the server that this process is a client of. Any thread but the audio thread. */
    static List<JackMidiDevice> present() {
        return present;
    }

    /** Begins. */
    void start() {
        in.load();
        out.load();
        thread.start();
    }

    /** [jack] A client that is active, or, if null, there is none for now. */
    synchronized void use(JackClient next) {
        client = next;
        inputs = new Port[0];
        outputs = new Port[0];
        look();
    }

    /** Who had it open before it, or the server, came back has it open still, but has missed what it sent meanwhile. */
    private void reopen(JackMidiDevice device) {
        try {
            Optional<Port> own = Stream.concat(Arrays.stream(inputs), Arrays.stream(outputs)).filter(port -> port.device() == device).findFirst();
            if (own.isEmpty()) {
                open(device);
            } else {
                connect(device.name(), own.get().handle());
            }
            device.miss();
        } catch (MidiUnavailableException gone) {
            present = present.stream().filter(other -> other != device).toList();
        }
    }

    /** [jack] Ports have come or gone: the server's devices are looked for. */
    synchronized void look() {
        List<JackMidiDevice> found = new ArrayList<>();
        if (client != null) {
            found.add(free);
            for (boolean sends : new boolean[] {true, false}) {
                for (String port : client.ports(JackClient.MIDI, JackClient.PHYSICAL | (sends ? JackClient.OUTPUT : JackClient.INPUT))) {
                    found.add(known.computeIfAbsent(port, _ -> new JackMidiDevice(
                            new JackMidiDevice.Name(PortNames.device(port, client.aliases(port)), port, sends), this)));
                }
            }
        }
        // What has gone for good is not kept for years; who has one open closes it when it is not listed any more.
        known.values().removeIf(device -> !device.isOpen() && !found.contains(device));
        List<JackMidiDevice> back = found.stream().filter(device -> device.isOpen() && !present.contains(device)).toList();
        present = List.copyOf(found);
        back.forEach(this::reopen);
    }

    /** A device gets a port of ours, connected to it. */
    synchronized void open(JackMidiDevice device) throws MidiUnavailableException {
        JackMidiDevice.Name name = device.name();
        if (client == null) {
            throw new MidiUnavailableException("the JACK server has ended");
        }
        try {
            long handle = client.register(name.port.isEmpty() ? name.getName() : PortNames.own(name.getName(), name.sends), JackClient.MIDI,
                    name.sends ? JackClient.INPUT : JackClient.OUTPUT);
            try {
                connect(name, handle);
            } catch (MidiUnavailableException refused) {
                client.unregister(handle);
                throw refused;
            }
            Port port = new Port(numbers++, device, handle);
            inputs = name.sends ? with(inputs, port) : inputs;
            outputs = name.sends ? outputs : with(outputs, port);
        } catch (IOException e) {
            throw new MidiUnavailableException(e.getMessage());
        }
    }

    private void connect(JackMidiDevice.Name name, long handle) throws MidiUnavailableException {
        String own = client.nameOf(handle);
        if (!name.port.isEmpty() && !(name.sends ? client.connect(name.port, own) : client.connect(own, name.port))) {
            throw new MidiUnavailableException("JACK does not connect it");
        }
    }

    private static Port[] with(Port[] ports, Port another) {
        return Stream.concat(Arrays.stream(ports), Stream.of(another)).toArray(Port[]::new);
    }

    /** Its port goes. */
    synchronized void close(JackMidiDevice device) {
        List<Port> leaving = Stream.concat(Arrays.stream(inputs), Arrays.stream(outputs)).filter(port -> port.device() == device).toList();
        inputs = Arrays.stream(inputs).filter(port -> port.device() != device).toArray(Port[]::new);
        outputs = Arrays.stream(outputs).filter(port -> port.device() != device).toArray(Port[]::new);
        if (client != null && !leaving.isEmpty()) {
            // The present cycle may still be in it.
            pause(CYCLES * 1_000L * client.period() / client.sampleRate() + 1);
            leaving.forEach(port -> client.unregister(port.handle()));
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A message goes to a device in the next cycle. */
    synchronized void send(JackMidiDevice device, MidiMessage message) {
        for (Port port : outputs) {
            if (port.device() == device && message.getLength() <= LONGEST) {
                MemorySegment.copy(message.getMessage(), 0, sent, JAVA_BYTE, 0, message.getLength());
                out.put(port.number(), 0, sent.address(), message.getLength());
            }
        }
    }

    /** [jack-midi] Those from which messages were lost. */
    private void addMissed(List<JackMidiDevice> to) {
        for (Port port : inputs) {
            if (port.device.takeMissed()) {
                to.add(port.device);
            }
        }
    }

    private JackMidiDevice device(int number) {
        return Arrays.stream(inputs).filter(port -> port.number() == number).map(Port::device).findFirst().orElse(null);
    }

    /**
     * [audio] Takes what has come in this cycle, and gives what is to go.
     *
     * @param position the engine's frame at which the cycle begins: what has come is for the cycle after it, at its own place
     */
    void cycle(int frames, long position) {
        for (Port port : inputs) {
            long buffer = JackCycle.buffer(port.handle, frames);
            int count = buffer == 0 ? 0 : JackCycle.events(buffer);
            for (int i = 0; i < count; i++) {
                if (JackCycle.event(event.address(), buffer, i) && !in.put(port.number, position + frames + event.get(JAVA_INT, 0),
                        event.get(JAVA_LONG, BYTES_AT), (int) event.get(JAVA_LONG, SIZE_AT))) {
                    port.device.miss();
                }
            }
        }
        Port[] to = outputs;
        for (Port port : to) {
            long buffer = JackCycle.buffer(port.handle, frames);
            if (buffer != 0) {
                JackCycle.clear(buffer);
            }
        }
        while (out.next()) {
            give(to, frames);
            out.remove();
        }
        if (freewheels) {
            awaitThread();
        }
    }

    private void give(Port[] to, int frames) {
        for (Port port : to) {
            long buffer = port.number == out.port() ? JackCycle.buffer(port.handle, frames) : 0;
            long place = buffer == 0 ? 0 : JackCycle.reserve(buffer, 0, out.size());
            if (place != 0) {
                out.copyTo(place);
            }
        }
    }

    /** The server waits for no clock then: messages must be there in the next cycle all the same. */
    private void awaitThread() {
        long begin = System.nanoTime();
        while (in.isPending() && System.nanoTime() - begin < PATIENCE_NANOS) {
            Thread.onSpinWait();
        }
    }

    /** [server] Whether cycles come as fast as they can. */
    void freewheel(boolean starts) {
        freewheels = starts;
    }

    /** Messages that were lost because there were too many at once. Any thread. */
    long lost() {
        return in.lost() + out.lost();
    }

    /** [jack] The end. */
    void end() {
        thread.end();
        present = List.of();
    }
}

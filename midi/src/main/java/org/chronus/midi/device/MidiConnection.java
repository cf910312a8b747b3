package org.chronus.midi.device;

import java.util.Objects;
import java.util.function.Consumer;
import javax.sound.midi.MidiDevice;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.ShortMessage;

import org.chronus.midi.command.Command;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.MpeZones;
import org.chronus.midi.command.Release;
import org.chronus.midi.command.Selection;
import org.chronus.midi.command.Setting;
import org.chronus.midi.decoder.ClockSource;
import org.chronus.midi.decoder.DecodeErrors;
import org.chronus.midi.decoder.MidiDecoder;

/**
 * An open MIDI input. Mutable; the thread "devices" and the device's own. While it is open it may keep the JVM alive: the JDK reads a device
 * on a thread that is not a daemon.
 */
public final class MidiConnection implements AutoCloseable {
    private static final int NONE = -1;

    private final MidiInput input;
    private final MidiDevice device;
    private final DeviceOutput output;
    private final int source;
    private final Consumer<? super Event> sink;
    private final MidiDecoder decoder;
    private final DeviceTranslation translation;
    private final ActiveSensing sensing = new ActiveSensing();
    private volatile DeviceSettings settings;
    /** The device id of an identity request that is not answered yet, or {@link #NONE}. */
    private volatile int identityRequest = NONE;
    /** Of the message that is being decoded. */
    private long frame = Event.NO_FRAME;
    private boolean closed;

    private MidiConnection(MidiPorts.Port port, MidiDevice device, int source, DeviceSettings settings, Consumer<? super Event> sink,
                           ClockSource clockSource) {
        input = port.input();
        output = new DeviceOutput(port);
        this.device = device;
        this.source = source;
        this.settings = settings;
        this.sink = sink;
        decoder = new MidiDecoder(source, sent -> this.settings.velocity().velocity(sent), this::pass, clockSource);
        translation = new DeviceTranslation(decoder, new RemoteControl(source, this::pass), settings);
    }

    static MidiConnection open(MidiPorts.Port port, int source, DeviceSettings settings, Consumer<? super Event> sink, ClockSource clockSource)
            throws MidiInputException {
        MidiInput input = port.input();
        MidiDevice device = port.device();
        if (device.isOpen()) {
            throw new MidiInputException(input.name() + ": it is open already: use it once only");
        }
        MidiConnection connection = new MidiConnection(port, device, source, settings, sink, clockSource);
        try {
            device.open();
            connection.configure();
            device.getTransmitter().setReceiver(connection.new Arrivals());
            return connection;
        } catch (MidiUnavailableException | RuntimeException refused) {
            letGo(device);
            String reason = Objects.requireNonNullElse(refused.getMessage(), refused.getClass().getSimpleName());
            throw new MidiInputException(input.name() + ": it cannot be opened (" + reason
                    + "): end the program that uses it, or choose another input", refused);
        }
    }

    /** A driver that fails at it must not end the thread that looks after the other devices. */
    private static void letGo(MidiDevice device) {
        try {
            device.close();
        } catch (RuntimeException _) {
            return;
        }
    }

    private void pass(Event event) {
        sink.accept(frame == Event.NO_FRAME ? event : event.at(frame));
    }

    /** The input that is open. Any thread. */
    public MidiInput input() {
        return input;
    }

    /** The source number of its commands. Any thread. */
    public int source() {
        return source;
    }

    /** The invalid bytes so far, by kind. Any thread. */
    public DecodeErrors strays() {
        return decoder.strays();
    }

    /** Changes the settings; keys that are down stay down until they are released. Any thread but the audio thread. */
    void apply(DeviceSettings changed) {
        synchronized (decoder) {
            boolean zoned = !changed.hasZonesOf(settings);
            settings = changed;
            translation.apply(System.nanoTime(), changed);
            if (zoned) {
                send(new Setting.MpeZone(source, MpeZones.LOWER, changed.lowerMembers()));
                send(new Setting.MpeZone(source, MpeZones.UPPER, changed.upperMembers()));
            }
        }
    }

    /** Sends the MPE zones of its settings; without any, the device may configure its own. */
    private void configure() {
        if (settings.lowerMembers() > 0) {
            send(new Setting.MpeZone(source, MpeZones.LOWER, settings.lowerMembers()));
        }
        if (settings.upperMembers() > 0) {
            send(new Setting.MpeZone(source, MpeZones.UPPER, settings.upperMembers()));
        }
    }

    private void send(Command command) {
        sink.accept(new Event(System.nanoTime(), command));
    }

    /** Releases all its keys and pedals, and stays open. Any thread but the audio thread. */
    void release() {
        synchronized (decoder) {
            if (!closed) {
                translation.forget();
                send(new Release.ReleaseSource(source));
                configure();
            }
        }
    }

    /**
     * To be called every 50 ms or so: releases the keys of a device that active sensing has lost, and answers identity requests. One thread
     * at a time, not the audio thread.
     */
    void look() {
        int number = identityRequest;
        if (number != NONE) {
            identityRequest = NONE;
            output.identify(number);
        }
        synchronized (decoder) {
            if (sensing.isLost(System.nanoTime())) {
                release();
            }
        }
    }

    /** Sends the program that plays to the device, if its settings say so. The thread that calls {@link #look}. */
    void announce(Selection.ProgramChange program) {
        int channel = settings.announce();
        if (channel >= 0) {
            output.announce(channel, program.bank(), program.program());
        }
    }

    /**
     * Sends {@link Release.ReleaseSource} as the last event, so that no key hangs, and closes the device. A second call does nothing.
     * Any thread but the audio thread: it may wait a second for the device.
     */
    @Override public void close() {
        synchronized (decoder) {
            if (closed) {
                return;
            }
            // Before the last event, because the sink may cause the device to send.
            closed = true;
            send(new Release.ReleaseSource(source));
        }
        letGo(device);
        output.close();
    }

    /** [device] Receives messages. The lock keeps a message that arrives while the input closes from sounding after the release. */
    private final class Arrivals implements FrameStamped.Listener {
        /** The time stamp of Java Sound's own devices is not used: its clock can step. */
        @Override public void send(MidiMessage message, long stamp) {
            long nanos = System.nanoTime();
            synchronized (decoder) {
                if (closed) {
                    return;
                }
                frame = device instanceof FrameStamped ? stamp : Event.NO_FRAME;
                sensing.hear(nanos, message.getStatus());
                if (message instanceof ShortMessage) {
                    translation.decode(nanos, message.getMessage(), message.getLength());
                } else if (DeviceOutput.isIdentityRequest(message)) {
                    identityRequest = message.getMessage()[2];
                } else {
                    decoder.decode(nanos, message);
                }
                frame = Event.NO_FRAME;
            }
        }

        /** Its zones and modes stay: only what is held might hang. */
        @Override public void missed() {
            synchronized (decoder) {
                if (!closed) {
                    translation.forget();
                    MidiConnection.this.send(new Release.ReleaseSource(source, false));
                }
            }
        }

        @Override public void close() {}
    }
}

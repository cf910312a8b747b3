package org.chronus.midi;

import java.util.function.Consumer;
import javax.sound.midi.MidiDevice;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;

/**
 * An input that is being listened to, until it is closed. An open one may keep the JVM alive: the JDK listens on a thread that is
 * not a daemon.
 */
public final class MidiConnection implements AutoCloseable {
    private final MidiInput input;
    private final MidiDevice device;
    private final int source;
    private final MidiDecoder decoder;
    private final Consumer<? super Event> sink;
    private boolean closed;

    private MidiConnection(MidiInput input, MidiDevice device, int source, MidiDecoder decoder, Consumer<? super Event> sink) {
        this.input = input;
        this.device = device;
        this.source = source;
        this.decoder = decoder;
        this.sink = sink;
    }

    static MidiConnection open(MidiInput input, MidiDevice device, int source, MidiDecoder decoder, Consumer<? super Event> sink)
            throws MidiInputException {
        if (device.isOpen()) {
            throw new MidiInputException(input.name() + ": it is open already: use it once only");
        }
        MidiConnection connection = new MidiConnection(input, device, source, decoder, sink);
        try {
            device.open();
            device.getTransmitter().setReceiver(connection.new Arrivals());
            return connection;
        } catch (MidiUnavailableException | IllegalStateException | SecurityException busy) {
            device.close();
            throw new MidiInputException(input.name() + ": it cannot be opened (" + busy.getMessage()
                    + "): end the program that uses it, or choose another input", busy);
        }
    }

    /** What is listened to. Any thread. */
    public MidiInput input() {
        return input;
    }

    /** What its commands are stamped with. Any thread. */
    public int source() {
        return source;
    }

    /** How many bytes of it made no sense so far, see {@link MidiDecoder#strayBytes()}. Any thread. */
    public long strayBytes() {
        return decoder.strayBytes();
    }

    /**
     * Sends {@link Command.ReleaseSource} as the last event, so that no key hangs, and stops listening. Again, it does nothing.
     * Any thread but the audio thread: it may wait a second for the device.
     */
    @Override public void close() {
        synchronized (decoder) {
            if (closed) {
                return;
            }
            closed = true;
            sink.accept(new Event(System.nanoTime(), new Command.ReleaseSource(source)));
        }
        device.close();
    }

    /** [device] The lock keeps a message that is under way while the input closes from sounding after the release. */
    private final class Arrivals implements Receiver {
        /** The device's own time stamp is of a clock that can step. */
        @Override public void send(MidiMessage message, long deviceMicros) {
            long nanos = System.nanoTime();
            synchronized (decoder) {
                if (!closed) {
                    decoder.decode(nanos, message);
                }
            }
        }

        @Override public void close() {}
    }
}

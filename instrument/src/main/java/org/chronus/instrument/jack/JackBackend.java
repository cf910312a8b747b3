package org.chronus.instrument.jack;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.chronus.instrument.audio.AudioBackend;
import org.chronus.instrument.audio.AudioCallback;
import org.chronus.instrument.audio.ClockedBackend;

/**
 * A client of a JACK server, or of PipeWire. The server has the audio thread, the rate and the period. If it ends, the clock goes on calling,
 * so that the instrument does, and when it is back, so is the sound, at the rate that the server has then. Any thread but the audio thread,
 * but for what says otherwise.
 */
public final class JackBackend implements AudioBackend {
    /** A server runs, but does not answer. The message is one line, with the cure. */
    public static final class NoAnswerException extends IOException {
        private static final long serialVersionUID = 1;

        NoAnswerException(String message) {
            super(message);
        }
    }

    private static final int LOOK_MILLIS = 200;

    private final JackOptions options;
    private final JackMidi midi = new JackMidi();
    private final Semaphore wake = new Semaphore(0);
    private final JackConnections connections;
    private volatile Consumer<String> say = _ -> { };
    private volatile JackCallback cycles;
    private volatile boolean closed;
    private volatile int sampleRate;
    private volatile int period;
    private volatile double latencyMillis;
    private volatile String name;
    private final String server;
    private final JackSockets sockets;
    /** False for a library that has its sockets elsewhere: then it must be asked itself. */
    private final boolean isFoundBySocket;
    private JackClient client;
    private JackPorts ports;
    private ClockedBackend clock;
    private String refused = "";
    private long late;
    private long lost;

    private JackBackend(JackOptions options) throws IOException {
        this.options = options;
        connections = new JackConnections(options, line -> say.accept(line));
        cycles = new JackCallback(midi, wake::release);
        client = JackClient.open(options.client(), options.server(), cycles);
        sampleRate = client.sampleRate();
        period = client.period();
        name = client.name();
        server = client.server();
        sockets = server.equals(JackClient.PIPEWIRE) ? JackSockets.ofPipeWire(System.getenv())
                : JackSockets.ofJack(options.server(), System.getenv());
        isFoundBySocket = sockets.answer();
    }

    /**
     * Connects to a server; nothing is called before {@link #start}.
     *
     * @throws NoAnswerException if a server runs that does not answer
     * @throws IOException       if no server runs, or there is no library: one line
     */
    public static JackBackend open(JackOptions options) throws IOException {
        return new JackBackend(options);
    }

    /** True if a server seems to run: then {@link #open} is worth a try. */
    public static boolean isThere(JackOptions options) {
        return JackSockets.ofJack(options.server(), System.getenv()).answer() || JackSockets.ofPipeWire(System.getenv()).answer();
    }

    @Override public String description() {
        return server + (options.server().isEmpty() ? "" : " server " + options.server()) + ", client " + name;
    }

    @Override public int sampleRate() {
        return sampleRate;
    }

    @Override public int period() {
        return period;
    }

    @Override public double latencyMillis() {
        return latencyMillis;
    }

    @Override public long late() {
        return late + cycles.xruns();
    }

    @Override public void report(Consumer<String> lines) {
        say = lines;
    }

    @Override public void start(AudioCallback callback) throws IOException {
        cycles.play(callback);
        midi.start();
        begin();
        Thread.ofPlatform().name("jack").daemon().start(this::run);
    }

    /** A client that is open begins to play. */
    private void begin() throws IOException {
        ports = JackPorts.register(client);
        client.metadata().client("Chronus", "audio-x-generic");
        ports.describe(client.metadata());
        cycles.use(ports, sampleRate);
        client.activate();
        // Not before: ports of a client that is not active cannot be connected.
        midi.use(client);
        name = client.name();
        period = client.period();
        connect();
    }

    /** Once it has started: what it plays is what it hears. */
    public synchronized void loop() {
        for (int side = 0; side < 2; side++) {
            client.connect(ports.outputs(client).get(side), ports.inputs(client).get(side));
        }
    }

    private void connect() {
        connections.look(client, ports);
        latencyMillis = 1e3 * client.playbackLatency(ports.leftOut()).orElse(period) / sampleRate;
    }

    private void run() {
        while (!closed) {
            try {
                wake.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                wake.drainPermits();
                look();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private synchronized void look() {
        if (closed) {
            return;
        }
        if (midi.lost() > lost) {
            lost = midi.lost();
            say.accept("more MIDI messages came at once than there is room for: " + lost + " were lost; what those keyboards held has been released");
        }
        if (client != null && cycles.hasEnded()) {
            lose(server + " has ended; the instrument goes on, and is heard again when it is back");
        } else if (client != null && client.sampleRate() != sampleRate) {
            lose(server + " has changed its rate");
        }
        if (client == null) {
            comeBack();
        } else {
            // At every look: the server says that a port goes before it has gone.
            period = client.period();
            midi.look();
            connect();
        }
    }

    private void lose(String why) {
        midi.use(null);
        client.close();
        client = null;
        connections.forget();
        late += cycles.xruns();
        JackCallback next = new JackCallback(midi, wake::release);
        next.goOnFrom(cycles);
        cycles = next;
        say.accept(why);
        goOnByTheClock();
    }

    private void goOnByTheClock() {
        clock = new ClockedBackend("", sampleRate, period, null);
        clock.start(cycles::playUnheard);
    }

    private void comeBack() {
        if (isFoundBySocket && !sockets.answer()) {
            return;
        }
        JackClient found;
        try {
            found = JackClient.open(options.client(), options.server(), cycles);
        } catch (IOException notYet) {
            return;
        }
        try {
            clock.close();
            client = found;
            boolean differs = found.sampleRate() != sampleRate;
            if (differs) {
                sampleRate = found.sampleRate();
                cycles.change(sampleRate);
            }
            begin();
            refused = "";
            say.accept(server + " is back, as " + name + (differs ? ", at " + sampleRate + " Hz" : ""));
        } catch (IOException e) {
            if (client == found) {
                client = null;
                midi.use(null);
                goOnByTheClock();
            }
            found.close();
            if (!e.getMessage().equals(refused)) {
                refused = e.getMessage();
                say.accept(refused);
            }
        }
    }

    @Override public void close() throws IOException {
        closed = true;
        wake.release();
        synchronized (this) {
            midi.end();
            if (client != null) {
                client.close();
                client = null;
            }
            if (clock != null) {
                clock.close();
            }
        }
    }
}

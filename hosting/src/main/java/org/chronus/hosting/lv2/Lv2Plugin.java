package org.chronus.hosting.lv2;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.chronus.foreign.Native;
import org.chronus.hosting.HostedPlugin;
import org.chronus.hosting.PluginException;
import org.chronus.hosting.PluginInfo;
import org.chronus.hosting.PluginSetup;
import org.chronus.hosting.lv2.data.Lv2World;
import org.chronus.hosting.lv2.data.PluginData;

/** An instance of an LV2 plugin. Mutable; its methods say on which thread. */
public final class Lv2Plugin implements HostedPlugin {
    private static final int NOTE_ON = 0x90, NOTE_OFF = 0x80;
    /** How long an instance may work on what it has begun before it plays; it goes on working beside the audio thread. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5), NAP_MILLIS = 2;
    /** Libraries that stay loaded: many do not survive it to be unloaded and loaded again. Guarded by the lock of the world. */
    private static final Set<String> KEPT = new HashSet<>();

    private final Lv2World world;
    private final PluginData data;
    private final PluginInfo info;
    private final Arena arena = Arena.ofShared();
    private final FloatingPoint floatingPoint = new FloatingPoint(arena);
    private final Ports ports;
    private final EventBuffer midi;
    private final Worker worker;
    private final MemorySegment features;
    private final float sampleRate;
    private final List<Snapshot> states = new ArrayList<>();
    /** Null once it is closed, or could not be made anew. */
    private Instance instance;
    private boolean closed;

    /** Opens it. Whoever calls holds the lock of the world. */
    Lv2Plugin(Lv2World world, PluginData data, PluginInfo info, PluginSetup setup) throws PluginException {
        this.world = world;
        this.data = data;
        this.info = info;
        sampleRate = setup.sampleRate();
        ports = new Ports(arena, data, setup.offline());
        midi = ports.midi();
        worker = new Worker(arena);
        features = HostFeatures.array(arena, worker, sampleRate);
        try {
            readStates(setup);
            begin();
        } finally {
            if (instance == null) {
                close();
            }
        }
    }

    /** The plugin's own state comes first; what is asked for is laid over it. */
    private void readStates(PluginSetup setup) throws PluginException {
        if (data.defaultState()) {
            Snapshot.first(world, data).ifPresent(states::add);
        }
        if (setup.state().isPresent()) {
            states.add(Snapshot.of(world, data, setup.state().get()));
        } else if (setup.preset().isPresent()) {
            states.add(Snapshot.of(world, data.presets().find(info.name(), setup.preset().get())));
        }
    }

    /**
     * Makes the instance, in its state and active. What it gives to its worker at first, a file to be loaded, say, is done, and its latency
     * known: for those it has to run for a moment, and is then activated again.
     */
    private void begin() throws PluginException {
        floatingPoint.keep();
        try {
            Instance made = instantiate();
            ports.setDefaults();
            ports.clearInputs();
            ports.clearOutputs();
            ports.clearEvents();
            ports.connect(made);
            boolean works = worker.serve(made);
            worker.pause();
            for (Snapshot state : states) {
                state.restore(made, ports, features);
            }
            worker.resume();
            made.activate();
            if (works || data.latencyPort() >= 0) {
                settle(made);
            }
            instance = made;
        } finally {
            floatingPoint.putBack();
        }
    }

    private Instance instantiate() throws PluginException {
        String library = world.path(world.lilv().pointer("lilv_plugin_get_library_uri", data.pointer()));
        String fault = KEPT.contains(library) ? "" : Native.load(library);
        if (!fault.isEmpty()) {
            throw new PluginException(info.name() + " (" + info.type() + ") cannot be loaded, its package is at fault: " + fault);
        }
        KEPT.add(library);
        HostLog.listen();
        MemorySegment made = world.lilv().pointer("lilv_plugin_instantiate", data.pointer(), (double) sampleRate, features);
        String said = HostLog.heard();
        if (made.address() == 0) {
            throw new PluginException(info.name() + " (" + info.type() + ") cannot be instantiated"
                    + (said.isEmpty() ? ": try it in another host, or install its package again" : "; it says: " + said));
        }
        return new Instance(made);
    }

    private void settle(Instance made) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        do {
            made.run(MOST_FRAMES);
            worker.deliver();
            ports.clearEvents();
        } while (worker.isBusy() && System.nanoTime() < end && nap());
        ports.clearOutputs();
        worker.pause();
        made.deactivate();
        made.activate();
        worker.resume();
    }

    /** False if it works without end: then it keeps what it has. */
    private boolean end() {
        if (!worker.stop()) {
            return false;
        }
        if (instance != null) {
            instance.deactivate();
            world.lilv().command("lilv_instance_free", instance.lilvInstance());
            instance = null;
        }
        return true;
    }

    private static boolean nap() {
        try {
            Thread.sleep(NAP_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override public PluginInfo info() {
        return info;
    }

    @Override public MemorySegment input(int channel) {
        return ports.input(channel);
    }

    @Override public MemorySegment output(int channel) {
        return ports.output(channel);
    }

    @Override public float parameter(int index) {
        return ports.get(index);
    }

    /** A control port is read when a piece begins: the frame is the piece's first. */
    @Override public void setParameter(int frame, int index, float value) {
        ports.set(index, value);
    }

    /** LV2 knows no tuning of single notes. */
    @Override public void noteOn(int frame, int channel, int key, float tuning, float velocity) {
        midi(frame, NOTE_ON | channel, key, Math.clamp(Math.round(127 * velocity), 1, 127));
    }

    @Override public void noteOff(int frame, int channel, int key, float velocity) {
        midi(frame, NOTE_OFF | channel, key, Math.clamp(Math.round(127 * velocity), 0, 127));
    }

    @Override public void midi(int frame, int status, int first, int second) {
        if (midi != null) {
            midi.midi(frame, status, first, second);
        }
    }

    @Override public boolean run(int frames) {
        Instance now = instance;
        if (now == null) {
            return false;
        }
        now.run(frames);
        worker.deliver();
        ports.clearEvents();
        return true;
    }

    @Override public int latency() {
        float frames = data.latencyPort() < 0 ? 0 : ports.control(data.latencyPort());
        return frames > 0 ? Math.round(frames) : 0;
    }

    @Override public double tail() {
        return data.tail();
    }

    /** A new instance takes the place of the old one: to be activated again does not silence every plugin. */
    @Override public void reset() throws PluginException {
        synchronized (world) {
            if (closed || !end()) {
                throw new PluginException(info.name() + (closed ? " is closed" : " works without end: open it again"));
            }
            begin();
        }
    }

    /** [main thread] Writes its present state into a file, which {@link PluginSetup#state} takes. */
    public void save(Path file) throws PluginException {
        synchronized (world) {
            Snapshot state = Snapshot.of(world, data, instance, ports, features);
            try {
                state.save(file);
            } finally {
                state.free();
            }
        }
    }

    /** A plugin that works without end keeps what it has. */
    @Override public void close() {
        synchronized (world) {
            if (!closed) {
                closed = true;
                if (end()) {
                    worker.leave();
                    states.forEach(Snapshot::free);
                    arena.close();
                }
            }
        }
    }
}

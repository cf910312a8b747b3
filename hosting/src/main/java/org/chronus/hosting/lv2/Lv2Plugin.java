package org.chronus.hosting.lv2;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.chronus.hosting.HostedPlugin;
import org.chronus.hosting.PluginException;
import org.chronus.hosting.PluginInfo;
import org.chronus.hosting.PluginSetup;
import org.chronus.hosting.lv2.data.Lv2World;
import org.chronus.hosting.lv2.data.Native;
import org.chronus.hosting.lv2.data.PluginData;

/** An instance of an LV2 plugin. Mutable; its methods say on which thread. */
public final class Lv2Plugin implements HostedPlugin {
    private static final int NOTE_ON = 0x90, NOTE_OFF = 0x80, CONTROLLER = 0xB0, ALL_SOUND_OFF = 120, ALL_NOTES_OFF = 123, CHANNELS = 16;
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
    private final Instance instance;
    private final List<Snapshot> states = new ArrayList<>();
    private volatile boolean closed;

    /** Opens it. Whoever calls holds the lock of the world. */
    Lv2Plugin(Lv2World world, PluginData data, PluginInfo info, PluginSetup setup) throws PluginException {
        this.world = world;
        this.data = data;
        this.info = info;
        ports = new Ports(arena, data);
        midi = ports.midi();
        worker = new Worker(arena);
        features = HostFeatures.array(arena, worker, setup.sampleRate());
        floatingPoint.keep();
        MemorySegment made = MemorySegment.NULL;
        try {
            readStates(setup);
            made = instantiate(setup.sampleRate());
        } finally {
            if (made.address() == 0) {
                worker.close();
                states.forEach(Snapshot::free);
                arena.close();
            }
        }
        instance = new Instance(made);
        ports.connect(instance);
        worker.serve(instance);
        begin();
        floatingPoint.putBack();
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

    private MemorySegment instantiate(float sampleRate) throws PluginException {
        String library = world.path(world.lilv().pointer("lilv_plugin_get_library_uri", data.pointer()));
        if (KEPT.add(library)) {
            Native.library(library);
        }
        HostLog.listen();
        MemorySegment made = world.lilv().pointer("lilv_plugin_instantiate", data.pointer(), (double) sampleRate, features);
        String said = HostLog.heard();
        if (made.address() == 0) {
            floatingPoint.putBack();
            throw new PluginException(info.name() + " (" + info.type() + ") cannot be instantiated"
                    + (said.isEmpty() ? ": try it in another host, or install its package again" : "; it says: " + said));
        }
        return made;
    }

    /**
     * From a state that is restored to one that is ready: what the plugin gives to its worker at first, a file to be loaded, say, is done,
     * and its latency known. Activated again, it is as if it had not run.
     */
    private void begin() {
        ports.setDefaults();
        worker.pause();
        for (Snapshot state : states) {
            state.restore(instance, ports, features);
        }
        worker.resume();
        instance.activate();
        ports.clearInputs();
        long end = System.nanoTime() + PATIENCE_NANOS;
        do {
            ports.clearEvents();
            instance.run(MOST_FRAMES);
            worker.deliver();
        } while (worker.isBusy() && System.nanoTime() < end && nap());
        ports.clearEvents();
        ports.clearOutputs();
        worker.pause();
        instance.deactivate();
        instance.activate();
        worker.resume();
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
        if (closed) {
            return false;
        }
        instance.run(frames);
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

    @Override public void reset() {
        synchronized (world) {
            floatingPoint.keep();
            for (int channel = 0; channel < CHANNELS; channel++) {
                midi(0, CONTROLLER | channel, ALL_SOUND_OFF, 0);
                midi(0, CONTROLLER | channel, ALL_NOTES_OFF, 0);
            }
            ports.clearInputs();
            instance.run(MOST_FRAMES);
            worker.deliver();
            worker.pause();
            instance.deactivate();
            worker.resume();
            begin();
            floatingPoint.putBack();
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
        if (!closed) {
            closed = true;
            if (worker.close()) {
                synchronized (world) {
                    instance.deactivate();
                    world.lilv().command("lilv_instance_free", instance.lilvInstance());
                    states.forEach(Snapshot::free);
                }
                arena.close();
            }
        }
    }
}

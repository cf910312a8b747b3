package org.chronus.hosting.clap;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.chronus.hosting.HostedPlugin;
import org.chronus.hosting.PluginException;
import org.chronus.hosting.PluginInfo;
import org.chronus.hosting.PluginSetup;
import org.chronus.hosting.clap.abi.FloatingPoint;

/**
 * A CLAP plugin that plays. Mutable; opened, reset and closed on the main thread, run on the audio thread.
 *
 * <p>CLAP wants start_processing, stop_processing and reset to be called on the audio thread. The first is called by the first
 * {@link #run}. For the others the main thread is the audio thread for the time of the call, as CLAP allows: nothing runs the plugin when
 * it is reset or closed, and a plugin that asks which thread this is gets that answer.
 */
public final class ClapPlugin implements HostedPlugin {
    private final PluginInfo info;
    private final float sampleRate;
    private final Arena arena = Arena.ofShared();
    private final ClapHost host = new ClapHost(arena);
    private final ClapInstance plugin;
    private final NoteDialect notes;
    private final ClapProcess process;
    private final ParameterValues values;
    private final Optional<byte[]> initial;
    private boolean active;
    private boolean processing;
    private boolean closed;
    private int latency;
    private volatile double tail;

    private ClapPlugin(PluginInfo info, PluginSetup setup) throws PluginException {
        this.info = info;
        sampleRate = setup.sampleRate();
        ClapInstance made = null;
        boolean well = false;
        try {
            made = ClapInstance.create(ClapLibrary.load(info.bundle()), info.id(), host);
            plugin = made;
            ClapContents contents = ClapContents.read(plugin);
            contents.check(info);
            process = new ClapProcess(arena, new AudioBuffers(arena, contents.inputs()), new AudioBuffers(arena, contents.outputs()));
            notes = new NoteDialect(contents.notes(), process.events);
            if (setup.state().isPresent()) {
                load(setup.state().get());
            }
            if (!plugin.render(setup.offline())) {
                throw new PluginException(info.type() + " plays in real time only, and not into a file: record it with play --record");
            }
            values = new ParameterValues(plugin, contents.parameters());
            initial = ClapState.save(plugin);
            host.valuesHaveChanged();
            activate();
            well = true;
        } finally {
            if (!well) {
                if (made != null) {
                    made.destroy();
                }
                arena.close();
            }
        }
    }

    /** [main thread] An instance that is ready to run. */
    static ClapPlugin open(PluginInfo info, PluginSetup setup) throws PluginException {
        if (setup.preset().isPresent()) {
            throw new PluginException(info.type() + " has no preset " + setup.preset().get()
                    + ", as CLAP plugins bring none: set its parameters, or name a state file");
        }
        ClapPlugin plugin = new ClapPlugin(info, setup);
        ClapErrands.add(plugin);
        return plugin;
    }

    private void load(Path file) throws PluginException {
        try {
            if (!ClapState.load(plugin, Files.readAllBytes(file))) {
                throw new PluginException(file + " is no state of " + info.type() + ": take one that this plugin has saved" + host.lastWarning());
            }
        } catch (IOException e) {
            throw new PluginException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void activate() throws PluginException {
        active = plugin.activate(sampleRate, MOST_FRAMES);
        if (!active) {
            throw new PluginException(info.type() + " does not run at " + sampleRate + " Hz: choose another sample rate" + host.lastWarning());
        }
        latency = plugin.latency();
        learnTail();
    }

    private void learnTail() {
        int frames = plugin.tail();
        tail = frames == Integer.MAX_VALUE ? Double.POSITIVE_INFINITY : frames / (double) sampleRate;
    }

    /** [main thread] All that it is set to; empty if it cannot tell. */
    Optional<byte[]> save() {
        return ClapState.save(plugin);
    }

    /** [any thread but audio] True if {@link #attend} has something to do. */
    boolean waits() {
        return host.waits();
    }

    /** [main thread] Gives it the calls that it has asked for. */
    void attend() {
        host.attend(plugin);
        if (host.valuesHaveChanged()) {
            values.refresh(plugin);
        }
    }

    @Override public PluginInfo info() {
        return info;
    }

    @Override public MemorySegment input(int channel) {
        return process.inputs.channel(channel);
    }

    @Override public MemorySegment output(int channel) {
        return process.outputs.channel(channel);
    }

    @Override public float parameter(int index) {
        return values.present(index);
    }

    @Override public void setParameter(int frame, int index, float value) {
        values.set(frame, index, value, process.events);
    }

    @Override public void noteOn(int frame, int channel, int key, float tuning, float velocity) {
        notes.noteOn(frame, channel, key, tuning, velocity);
    }

    @Override public void noteOff(int frame, int channel, int key, float velocity) {
        notes.noteOff(frame, channel, key, velocity);
    }

    @Override public boolean hearsFingers() {
        return notes.hearsFingers();
    }

    @Override public void noteExpression(int frame, int channel, int key, Expression what, float value) {
        notes.express(frame, channel, key, what, value);
    }

    @Override public void midi(int frame, int status, int first, int second) {
        notes.midi(frame, status, first, second);
    }

    @Override public boolean run(int frames) {
        host.enterAudio();
        processing = processing || active && plugin.start();
        boolean well = processing && process.play(plugin, frames);
        if (host.tailHasChanged()) {
            learnTail();
        }
        host.leaveAudio();
        FloatingPoint.check();
        process.events.clear();
        values.take(process.answers);
        if (!well) {
            process.outputs.silence();
        }
        return well;
    }

    @Override public int latency() {
        return latency;
    }

    @Override public double tail() {
        return tail;
    }

    @Override public void reset() throws PluginException {
        // Deactivated and activated in any case: there are plugins that clear nothing when they are reset, and a plugin that has asked for
        // a restart gets it here.
        deactivate();
        initial.ifPresent(state -> ClapState.load(plugin, state));
        values.restore(plugin, process.events, process.answers);
        notes.clear();
        host.valuesHaveChanged();
        process.inputs.silence();
        process.outputs.silence();
        activate();
    }

    private void deactivate() {
        if (active) {
            host.enterAudio();
            if (processing) {
                plugin.stop();
            }
            plugin.reset();
            host.leaveAudio();
            plugin.deactivate();
        }
        processing = false;
        active = false;
    }

    @Override public void close() {
        if (!closed) {
            closed = true;
            ClapErrands.remove(this);
            deactivate();
            plugin.destroy();
            arena.close();
        }
    }
}

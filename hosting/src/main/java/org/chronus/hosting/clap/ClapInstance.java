package org.chronus.hosting.clap;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

import org.chronus.hosting.PluginException;
import org.chronus.hosting.clap.abi.Calls;
import org.chronus.hosting.clap.abi.FloatingPoint;
import org.chronus.hosting.clap.abi.Memory;

/**
 * A clap_plugin that a library has made: its functions as methods. Mutable, as far as the plugin is; each method says its thread. Where a
 * method is for the audio thread the main thread may take its place, between {@link ClapHost#enterAudio} and {@link ClapHost#leaveAudio},
 * as long as nothing runs the plugin.
 */
final class ClapInstance {
    private static final int INIT = 16, DESTROY = 24, ACTIVATE = 32, DEACTIVATE = 40, START = 48, STOP = 56, RESET = 64, PROCESS = 72;
    private static final int GET_EXTENSION = 80, ON_MAIN_THREAD = 88, SET_RENDER = 8, REAL_TIME = 0, OFFLINE = 1;

    private final long plugin;
    private final MemorySegment start;
    private final MemorySegment stop;
    private final MemorySegment reset;
    private final MemorySegment process;
    private final long timers;
    private final long latency;
    private final long tail;
    private final MemorySegment getTail;

    private ClapInstance(long plugin) {
        this.plugin = plugin;
        start = function(START);
        stop = function(STOP);
        reset = function(RESET);
        process = function(PROCESS);
        timers = extension("clap.timer-support");
        latency = extension("clap.latency");
        tail = extension("clap.tail");
        getTail = MemorySegment.ofAddress(tail == 0 ? 0 : Memory.pointer(tail));
    }

    /** [main thread] A new one, made and initialised. */
    static ClapInstance create(ClapLibrary library, String id, ClapHost host) throws PluginException {
        long plugin = library.create(host.address(), id);
        boolean well = Calls.flag(Memory.pointer(plugin + INIT), plugin);
        FloatingPoint.restore();
        if (!well) {
            Calls.run(Memory.pointer(plugin + DESTROY), plugin);
            throw new PluginException(id + " cannot be initialised: look for files that it misses" + host.lastWarning());
        }
        return new ClapInstance(plugin);
    }

    private MemorySegment function(int offset) {
        return MemorySegment.ofAddress(Memory.pointer(plugin + offset));
    }

    /** Where its clap_plugin is. */
    long address() {
        return plugin;
    }

    /** The structure with the functions of an extension; 0 if it has none of that name. */
    long extension(String name) {
        try (Arena arena = Arena.ofConfined()) {
            return Calls.pointer(Memory.pointer(plugin + GET_EXTENSION), plugin, arena.allocateFrom(name).address());
        }
    }

    /** [main thread, not active] */
    boolean activate(float sampleRate, int mostFrames) {
        boolean well = Calls.activate(Memory.pointer(plugin + ACTIVATE), plugin, sampleRate, 1, mostFrames);
        FloatingPoint.restore();
        return well;
    }

    /** [main thread, active] */
    void deactivate() {
        Calls.run(Memory.pointer(plugin + DEACTIVATE), plugin);
        FloatingPoint.restore();
    }

    /** [main thread, not active] Its end: it is not there after that. */
    void destroy() {
        Calls.run(Memory.pointer(plugin + DESTROY), plugin);
        FloatingPoint.restore();
    }

    /** [main thread] What it has asked for by request_callback. */
    void onMainThread() {
        Calls.run(Memory.pointer(plugin + ON_MAIN_THREAD), plugin);
        FloatingPoint.restore();
    }

    /** [main thread] One of its timers has come. */
    void timer(int id) {
        if (timers != 0) {
            Calls.tell(Memory.pointer(timers), plugin, id);
            FloatingPoint.restore();
        }
    }

    /** [main thread, not active] Whether time is real. False if it is not, and the plugin can play in real time only. */
    boolean render(boolean offline) {
        long render = extension("clap.render");
        boolean well = render == 0 || !offline || !Calls.flag(Memory.pointer(render), plugin);
        if (render != 0 && well) {
            Calls.set(Memory.pointer(render + SET_RENDER), plugin, offline ? OFFLINE : REAL_TIME);
        }
        FloatingPoint.restore();
        return well;
    }

    /** [main thread, active] Frames by which its output comes later than its input. */
    int latency() {
        return latency == 0 ? 0 : Math.max(0, Calls.number(Memory.pointer(latency), plugin));
    }

    /** [audio, or main thread] Frames for which it may sound on; {@link Integer#MAX_VALUE} if for ever, or if it does not say. */
    int tail() {
        int frames = tail == 0 ? Integer.MAX_VALUE : Calls.number(getTail, plugin);
        return frames < 0 ? Integer.MAX_VALUE : frames;
    }

    /** [audio, active, not processing] False if it does not want to. */
    boolean start() {
        return Calls.flag(start, plugin);
    }

    /** [audio, active, processing] */
    void stop() {
        Calls.run(stop, plugin);
    }

    /** [audio, active] Voices, delays and filters are empty after that. */
    void reset() {
        Calls.run(reset, plugin);
    }

    /** [audio, active, processing] Plays what a clap_process says. */
    int process(long data) {
        return Calls.process(process, plugin, data);
    }
}

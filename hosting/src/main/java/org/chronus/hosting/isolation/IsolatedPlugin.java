package org.chronus.hosting.isolation;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.chronus.hosting.HostedPlugin;
import org.chronus.hosting.PluginException;
import org.chronus.hosting.PluginInfo;
import org.chronus.hosting.PluginSetup;
import org.chronus.hosting.isolation.HelperProtocol.Answer;
import org.chronus.hosting.isolation.HelperProtocol.Request;
import org.chronus.hosting.isolation.HelperProtocol.Verb;

/**
 * A plugin in a helper process. A piece of a block is asked for, and waited for until its time is over: then the plugin is silent until it
 * answers. If it does not for a while, if its process ends, or if it makes what is not a number, it is opened again, with the parameters that
 * it had. [audio] and [any thread but audio] as in {@link HostedPlugin}, but that no thread is the plugin's main thread here.
 */
public final class IsolatedPlugin implements HostedPlugin {
    /** A piece that takes longer than this is not late, it hangs. */
    private static final long HANGS_NANOS = 250_000_000, LONGEST_WAIT_NANOS = 10_000_000_000L;
    /** Before it is opened again: doubled each time. */
    private static final long PAUSE_NANOS = 100_000_000, LONGEST_PAUSE_NANOS = 60_000_000_000L;
    private static final int SPINS = 400;
    /** Of the time that a piece lasts; but never less than so much. */
    private static final double SHARE = 0.75;
    private static final long LEAST_NANOS = 400_000;

    private final PatchHelper helper;
    private final PluginInfo info;
    private final PluginSetup setup;
    private final BooleanSupplier live;
    private final int number;
    private final float[] values;
    private final PluginFaults faults;
    private final EventQueue events = new EventQueue();
    private final Arena arena = Arena.ofShared();
    private final Futex futex = new Futex(arena);
    private final MemorySegment[] inputs;
    private final MemorySegment[] outputs;
    private final List<HelperLink> retired = new ArrayList<>();
    private volatile HelperLink link;
    /** Which has been asked for the present piece; null if none could be. The audio thread's. */
    private HelperLink asked;
    private volatile int latency;
    private volatile double tail;
    private volatile long askedNanos;
    private volatile boolean broken;
    private volatile boolean resend;
    private long nextTryNanos = System.nanoTime();
    private int tries;
    private boolean closed;

    /**
     * Opens it. [any thread but audio]
     *
     * @param live false while each piece is waited for however long it takes: when a patch is primed, or rendered into a file
     */
    public IsolatedPlugin(PatchHelper helper, PluginInfo info, PluginSetup setup, BooleanSupplier live) throws PluginException {
        this.helper = helper;
        this.info = info;
        this.setup = setup;
        this.live = live;
        number = helper.nextNumber();
        values = new float[info.parameters().size()];
        faults = new PluginFaults(info.audioOutputs().size(), setup.sampleRate());
        inputs = buffers(info.audioInputs());
        outputs = buffers(info.audioOutputs());
        try {
            link = HelperLink.open(helper, number, info, setup);
        } catch (PluginException e) {
            arena.close();
            throw e;
        }
        learn(link.opened);
        Helpers.watch(this);
    }

    private MemorySegment[] buffers(List<String> channels) {
        return channels.stream().map(_ -> arena.allocate(4L * MOST_FRAMES, 64)).toArray(MemorySegment[]::new);
    }

    private void learn(Answer answer) {
        latency = answer.latency();
        tail = answer.tail();
        for (int i = 0; i < values.length; i++) {
            values[i] = answer.values().get(i);
        }
    }

    @Override public PluginInfo info() {
        return info;
    }

    @Override public MemorySegment input(int channel) {
        return inputs[channel];
    }

    @Override public MemorySegment output(int channel) {
        return outputs[channel];
    }

    @Override public float parameter(int index) {
        return values[index];
    }

    @Override public void setParameter(int frame, int index, float value) {
        values[index] = value;
        events.add(SharedBlock.PARAMETER, frame, index, 0, value, 0);
    }

    @Override public void noteOn(int frame, int channel, int key, float tuning, float velocity) {
        events.add(SharedBlock.NOTE_ON, frame, channel, key, tuning, velocity);
    }

    @Override public void noteOff(int frame, int channel, int key, float velocity) {
        events.add(SharedBlock.NOTE_OFF, frame, channel, key, velocity, 0);
    }

    @Override public void midi(int frame, int status, int first, int second) {
        events.add(SharedBlock.MIDI, frame, status, first, second, 0);
    }

    @Override public void start(int frames) {
        HelperLink now = link;
        asked = now != null && !broken && now.isIdle() ? now : null;
        if (asked == null) {
            events.delay();
            return;
        }
        if (resend) {
            resend = false;
            for (int i = 0; i < values.length; i++) {
                events.add(SharedBlock.PARAMETER, 0, i, 0, values[i], 0);
            }
        }
        int count = events.moveTo(now.block);
        for (int i = 0; i < inputs.length; i++) {
            MemorySegment.copy(inputs[i], 0, now.block.input(i), 0, 4L * frames);
        }
        askedNanos = System.nanoTime();
        now.block.ask(++now.asked, frames, count);
    }

    @Override public boolean finish(int frames) {
        HelperLink now = asked;
        if (now == null) {
            return faults.silence(outputs, frames);
        }
        if (!await(now, frames)) {
            return faults.miss(outputs, frames);
        }
        for (int i = 0; i < outputs.length; i++) {
            MemorySegment.copy(now.block.output(i), 0, outputs[i], 0, 4L * frames);
        }
        if (!PluginFaults.isFinite(outputs, frames)) {
            broken = true;
            return faults.silence(outputs, frames);
        }
        return faults.play(outputs, frames);
    }

    /** False if the time is over before the piece is there. */
    private boolean await(HelperLink now, int frames) {
        for (int i = 0; i < SPINS && !now.isIdle(); i++) {
            Thread.onSpinWait();
        }
        long limit = !live.getAsBoolean() ? LONGEST_WAIT_NANOS : Math.max(LEAST_NANOS, Math.round(SHARE * frames * 1e9 / setup.sampleRate()));
        while (!now.isIdle()) {
            long left = askedNanos + limit - System.nanoTime();
            if (left <= 0 || link != now) {
                return false;
            }
            futex.await(now.block.played(), now.asked - 1, Math.min(left, HANGS_NANOS));
        }
        return true;
    }

    @Override public boolean run(int frames) {
        start(frames);
        return finish(frames);
    }

    @Override public int latency() {
        return latency;
    }

    @Override public double tail() {
        return tail;
    }

    @Override public synchronized void reset() throws PluginException {
        faults.clear();
        if (link == null || !link.isConnected() || broken) {
            openAgain();
        } else {
            Answer answer = helper.ask(Request.of(Verb.RESET, number));
            if (answer.refusal() != null) {
                throw new PluginException(answer.refusal());
            }
            learn(answer);
        }
        resend = false;
    }

    /** [helpers] If it hangs, has lost its process, or made what is not a number, it is opened again. */
    synchronized void look() {
        HelperLink now = link;
        if (closed || System.nanoTime() - nextTryNanos < 0) {
            return;
        }
        if (now != null && !now.isIdle() && System.nanoTime() - askedNanos > (live.getAsBoolean() ? HANGS_NANOS : LONGEST_WAIT_NANOS)) {
            now.kill();
        }
        if (now == null || !now.isConnected() || broken) {
            float[] kept = Arrays.copyOf(values, values.length);
            try {
                openAgain();
                System.arraycopy(kept, 0, values, 0, values.length);
                resend = true;
            } catch (PluginException e) {
                // It stays silent until the next try, which comes later each time.
                link = null;
            }
        }
    }

    private void openAgain() throws PluginException {
        HelperLink old = link;
        link = null;
        nextTryNanos = System.nanoTime() + Math.min(LONGEST_PAUSE_NANOS, PAUSE_NANOS << Math.min(tries++, 16));
        if (old != null) {
            // The audio thread may still be in it: its memory is given back at the end.
            retired.add(old);
            if (old.isConnected()) {
                helper.ask(Request.of(Verb.CLOSE, number));
            }
        }
        HelperLink fresh = HelperLink.open(helper, number, info, setup);
        try {
            fresh.warm(number);
        } catch (PluginException e) {
            retired.add(fresh);
            throw e;
        }
        learn(fresh.opened);
        broken = false;
        link = fresh;
    }

    @Override public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        Helpers.forget(this);
        HelperLink now = link;
        link = null;
        if (now != null) {
            retired.add(now);
            try {
                if (!now.isIdle()) {
                    now.kill();
                } else if (now.isConnected()) {
                    helper.ask(Request.of(Verb.CLOSE, number));
                }
            } catch (PluginException e) {
                now.kill();
            }
        }
        retired.forEach(HelperLink::close);
        arena.close();
    }
}

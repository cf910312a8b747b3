package org.chronus.hosting.isolation;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

import org.chronus.foreign.Futex;
import org.chronus.hosting.HostedPlugin;
import org.chronus.hosting.PluginException;
import org.chronus.hosting.PluginInfo;
import org.chronus.hosting.PluginSetup;
import org.chronus.hosting.isolation.HelperProtocol.Answer;
import org.chronus.hosting.isolation.HelperProtocol.Request;
import org.chronus.modules.PatchResources;
import org.chronus.hosting.isolation.HelperProtocol.Verb;

/**
 * A plugin in a helper process. A piece of a block is asked for, and waited for until its time is over: then the plugin is silent until it
 * answers. If it does not for a while, if its process ends, or if it makes what is not a number, it is opened again, with what it was told
 * that goes on to hold ({@link KeptState}). [audio] and [any thread but audio] as in {@link HostedPlugin}, but that no thread is the
 * plugin's main thread here.
 */
public final class IsolatedPlugin implements HostedPlugin {
    /** A piece that takes longer than this is not late, it hangs. */
    private static final long HANGS_NANOS = 250_000_000, LONGEST_WAIT_NANOS = 10_000_000_000L;
    /** Before it is opened again: doubled each time. */
    private static final long PAUSE_NANOS = 100_000_000, LONGEST_PAUSE_NANOS = 60_000_000_000L;
    /** A piece is waited for until the period's deadline; but never less than that. */
    private static final long LEAST_NANOS = 400_000;

    private static final PluginStrikes STRIKES = new PluginStrikes(System.getenv());

    private final PatchHelper helper;
    private final PluginInfo info;
    private final PluginSetup setup;
    private final PatchResources patch;
    private final int number;
    private final KeptState kept;
    private final PluginFaults faults;
    private final EventQueue events = new EventQueue();
    private final Arena arena = Arena.ofAuto();
    private final Futex futex = new Futex(arena);
    private final PluginBuffers buffers;
    private final List<HelperLink> retired = new ArrayList<>();
    private volatile HelperLink link;
    /** Has been asked for the present piece; null if none could be. The audio thread's. */
    private HelperLink asked;
    /** What the helper said last. */
    private volatile Answer state;
    private volatile long askedNanos;
    private volatile boolean broken;
    private volatile long nextTryNanos = System.nanoTime();
    private int tries;
    private volatile boolean closed;

    /**
     * Opens it. [any thread but audio]
     *
     * @param patch if it is not live, each piece is waited for however long it takes: when it is primed, or rendered into a file
     */
    public IsolatedPlugin(PluginInfo info, PluginSetup setup, PatchResources patch) throws PluginException {
        helper = patch.get(PatchHelper.class, PatchHelper::new);
        this.info = info;
        this.setup = setup;
        this.patch = patch;
        number = helper.nextNumber();
        kept = new KeptState(info.parameters().size());
        faults = new PluginFaults(info.audioOutputs().size(), setup.sampleRate());
        buffers = new PluginBuffers(info, arena);
        link = HelperLink.open(helper, number, info, setup);
        learn(link.opened);
        Helpers.watch(this);
    }

    private void learn(Answer answer) {
        state = answer;
        kept.learn(answer);
    }

    @Override public PluginInfo info() {
        return info;
    }

    @Override public MemorySegment input(int channel) {
        return buffers.inputs[channel];
    }

    @Override public MemorySegment output(int channel) {
        return buffers.outputs[channel];
    }

    @Override public float parameter(int index) {
        return kept.value(index);
    }

    @Override public void setParameter(int frame, int index, float value) {
        kept.value(index, value);
        if (link != null) {
            events.add(SharedBlock.PARAMETER, frame, index, 0, value, 0);
        }
    }

    @Override public void noteOn(int frame, int channel, int key, float tuning, float velocity) {
        events.add(SharedBlock.NOTE_ON, frame, channel, key, tuning, velocity);
    }

    @Override public void noteOff(int frame, int channel, int key, float velocity) {
        events.add(SharedBlock.NOTE_OFF, frame, channel, key, velocity, 0);
    }

    @Override public boolean hearsFingers() {
        return state.fingers();
    }

    @Override public void noteExpression(int frame, int channel, int key, Expression what, float value) {
        events.add(SharedBlock.EXPRESSION, frame, channel, key, value, what.ordinal());
    }

    @Override public void midi(int frame, int status, int first, int second) {
        if (!kept.hear(status, first, second) || link != null) {
            events.add(SharedBlock.MIDI, frame, status, first, second, 0);
        }
    }

    @Override public void start(int frames) {
        HelperLink now = link;
        asked = now != null && !broken && now.isIdle() ? now : null;
        if (asked == null) {
            events.delay();
            return;
        }
        int count = events.moveTo(now.block, kept.moveTo(now.block));
        buffers.give(now.block, frames);
        askedNanos = System.nanoTime();
        now.block.ask(++now.asked, frames, count);
    }

    @Override public boolean finish(int frames) {
        HelperLink now = asked;
        if (now == null) {
            return faults.silence(buffers.outputs, frames);
        }
        long least = patch.isLive() ? LEAST_NANOS : LONGEST_WAIT_NANOS, left = patch.isLive() ? patch.deadline() - askedNanos : 0;
        if (!now.await(futex, askedNanos + Math.max(least, left))) {
            if (left >= LEAST_NANOS) {
                faults.miss();
            }
            return faults.silence(buffers.outputs, frames);
        }
        buffers.take(now.block, frames);
        if (!PluginFaults.isFinite(buffers.outputs, frames)) {
            broken = true;
            return faults.silence(buffers.outputs, frames);
        }
        return faults.play(buffers.outputs, frames);
    }

    @Override public boolean run(int frames) {
        start(frames);
        return finish(frames);
    }

    @Override public int latency() {
        return state.latency();
    }

    @Override public double tail() {
        return state.tail();
    }

    @Override public synchronized void reset() throws PluginException {
        faults.clear();
        if (link == null || !link.isConnected() || broken) {
            openAgain(link);
            learn(state);
        } else {
            learn(helper.ask(Request.of(Verb.RESET, number)).orRefusal());
        }
    }

    /** [helpers] True if it hangs, has lost its process, or made what is not a number: unless it waits for its next try. */
    boolean isIll() {
        HelperLink now = link;
        return !closed && System.nanoTime() - nextTryNanos >= 0 && (now == null || !now.isConnected() || broken || hangs(now));
    }

    private boolean hangs(HelperLink now) {
        return !now.isIdle() && System.nanoTime() - askedNanos > (patch.isLive() ? HANGS_NANOS : LONGEST_WAIT_NANOS);
    }

    /** [care] It is opened again, which may take as long as its plugin loads. */
    synchronized void cure() {
        HelperLink now = link;
        if (isIll()) {
            boolean hangs = now != null && hangs(now);
            if (hangs) {
                now.kill();
            }
            STRIKES.add(info.type(), hangs ? "did not return" : broken ? "made what is not a number" : "ended its process");
            try {
                openAgain(now);
            } catch (PluginException e) {
                // It stays silent until the next try, which comes later each time.
                link = null;
            }
        }
    }

    private void openAgain(HelperLink old) throws PluginException {
        link = null;
        nextTryNanos = System.nanoTime() + Math.min(LONGEST_PAUSE_NANOS, PAUSE_NANOS << Math.min(tries++, 16));
        if (old != null) {
            // The audio thread may still be in it: its memory is given back at the end.
            retired.add(old);
            old.end();
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
        state = fresh.opened;
        broken = false;
        kept.want();
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
            now.leave(number);
            retired.add(now);
        }
        retired.forEach(HelperLink::close);
    }
}

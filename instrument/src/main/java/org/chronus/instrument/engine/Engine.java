package org.chronus.instrument.engine;

import static org.chronus.modules.Module.BLOCK;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;

import org.chronus.instrument.audio.AudioCallback;
import org.chronus.midi.Command;
import org.chronus.midi.Event;
import org.chronus.modules.patch.FadeCurve;
import org.chronus.presets.Transition;
import org.jctools.queues.MessagePassingQueue;
import org.jctools.queues.atomic.MpscAtomicArrayQueue;

/**
 * What the audio callback runs: takes the commands that have come, swaps patches at grid lines, lets the slots play, and finishes their
 * sum. Everything about sound happens on the audio thread, in one order, so there is nothing to guard.
 *
 * <p>The grid is counted from the engine's start in blocks of 64 frames. However the callback's periods fall on it, the same bits come
 * out. Controllers wait for the next multiple of 16 frames.
 */
public final class Engine implements AudioCallback {
    private static final int QUEUE = 8192, CONTROL = 16;
    private static final double SWAP_SECONDS = 0.010, CUT_SECONDS = 0.003;

    private final double sampleRate;
    private final MpscAtomicArrayQueue<Event> queue = new MpscAtomicArrayQueue<>(QUEUE);
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLongArray overflowed = new AtomicLongArray(Keyboard.SOURCES);
    private final AtomicReference<PrimedPatch> offered = new AtomicReference<>();
    private final MessagePassingQueue.Consumer<Event> live;
    private final ArrivalClock clock;
    private final Agenda agenda = new Agenda(2 * QUEUE);
    private final Slot[] slots = {new Slot(), new Slot()};
    private final Slot leaving = new Slot();
    private final Performance performance = new Performance();
    private final Pedals pedals = new Pedals();
    private final Router router;
    private final Master master;
    private final Transition transition;
    /** Made before, because the audio thread makes nothing. */
    private final Command[] releases = new Command[Keyboard.SOURCES];
    private final float[] fadeOut, fadeIn, cutOut, cutIn;
    private final Slot[] audible = {slots[0], slots[1], leaving};
    private int active;
    private long position;
    private int cured;
    private int mostVoices;
    private volatile int voices;
    private volatile long rendered;
    private long accepted;

    /**
     * @param sampleRate  in Hz
     * @param channels    bit n: notes of MIDI channel n are played
     * @param pitchOffset semitones added to every key
     * @param transition  how patches change, or null to leave it to each preset
     */
    public Engine(double sampleRate, int channels, float pitchOffset, Transition transition) {
        this.sampleRate = sampleRate;
        this.transition = transition;
        clock = new ArrivalClock(sampleRate);
        router = new Router(slots, performance, pedals, channels, pitchOffset);
        master = new Master(sampleRate);
        fadeOut = FadeCurve.falling((int) Math.round(SWAP_SECONDS * sampleRate));
        fadeIn = FadeCurve.rising((int) Math.round(SWAP_SECONDS * sampleRate));
        cutOut = FadeCurve.falling((int) Math.round(CUT_SECONDS * sampleRate));
        cutIn = FadeCurve.rising((int) Math.round(CUT_SECONDS * sampleRate));
        Arrays.setAll(releases, Command.ReleaseSource::new);
        live = event -> schedule(clock.frame(event.nanos()), event.command());
    }

    /**
     * [any thread] Queues what arrived. Note-ons and controllers are refused when the queue is three quarters full; of a source whose
     * note-off does not even fit into the rest, everything is released. False if it was not queued.
     */
    public boolean offer(Event event) {
        if (isVital(event.command()) ? queue.offer(event) : queue.offerIfBelowThreshold(event, QUEUE * 3 / 4)) {
            return true;
        }
        refuse(event.command());
        return false;
    }

    private static boolean isVital(Command command) {
        return command instanceof Command.NoteOff || command instanceof Command.ReleaseSource;
    }

    /** [any thread] A command found no room. Whole sources are released rather than leave a note hanging. */
    private void refuse(Command command) {
        refused.incrementAndGet();
        if (isVital(command)) {
            overflowed.set(Math.min(command.source(), Keyboard.SOURCES - 1), 1);
        }
    }

    /** [loader] Hands over a primed patch; it replaces one that was not yet taken. */
    void offer(PrimedPatch primed) {
        PrimedPatch late = offered.getAndSet(primed);
        if (late != null) {
            late.swap().end(Swap.Outcome.SUPERSEDED);
        }
    }

    /**
     * [audio, or before it starts] Queues a command for a frame counted from the engine's start. Of a source whose note-off finds no room
     * everything is released.
     */
    public void schedule(long frame, Command command) {
        if (!agenda.isFull()) {
            agenda.add(Router.isSmooth(command) ? (frame + CONTROL - 1) / CONTROL * CONTROL : frame, command);
        } else {
            refuse(command);
        }
    }

    /** [audio] One period of the backend: commands that arrived get their frames from the clock. */
    @Override public void process(float[] left, float[] right, int frames) {
        clock.callback(System.nanoTime(), position, frames);
        queue.drain(live, QUEUE);
        for (int source = 0; source < Keyboard.SOURCES; source++) {
            if (overflowed.get(source) != 0) {
                overflowed.set(source, 0);
                schedule(position, releases[source]);
            }
        }
        render(left, right, frames);
    }

    /** [audio] Renders the next frames, with the commands that are scheduled for them. */
    public void render(float[] left, float[] right, int frames) {
        Arrays.fill(left, 0, frames, 0);
        Arrays.fill(right, 0, frames, 0);
        int done = 0;
        while (done < frames) {
            int start = (int) (position % BLOCK);
            if (start == 0) {
                crossGridLine();
            }
            long end = Math.min(position + Math.min(frames - done, BLOCK - start), agenda.nextCut(position));
            int limit = start + (int) (end - position);
            play(left, right, done, start, limit);
            done += limit - start;
            position = end;
        }
        master.process(left, right, 0, frames);
        rendered = position;
    }

    private void play(float[] left, float[] right, int at, int start, int limit) {
        while (agenda.nextFrame() <= position && agenda.nextIsSmooth()) {
            router.route(agenda.take(), slots[active], start);
        }
        for (Slot slot : audible) {
            if (!slot.isEmpty()) {
                slot.patch().begin(start, limit);
            }
        }
        while (agenda.nextFrame() < position + limit - start) {
            int frame = start + (int) Math.max(0, agenda.nextFrame() - position);
            router.route(agenda.take(), slots[active], frame);
        }
        for (Slot slot : audible) {
            if (!slot.isEmpty()) {
                slot.patch().finish(start, limit);
                slot.mixInto(left, right, at, start, limit);
            }
        }
    }

    private void crossGridLine() {
        int sounding = 0;
        for (Slot slot : audible) {
            if (!slot.isEmpty()) {
                cured += slot.patch().rest();
                slot.settle(position, sampleRate, fadeOut);
            }
            if (!slot.isEmpty()) {
                sounding += slot.patch().sounding();
            }
        }
        voices = sounding;
        mostVoices = Math.max(mostVoices, sounding);
        if (offered.get() != null && leaving.isEmpty()) {
            accept(offered.getAndSet(null));
        }
    }

    /** The swap. Three patches sound at most: a third takes the place of the one that rings, which leaves in 10 ms. */
    private void accept(PrimedPatch primed) {
        if (primed.generation() <= accepted) {
            primed.swap().end(Swap.Outcome.SUPERSEDED);
            return;
        }
        accepted = primed.generation();
        for (int i = 0; i < primed.patch().parts().size(); i++) {
            performance.giveTo(primed.patch().parts().get(i));
        }
        Slot now = slots[active], other = slots[1 - active];
        Transition how = transition == null ? primed.preset().transition() : transition;
        if (!now.isEmpty() && (now.wasPlayed() || other.isEmpty())) {
            if (!other.isEmpty()) {
                leaving.takeOver(other);
                leaving.leave(fadeOut);
            }
            now.ring(position, primed.swap());
            if (how != Transition.RING) {
                now.leave(how == Transition.CUT ? cutOut : fadeOut);
            }
            active = 1 - active;
        }
        slots[active].activate(primed, how == Transition.RING ? null : how == Transition.CUT ? cutIn : fadeIn);
        primed.swap().swapped(position);
    }

    Pedals pedals() {
        return pedals;
    }

    /** [any thread] Frames rendered so far. */
    public long position() {
        return rendered;
    }

    /** Largest sample so far, linear; when it has stopped. */
    public float peak() {
        return master.peak();
    }

    /** Root mean square of both channels so far, linear; when it has stopped. */
    public double rms() {
        return master.rms();
    }

    /** Frames silenced because they were not numbers; when it has stopped. */
    public long scrubbed() {
        return master.scrubbed();
    }

    /** True if nothing sounds, or will without another command. */
    public boolean isSilent() {
        for (Slot slot : audible) {
            if (!slot.isEmpty() && !slot.patch().isSilent()) {
                return false;
            }
        }
        return agenda.nextFrame() == Long.MAX_VALUE;
    }

    /** Notes taken away for others, in the patches that are there. */
    public int stolen() {
        int stolen = 0;
        for (Slot slot : audible) {
            for (int i = 0; !slot.isEmpty() && i < slot.primed().voices().length; i++) {
                stolen += slot.primed().voices()[i].stolen();
            }
        }
        return stolen;
    }

    /** [any thread] Commands that found no room. */
    public long refused() {
        return refused.get();
    }

    /** [any thread] Voices that sound, as of the last grid line. */
    public int voices() {
        return voices;
    }

    /** Most voices that sounded at once. */
    public int mostVoices() {
        return mostVoices;
    }

    /** Voices and effects restarted because they made what is not a number. */
    public int cured() {
        return cured;
    }
}

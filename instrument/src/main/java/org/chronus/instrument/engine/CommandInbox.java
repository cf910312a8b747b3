package org.chronus.instrument.engine;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

import org.chronus.instrument.engine.state.KeyNumbers;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.ControlCommand;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.Release;
import org.chronus.midi.command.Selection;
import org.jctools.queues.MessagePassingQueue;
import org.jctools.queues.atomic.MpscAtomicArrayQueue;

/**
 * Where commands wait that other threads send, until the next callback gives each its frame. There is an end to the room: note-ons and
 * controllers are refused while some is left for note-offs, and a source that loses even one of those has all its notes released.
 */
public final class CommandInbox {
    private static final int SOURCES = KeyNumbers.SOURCES;

    /** Takes a command for a frame counted from the engine's start. */
    public interface Scheduler {
        void schedule(long frame, Command command);
    }

    private final int capacity;
    private final MpscAtomicArrayQueue<Event> queue;
    private final MessagePassingQueue.Consumer<Event> arrival = this::arrive;
    private final ArrivalClock clock;
    private final Scheduler scheduler;
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLongArray overflowed = new AtomicLongArray(SOURCES);
    /** Made before, because the audio thread makes nothing. */
    private final Command[] releases = new Command[SOURCES];
    /** Where the latest command of each source was put: the clock wavers, the order of a source does not. */
    private final long[] newest = new long[SOURCES];

    public CommandInbox(int capacity, double sampleRate, Scheduler scheduler) {
        this.capacity = capacity;
        this.scheduler = scheduler;
        queue = new MpscAtomicArrayQueue<>(capacity);
        clock = new ArrivalClock(sampleRate);
        Arrays.setAll(releases, source -> new Release.ReleaseSource(source, false));
    }

    /** [while no callback comes] Another sample rate, in Hz. */
    void rate(double hertz) {
        clock.rate(hertz);
    }

    /** [any thread] False if there is no room. */
    public boolean offer(Event event) {
        if (event.command() instanceof ControlCommand) {
            throw new IllegalArgumentException(event.command() + " is not for the engine");
        }
        if (isVital(event.command()) ? queue.offer(event) : queue.offerIfBelowThreshold(event, capacity * 3 / 4)) {
            return true;
        }
        refuse(event.command());
        return false;
    }

    /** [any thread] A command found no room, here or further on. */
    void refuse(Command command) {
        refused.incrementAndGet();
        if (isVital(command) && !(command instanceof Selection.Commit)) {
            overflowed.set(source(command), 1);
        }
    }

    private static boolean isVital(Command command) {
        return command instanceof Gesture.NoteOff || command instanceof Release.ReleaseSource || command instanceof Selection.Commit;
    }

    private static int source(Command command) {
        return Math.min(command.source(), SOURCES - 1);
    }

    /** [any thread] Commands that found no room. */
    public long refused() {
        return refused.get();
    }

    /** [audio] A callback for so many frames from {@code position} on begins: what has come until now gets its frame. */
    public void drain(long position, int frames) {
        clock.callback(System.nanoTime(), position, frames);
        long missed = takeOverflowed();
        queue.drain(arrival, capacity);
        for (; missed != 0; missed &= missed - 1) {
            int source = Long.numberOfTrailingZeros(missed);
            scheduler.schedule(Math.max(position, newest[source]), releases[source]);
        }
    }

    /** Bit n: source n lost a note-off. Asked before the queue is drained, because the note-on may still be in it. */
    private long takeOverflowed() {
        long missed = 0;
        for (int source = 0; source < SOURCES; source++) {
            if (overflowed.get(source) != 0) {
                overflowed.set(source, 0);
                missed |= 1L << source;
            }
        }
        return missed;
    }

    private void arrive(Event event) {
        int source = source(event.command());
        newest[source] = Math.max(newest[source], event.frame() >= 0 ? clock.notBefore(event.frame()) : clock.frame(event.nanos()));
        scheduler.schedule(newest[source], event.command());
    }
}

package org.chronus.instrument.render;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import org.chronus.instrument.audio.Recorder;
import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.engine.EngineStats;
import org.chronus.instrument.engine.slots.Swap;
import org.chronus.instrument.loader.PresetLoader;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.Selection;
import org.chronus.midi.song.Song;
import org.chronus.modules.Module;

/**
 * Plays a song through the engine as fast as it goes. A program change primes in no musical time: the render waits for the loader, and
 * the swap falls on the grid line at or before it, so that the notes behind it are the new preset's. {@link #run} is the audio thread.
 */
public final class SongRenderer {
    private record Timed(long frame, Command command) { }

    private final Engine engine;
    private final PresetLoader loader;
    private final int sampleRate;
    private final int period;
    private final long songFrames;
    private final List<Timed> commands = new ArrayList<>();
    private final List<Swap> swaps = new ArrayList<>();
    private final double tailSeconds;
    private int ignored;

    /**
     * @param programChannel the channel whose program changes are followed, or -1 for none
     * @param period         frames per call of the engine
     * @param tailSeconds    longest time after the last event; it ends sooner once all is silent
     */
    public SongRenderer(Song song, Engine engine, PresetLoader loader, int sampleRate, int period, int programChannel, double tailSeconds) {
        this.engine = engine;
        this.loader = loader;
        this.sampleRate = sampleRate;
        this.period = period;
        this.tailSeconds = tailSeconds;
        songFrames = frame(song.lengthNanos());
        for (Event event : song.events()) {
            long frame = frame(event.nanos());
            if (event.command() instanceof Selection.ProgramChange change) {
                if (programChannel >= 0 && (change.channel() == programChannel || change.channel() == Command.ALL_CHANNELS)) {
                    swaps.add(new Swap(frame / Module.BLOCK * Module.BLOCK, change.bank(), change.program()));
                } else {
                    ignored++;
                }
            } else {
                commands.add(new Timed(frame, event.command()));
            }
        }
        commands.sort(Comparator.comparingLong(Timed::frame));
    }

    /** Renders into the writer. Nothing is allocated from the first frame on. */
    public RenderReport run(Recorder recorder) throws IOException {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        float[] left = new float[period], right = new float[period];
        long tail = (long) (tailSeconds * sampleRate), position = 0;
        int nextCommand = 0, nextSwap = 0;
        long cpu = threads.getCurrentThreadCpuTime(), begin = System.nanoTime(), allocated = threads.getCurrentThreadAllocatedBytes();
        while (position < songFrames || position < songFrames + tail && (position % Module.BLOCK != 0 || !engine.isSilent())) {
            while (nextSwap < swaps.size() && swaps.get(nextSwap).frame() <= position) {
                await(swaps.get(nextSwap++));
            }
            long limit = position + period;
            if (nextSwap < swaps.size()) {
                limit = Math.min(limit, swaps.get(nextSwap).frame());
            }
            // In the tail silence is looked for at grid lines only, so that the period does not change the length.
            limit = Math.min(limit, position < songFrames ? songFrames : Math.min(nextGridLine(position), songFrames + tail));
            while (nextCommand < commands.size() && commands.get(nextCommand).frame() < limit) {
                engine.schedule(commands.get(nextCommand).frame(), commands.get(nextCommand).command());
                nextCommand++;
            }
            int frames = (int) (limit - position);
            engine.render(left, right, frames);
            recorder.write(left, right, frames);
            position = limit;
        }
        allocated = threads.getCurrentThreadAllocatedBytes() - allocated;
        double wall = (System.nanoTime() - begin) / 1e9, used = (threads.getCurrentThreadCpuTime() - cpu) / 1e9;
        EngineStats tally = engine.tally();
        return new RenderReport(position, sampleRate, RenderReport.decibels(tally.peak()), RenderReport.decibels(tally.rms()), used,
                position / (double) sampleRate / wall, engine.mostVoices(), tally.stolen(), allocated, tally.scrubbed(), tally.cured(),
                tally.failures(), tally.failovers(), ignored,
                swaps.stream().map(swap -> RenderReport.SwapReport.of(swap, sampleRate)).toList());
    }

    /** Frames from the first event to the last. */
    public long songFrames() {
        return songFrames;
    }

    /** What became of the program changes, in their order. */
    public List<Swap> swaps() {
        return swaps;
    }

    private void await(Swap swap) {
        loader.request(swap);
        while (!swap.isSettled()) {
            LockSupport.parkNanos(20_000);
        }
    }

    private static long nextGridLine(long position) {
        return position / Module.BLOCK * Module.BLOCK + Module.BLOCK;
    }

    private long frame(long nanos) {
        return Math.round(nanos * 1e-9 * sampleRate);
    }
}

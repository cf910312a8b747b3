package org.chronus.instrument.render;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import org.chronus.instrument.assembly.Instrument;
import org.chronus.instrument.audio.Recorder;
import org.chronus.instrument.audio.WavReader;
import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.engine.EngineStats;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.engine.slots.SwapRequest;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.Release;
import org.chronus.midi.command.Selection;
import org.chronus.midi.song.Song;
import org.chronus.modules.Module;

/**
 * Plays a song through an instrument as fast as it goes. A program change primes in no musical time: the render waits for the loader, and
 * the swap falls on the first grid line at or after it; the notes behind it are the new preset's. At the last event every key and pedal is
 * let go, and what rings may ring out. Once no note is to come and all is silent the render ends, whatever else the song has. {@link #run}
 * is the audio thread.
 */
public final class SongRenderer {
    private static final int SETTLED = 4 * Module.BLOCK;

    private record Timed(long frame, Command command) { }

    private final Instrument instrument;
    private final Engine engine;
    private final int sampleRate;
    private final int period;
    private final long songFrames;
    private final List<Timed> commands = new ArrayList<>();
    private final List<SwapRequest> changes = new ArrayList<>();
    private final List<SwapReport> reports = new ArrayList<>();
    private final EndFade end;
    /** From here on no note begins, and the last one is known to the engine as sound. */
    private final long lastNote;
    private Optional<WavReader> input = Optional.empty();
    private int ignored;

    /**
     * @param instrument     one that has all the time it needs, with what it begins with
     * @param programChannel the channel whose program changes are followed, or -1 for none; those of others are for instruments with a sound
     *                       for each channel
     * @param period         frames per call of the engine
     * @param tailSeconds    longest time after the last event; it ends sooner once all is silent, and what still sounds then is faded out
     */
    public SongRenderer(Song song, Instrument instrument, int period, int programChannel, double tailSeconds) {
        this.instrument = instrument;
        this.period = period;
        engine = instrument.engine();
        sampleRate = instrument.setup().sampleRate();
        songFrames = frame(song.lengthNanos());
        for (Event event : song.events()) {
            long frame = frame(event.nanos());
            if (event.command() instanceof Selection.ProgramChange change) {
                boolean forAll = change.channel() == Command.ALL_CHANNELS;
                boolean follows = programChannel >= 0 && (change.channel() == programChannel || forAll);
                if (!follows || forAll) {
                    commands.add(new Timed(frame, Selection.ChannelProgram.of(change)));
                }
                if (follows) {
                    changes.add(new SwapRequest(changes.size() + 1, frame, 0, change.bank(), change.program(), Optional.empty()));
                } else {
                    ignored++;
                }
            } else {
                commands.add(new Timed(frame, event.command()));
            }
        }
        song.events().stream().map(event -> event.command().source()).distinct()
                .forEach(source -> commands.add(new Timed(songFrames, new Release.ReleaseSource(source, false))));
        commands.sort(Comparator.comparingLong(Timed::frame));
        lastNote = SETTLED + commands.stream().filter(timed -> timed.command() instanceof Gesture.NoteOn).mapToLong(Timed::frame).max()
                .orElse(0);
        end = new EndFade(songFrames, tailSeconds, sampleRate);
    }

    /** The sound that comes in meanwhile, from the first frame on. */
    public void hear(WavReader file) {
        input = Optional.of(file);
    }

    /** Renders into the writer. From the first frame on the engine allocates nothing; a request for a program change does. */
    public RenderReport run(Recorder recorder) throws IOException {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        float[] left = new float[period], right = new float[period], inLeft = new float[period], inRight = new float[period];
        instrument.startLoading();
        long position = 0;
        int nextCommand = 0;
        long cpu = threads.getCurrentThreadCpuTime(), begin = System.nanoTime(), allocated = threads.getCurrentThreadAllocatedBytes();
        while (position < end.frame() && (position < lastNote || position % Module.BLOCK != 0 || !engine.isSilent())) {
            while (reports.size() < changes.size() && gridLine(changes.get(reports.size()).frame()) <= position) {
                long before = threads.getCurrentThreadAllocatedBytes();
                prime(changes.get(reports.size()));
                allocated += threads.getCurrentThreadAllocatedBytes() - before;
            }
            long limit = position + period;
            if (reports.size() < changes.size()) {
                limit = Math.min(limit, gridLine(changes.get(reports.size()).frame()));
            }
            // Silence is looked for at every grid line and nowhere else, so that the period does not change the length.
            limit = Math.min(limit, position < lastNote ? lastNote : Math.min(gridLine(position) + Module.BLOCK, end.frame()));
            while (nextCommand < commands.size() && commands.get(nextCommand).frame() < limit) {
                engine.schedule(commands.get(nextCommand).frame(), commands.get(nextCommand).command());
                nextCommand++;
            }
            int frames = (int) (limit - position);
            if (input.isPresent()) {
                input.get().read(inLeft, inRight, frames);
                engine.hear(inLeft, inRight);
            }
            engine.render(left, right, frames);
            end.apply(left, right, position, frames);
            recorder.write(left, right, frames);
            position = limit;
        }
        allocated = threads.getCurrentThreadAllocatedBytes() - allocated;
        ignored += changes.size() - reports.size();
        double wall = (System.nanoTime() - begin) / 1e9, used = (threads.getCurrentThreadCpuTime() - cpu) / 1e9;
        EngineStats stats = engine.stats();
        return new RenderReport(position, sampleRate, RenderReport.decibels(stats.peak()), RenderReport.decibels(stats.rms()), used,
                position / (double) sampleRate / wall, engine.stats().mostVoices(), stats.stolen(), allocated, stats.scrubbed(), stats.cured(),
                stats.failures(), stats.failovers(), ignored,
                reports.stream().map(report -> RenderReport.Change.of(report, sampleRate)).toList());
    }

    /** Frames from the first event to the last. */
    public long songFrames() {
        return songFrames;
    }

    /** What became of the program changes, in their order. */
    public List<SwapReport> changes() {
        return reports;
    }

    /** Its place in time is its own; that the prime took some is not heard. */
    private void prime(SwapRequest change) {
        SwapRequest now = new SwapRequest(change.number(), change.frame(), System.nanoTime(), change.bank(), change.program(), Optional.empty());
        SwapReport report = instrument.loader().request(now);
        reports.add(report);
        while (!report.isSettled()) {
            LockSupport.parkNanos(20_000);
        }
        engine.schedule(change.frame(), new Selection.Commit(Instrument.OWN_SOURCE, change.number()));
    }

    /** The last line of the grid up to this frame. */
    private static long gridLine(long frame) {
        return frame / Module.BLOCK * Module.BLOCK;
    }

    private long frame(long nanos) {
        return Math.round(nanos * 1e-9 * sampleRate);
    }
}

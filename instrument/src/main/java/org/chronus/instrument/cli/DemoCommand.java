package org.chronus.instrument.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

import org.chronus.instrument.audio.AudioBackend;
import org.chronus.instrument.audio.JavaSoundBackend;
import org.chronus.instrument.audio.Recorder;
import org.chronus.instrument.audio.WavWriter;
import org.chronus.instrument.cli.options.AudioChoice;
import org.chronus.instrument.cli.options.Refusal;
import org.chronus.instrument.cli.options.SoundLibrary;
import org.chronus.instrument.cli.terminal.LoaderReporter;
import org.chronus.instrument.cli.terminal.NamedThread;
import org.chronus.instrument.cli.terminal.Progress;
import org.chronus.instrument.cli.terminal.StatusLine;
import org.chronus.instrument.control.Instrument;
import org.chronus.instrument.control.SetList;
import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.engine.slots.Swap;
import org.chronus.instrument.loader.PresetLoader;
import org.chronus.instrument.render.DemoPiece;
import org.chronus.instrument.render.RenderReport;
import org.chronus.instrument.render.SongRenderer;
import org.chronus.midi.command.Event;
import org.chronus.midi.song.Song;
import picocli.CommandLine.Command;

/** Plays a built-in piece through the factory bank: on the best output that there is, else into a file. */
@Command(name = "demo", mixinStandardHelpOptions = true,
        description = "A built-in piece through several presets, with program changes under held notes: on the best audio output, "
                + "else into ./demo.wav.")
final class DemoCommand implements Callable<Integer> {
    private static final int RATE = 48_000, PERIOD = 256;
    private static final int[] PROGRAMS = {0, 2, 7, 3, 6, 8};
    private static final double TAIL_SECONDS = 8;

    private final StatusLine status = StatusLine.onStandardError();

    @Override public Integer call() throws Exception {
        SoundLibrary sounds = new SoundLibrary();
        Song song = DemoPiece.of(PROGRAMS);
        if (JavaSoundBackend.outputs().isEmpty()) {
            System.err.println("no audio output found: rendering into demo.wav");
            render(sounds, song, Path.of("demo.wav"));
        } else {
            play(sounds, song);
        }
        return 0;
    }

    private void render(SoundLibrary sounds, Song song, Path file) throws Exception {
        Engine engine = new Engine(RATE, 0xFFFF, 0, null);
        try (PresetLoader loader = loader(sounds, engine, PresetLoader.OFFLINE);
                Recorder recorder = new Recorder(file, RATE, WavWriter.Format.BITS_24)) {
            loader.start();
            SongRenderer renderer = new SongRenderer(song, engine, loader, RATE, PERIOD, 0, TAIL_SECONDS);
            RenderReport report;
            try (Progress _ = Progress.of(status, file.toString(), engine::position, renderer.songFrames())) {
                report = NamedThread.call("render", () -> renderer.run(recorder));
            }
            recorder.finish();
            System.err.printf("%s: %.0f s, %d program changes, peak %.1f dBFS, %.0f times real time. Play it with: aplay %s%n", file,
                    report.frames() / (double) RATE, report.swaps().size(), report.peakDb(), report.realTimeFactor(), file);
        } catch (IOException e) {
            throw new Refusal(e.getMessage());
        }
    }

    private void play(SoundLibrary sounds, Song song) throws Exception {
        try (AudioBackend audio = AudioChoice.open("auto", RATE, PERIOD)) {
            Engine engine = new Engine(audio.sampleRate(), 0xFFFF, 0, null, Engine.processorTime());
            PresetLoader loader = loader(sounds, engine, PresetLoader.timeoutNanos(System.getenv()));
            loader.load(new Swap(0, 0, PROGRAMS[0]));
            System.err.println("playing on " + audio.description());
            try (Instrument instrument = new Instrument(engine, loader, audio, new SetList(sounds.factoryBank()), 0xFFFF, LoaderReporter::stuck)) {
                instrument.start();
                long begin = System.nanoTime() + 100_000_000L, length = song.lengthNanos() + (long) (TAIL_SECONDS / 2 * 1e9);
                try (Progress _ = Progress.of(status, "demo", () -> System.nanoTime() - begin, length)) {
                    for (Event event : song.events()) {
                        sleepUntil(begin + event.nanos());
                        instrument.receive(new Event(System.nanoTime(), event.command()));
                    }
                    sleepUntil(begin + length);
                }
            }
        }
    }

    private PresetLoader loader(SoundLibrary sounds, Engine engine, long timeoutNanos) throws Refusal {
        return new PresetLoader(sounds.library(), sounds.factoryBank(), sounds.catalog(), engine, RATE, new LoaderReporter(status, this::say),
                timeoutNanos);
    }

    private void say(Swap swap) {
        switch (swap.outcome()) {
            case FAILED -> status.say("chronus: " + swap.reason());
            case PENDING, SWAPPED -> status.say(String.format("%6.1f s  program %d (#%d)  %s", swap.frame() / (double) RATE, swap.program(),
                    swap.program() + 1, swap.preset()));
            default -> { }
        }
    }

    private static void sleepUntil(long nanos) {
        for (long wait = nanos - System.nanoTime(); wait > 0; wait = nanos - System.nanoTime()) {
            LockSupport.parkNanos(wait);
        }
    }
}

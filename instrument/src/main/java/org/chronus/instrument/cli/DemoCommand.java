package org.chronus.instrument.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

import org.chronus.instrument.assembly.Instrument;
import org.chronus.instrument.assembly.InstrumentSetup;
import org.chronus.instrument.audio.AudioBackend;
import org.chronus.instrument.audio.Recorder;
import org.chronus.instrument.audio.WavWriter;
import org.chronus.instrument.cli.options.AudioChoice;
import org.chronus.instrument.cli.options.Refusal;
import org.chronus.instrument.cli.options.SoundLibrary;
import org.chronus.instrument.cli.terminal.EventReporter;
import org.chronus.instrument.cli.terminal.NamedThread;
import org.chronus.instrument.cli.terminal.Progress;
import org.chronus.instrument.cli.terminal.StatusLine;
import org.chronus.instrument.cli.terminal.UncaughtErrors;
import org.chronus.instrument.jack.JackOptions;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.engine.slots.SwapRequest;
import org.chronus.instrument.render.BankTour;
import org.chronus.instrument.render.DemoPiece;
import org.chronus.instrument.render.RenderReport;
import org.chronus.instrument.render.SongRenderer;
import org.chronus.midi.command.Event;
import org.chronus.midi.song.Song;
import org.chronus.presets.library.Bank;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.library.ProgramAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays a built-in piece through the factory bank: on the best output that there is, else into a file. */
@Command(name = "demo", mixinStandardHelpOptions = true,
        description = "A built-in piece through several presets, with program changes under held notes: on the best audio output, "
                + "else into ./demo.wav. With --bank, four seconds of each program.")
final class DemoCommand implements Callable<Integer> {
    private static final int RATE = 48_000, PERIOD = 256;
    private static final List<String> PRESETS = List.of("stage-tine.yaml", "warm-pad.yaml", "pluck.yaml", "string-ensemble.yaml", "glide-lead.yaml",
            "glass-bell.yaml");
    private static final double TAIL_SECONDS = 8;

    @Option(names = "--bank", arity = "0..1", fallbackValue = "", paramLabel = "BANK",
            description = "four seconds of each program of a bank (the factory's), in its order")
    private String word;
    @Option(names = "-o", paramLabel = "FOLDER", description = "with --bank: a WAV file and a picture of each program, into this folder")
    private Path folder;
    @Option(names = "--flac", description = "with -o: FLAC files, packed by the program flac")
    private boolean packs;

    private final StatusLine status = StatusLine.onStandardError();
    /** When it began to play, by {@link System#nanoTime}; 0 while it renders. */
    private volatile long begin;

    @Override public Integer call() throws Exception {
        SoundLibrary sounds = new SoundLibrary();
        Bank bank = word == null || word.isEmpty() ? sounds.factoryBank() : sounds.bank(word);
        if (folder != null) {
            if (word == null) {
                throw Refusal.misuse("-o is for --bank: name one, or leave it out for the factory's");
            }
            new BankAlbum(sounds, bank, status, packs).write(stops(sounds.library(), bank), folder);
            return 0;
        }
        if (packs) {
            throw Refusal.misuse("--flac is for files: name their folder with -o");
        }
        Song song = word == null ? DemoPiece.of(programs(bank)) : BankTour.of(stops(sounds.library(), bank));
        AudioBackend audio = AudioChoice.open("auto", RATE, PERIOD, JackOptions.usual(), status::say);
        if (audio.waits().isPresent()) {
            audio.close();
            System.err.println("no audio output can be played on: rendering into demo.wav");
            render(sounds, bank, song, Path.of("demo.wav"));
        } else {
            play(audio, sounds, bank, song);
        }
        return 0;
    }

    private void render(SoundLibrary sounds, Bank bank, Song song, Path file) throws Exception {
        Instrument instrument = new Instrument(InstrumentSetup.offline(sounds.library(), bank, sounds.catalog(), RATE));
        instrument.listen(new EventReporter(status, this::say));
        try (instrument; Recorder recorder = new Recorder(file, RATE, WavWriter.Format.BITS_24)) {
            SongRenderer renderer = new SongRenderer(song, instrument, PERIOD, 0, TAIL_SECONDS);
            RenderReport report;
            try (Progress _ = Progress.of(status, file.toString(), instrument.engine()::position, renderer.songFrames())) {
                report = NamedThread.call("render", () -> renderer.run(recorder));
            }
            recorder.finish();
            System.err.printf(Locale.ROOT, "%s: %.0f s, %d program changes, peak %.1f dBFS, %.0f times real time. Play it with: aplay %s%n", file,
                    report.frames() / (double) RATE, report.swaps().size(), report.peakDb(), report.realTimeFactor(), file);
        } catch (IOException e) {
            throw Refusal.of(e);
        }
    }

    private void play(AudioBackend audio, SoundLibrary sounds, Bank bank, Song song) throws Exception {
        UncaughtErrors.endTheProcess(() -> { });
        audio.report(status::say);
        Instrument instrument = new Instrument(InstrumentSetup.live(sounds.library(), bank, sounds.catalog(), audio.sampleRate()));
        instrument.listen(new EventReporter(status, this::say));
        try (audio; instrument) {
            instrument.begin(word == null ? new ProgramAddress(0, programs(bank)[0]) : bank.order().getFirst());
            System.err.println("playing on " + audio.description());
            instrument.start(audio, instrument.engine(), EventReporter::stuck);
            begin = System.nanoTime() + 100_000_000L;
            long length = song.lengthNanos() + (long) (TAIL_SECONDS / 2 * 1e9);
            try (Progress _ = Progress.of(status, "demo", () -> System.nanoTime() - begin, length)) {
                for (Event event : song.events()) {
                    sleepUntil(begin + event.nanos());
                    instrument.receive(new Event(System.nanoTime(), event.command()));
                }
                sleepUntil(begin + length);
            }
        }
    }

    /** Those of the piece, which are all in the factory bank. */
    private static int[] programs(Bank bank) {
        return PRESETS.stream().mapToInt(preset -> bank.address(preset).orElseThrow().program()).toArray();
    }

    /** The programs that can be played, each once. */
    private static List<BankTour.Stop> stops(PresetLibrary library, Bank bank) {
        return bank.order().stream().distinct().flatMap(program -> bank.find(program.bank(), program.program()).stream()
                .flatMap(entry -> library.load(bank, entry).found().stream())
                .map(preset -> new BankTour.Stop(program, preset.tags().isEmpty() ? "" : preset.tags().getFirst()))).toList();
    }

    private void say(SwapReport change) {
        int program = change.request().program();
        switch (change.outcome()) {
            case FAILED -> status.say("chronus: " + change.reason());
            case PENDING, SWAPPED -> status.say(String.format(Locale.ROOT, "%6.1f s  program %d (#%d)  %s", seconds(change.request()), program,
                    program + 1, change.preset()));
            default -> { }
        }
    }

    /** From the beginning of the piece. */
    private double seconds(SwapRequest request) {
        return begin == 0 ? request.frame() / (double) RATE : Math.max(0, (request.nanos() - begin) / 1e9);
    }

    private static void sleepUntil(long nanos) {
        for (long wait = nanos - System.nanoTime(); wait > 0; wait = nanos - System.nanoTime()) {
            LockSupport.parkNanos(wait);
        }
    }
}

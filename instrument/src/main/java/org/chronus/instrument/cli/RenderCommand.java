package org.chronus.instrument.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.chronus.instrument.assembly.Instrument;
import org.chronus.instrument.assembly.InstrumentSetup;
import org.chronus.instrument.audio.Recorder;
import org.chronus.instrument.audio.WavReader;
import org.chronus.instrument.audio.WavWriter;
import org.chronus.instrument.cli.terminal.CommandFiles;
import org.chronus.instrument.cli.options.AudioSettings;
import org.chronus.instrument.cli.options.Channels;
import org.chronus.instrument.cli.options.Refusal;
import org.chronus.instrument.cli.options.SoundLibrary;
import org.chronus.instrument.cli.options.TuningOptions;
import org.chronus.instrument.cli.terminal.EventReporter;
import org.chronus.instrument.cli.terminal.Json;
import org.chronus.instrument.cli.terminal.NamedThread;
import org.chronus.instrument.cli.terminal.Progress;
import org.chronus.instrument.cli.terminal.StatusLine;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.render.RenderReport;
import org.chronus.instrument.render.SongRenderer;
import org.chronus.midi.song.MidiFileException;
import org.chronus.midi.song.Song;
import org.chronus.midi.song.SongReader;
import org.chronus.presets.files.OutputPlace;
import org.chronus.presets.library.Bank;
import org.chronus.presets.library.ProgramAddress;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.tuning.Tuning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A Standard MIDI File into a WAV file, the same bytes every time. */
@Command(name = "render", mixinStandardHelpOptions = true,
        description = "Renders a MIDI file, or sound through the effects of a preset, into a WAV file.")
final class RenderCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SONG.mid", arity = "0..1", description = "a Standard MIDI File, format 0 or 1, plain or wrapped (.rmi)")
    private Path song;
    @Option(names = "--input", paramLabel = "IN.wav", description = "what comes in at the audio input meanwhile; with it, a song need not be")
    private Path input;
    @Option(names = "-o", paramLabel = "OUT.wav", required = true, description = "where the sound goes: a file, a pipe, or - for standard output")
    private Path output;
    @Option(names = "--bank", paramLabel = "FILE", description = "the bank that program changes choose from (the factory's)")
    private String bank;
    @Option(names = "--preset", paramLabel = "PRESET", 
            description = "one preset for all: program changes choose none, and are counted; General MIDI follows those of every channel")
    private String preset;
    @Mixin private AudioSettings audio;
    @Mixin private TuningOptions tuning;
    @Option(names = "--bits", paramLabel = "16|24|32f", defaultValue = "24", description = "how samples are stored (${DEFAULT-VALUE})")
    private String bits;
    @Option(names = "--channels", paramLabel = "LIST", defaultValue = Channels.NORMAL, converter = Channels.Converter.class,
            description = "MIDI channels that play, such as 1,3,5-8, or all, with the tenth for drums (${DEFAULT-VALUE})")
    private Channels channels;
    @Option(names = "--tail", paramLabel = "S", defaultValue = "10",
            description = "seconds after the last event, at most: it ends when all is silent, what still sounds then is faded out (${DEFAULT-VALUE})")
    private double tail;
    @Option(names = "--picture", paramLabel = "OUT.png", description = "waves, spectrogram and program changes, as a picture")
    private Path picture;
    @Option(names = "--report", paramLabel = "R.json", description = "what happened, as JSON; - for standard output")
    private Path report;

    private final StatusLine status = StatusLine.onStandardError();

    @Override public Integer call() throws Exception {
        WavWriter.Format format = format(bits);
        if (!(tail >= 0 && tail <= 3600)) {
            throw new Refusal("--tail is 0 to 3600 seconds, not " + tail);
        }
        SoundLibrary sounds = new SoundLibrary();
        if (song == null && input == null) {
            throw Refusal.misuse("name a SONG.mid, or an --input, or both");
        }
        Optional<WavReader> heard = open(input, audio.rate());
        Song read = lasting(song == null ? new Song("", List.of(), 0) : read(song), heard, audio.rate());
        Bank programs = bank == null ? sounds.factoryBank() : sounds.bank(bank);
        Optional<Preset> single = preset == null ? Optional.empty() : Optional.of(sounds.preset(preset));
        Optional<Tuning> keys = tuning.read();
        CommandFiles files = new CommandFiles().reads("the song", () -> Optional.ofNullable(song).stream().toList())
                .reads("the input", () -> Optional.ofNullable(input).stream().toList()).reads("a file of the bank", () -> sounds.library()
                        .filesOf(programs))
                .reads("a file of the preset", () -> single.map(sounds.library()::filesOf).orElse(List.of())).reads(keys);
        OutputPlace sound = files.writesSound("-o", output);
        OutputPlace drawn = picture == null ? null : files.writes("--picture", picture);
        if (drawn != null && sound.kind() != OutputPlace.Kind.FILE) {
            throw Refusal.misuse("--picture is drawn from the file that -o writes: name one");
        }
        OutputPlace facts = report == null ? null : files.writes("--report", report);
        Instrument instrument = new Instrument(InstrumentSetup.offline(sounds.library(), programs, sounds.catalog(), audio.rate())
                .withChannels(channels.mask()).withTuning(keys, 0));
        instrument.listen(new EventReporter(status, this::say));
        try (instrument; WavReader _ = heard.orElse(null); Recorder recorder = new Recorder(output, audio.rate(), format)) {
            SwapReport first = begin(single, programs, instrument);
            if (first.outcome() == SwapReport.Outcome.FAILED) {
                throw new Refusal(first.reason());
            }
            int follow = preset != null ? -1 : read.noteChannels().stream().filter(channels::has).findFirst().orElse(-1);
            SongRenderer renderer = new SongRenderer(read, instrument, audio.period(), follow, tail);
            heard.ifPresent(renderer::hear);
            RenderReport done;
            try (Progress _ = Progress.of(status, sound.text(), instrument.engine()::position, renderer.songFrames())) {
                done = NamedThread.call("render", () -> renderer.run(recorder));
            }
            recorder.finish();
            if (facts != null) {
                Json.write(facts, done);
            }
            if (drawn != null) {
                RenderPicture.draw(output, done, drawn);
            }
            System.err.println(sound.text() + ": " + done.words());
        } catch (IOException e) {
            throw Refusal.of(e);
        }
        return 0;
    }

    /** What {@code --bits} means. */
    static WavWriter.Format format(String bits) throws Refusal {
        return switch (bits) {
            case "16" -> WavWriter.Format.BITS_16;
            case "24" -> WavWriter.Format.BITS_24;
            case "32f" -> WavWriter.Format.FLOAT_32;
            default -> throw new Refusal("--bits is 16, 24 or 32f, not " + bits);
        };
    }

    private static SwapReport begin(Optional<Preset> single, Bank programs, Instrument instrument) {
        if (single.isPresent()) {
            return instrument.begin(single.get());
        }
        int first = programs.banks().firstKey();
        return instrument.begin(new ProgramAddress(first, programs.programs(first).firstKey()));
    }

    private void say(SwapReport change) {
        int program = change.request().program();
        switch (change.outcome()) {
            case FAILED -> status.say("chronus: " + change.reason());
            case UNKNOWN -> status.say("chronus: the bank has no program " + program + " (#" + (program + 1) + ") in bank "
                    + change.request().bank() + "; what sounds goes on");
            default -> { }
        }
    }

    private static Optional<WavReader> open(Path file, int rate) throws Refusal {
        try {
            return file == null ? Optional.empty() : Optional.of(WavReader.open(file, rate));
        } catch (IOException e) {
            throw Refusal.of(e);
        }
    }

    /** It does not end before what is heard with it. */
    private static Song lasting(Song song, Optional<WavReader> heard, int rate) {
        long nanos = heard.map(file -> Math.round(1e9 * file.frames() / rate)).orElse(0L);
        return new Song(song.name(), song.events(), Math.max(song.lengthNanos(), nanos));
    }

    private static Song read(Path file) throws Refusal {
        try {
            return new SongReader(0).read(file, warning -> System.err.println("chronus: " + warning));
        } catch (MidiFileException e) {
            throw new Refusal(e.getMessage());
        }
    }
}

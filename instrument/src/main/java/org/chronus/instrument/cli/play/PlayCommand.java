package org.chronus.instrument.cli.play;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.chronus.foreign.ServiceNotifier;
import org.chronus.instrument.assembly.Instrument;
import org.chronus.instrument.assembly.InstrumentSetup;
import org.chronus.instrument.audio.AudioBackend;
import org.chronus.instrument.audio.Chime;
import org.chronus.instrument.audio.Tap;
import org.chronus.instrument.blackbox.DumpKeeper;
import org.chronus.instrument.cli.options.AudioChoice;
import org.chronus.instrument.cli.options.AudioSettings;
import org.chronus.instrument.cli.options.ChangeOptions;
import org.chronus.instrument.cli.options.Channels;
import org.chronus.instrument.cli.options.CoreOption;
import org.chronus.instrument.cli.options.InputOption;
import org.chronus.instrument.cli.options.JackSettings;
import org.chronus.instrument.cli.options.KeyboardChoice;
import org.chronus.instrument.cli.options.Refusal;
import org.chronus.instrument.cli.options.Session;
import org.chronus.instrument.cli.options.SoundLibrary;
import org.chronus.instrument.cli.options.TuningOptions;
import org.chronus.instrument.cli.terminal.ChangeReporter;
import org.chronus.instrument.cli.terminal.EventReporter;
import org.chronus.instrument.cli.terminal.KeyCommands;
import org.chronus.instrument.cli.terminal.KeyInput;
import org.chronus.instrument.cli.terminal.StatusLine;
import org.chronus.instrument.cli.terminal.Terminal;
import org.chronus.instrument.cli.terminal.UncaughtErrors;
import org.chronus.instrument.control.ControlRoom;
import org.chronus.instrument.control.Request;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.engine.slots.SwapRequest;
import org.chronus.instrument.settings.BindingsFile;
import org.chronus.instrument.settings.LastProgramFile;
import org.chronus.instrument.settings.WatchedFile;
import org.chronus.presets.tuning.Tuning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plays, until it is told to end. */
@Command(name = "play", mixinStandardHelpOptions = true, description = {"Plays what the keyboards play.",
    "Program changes of the lowest channel that plays choose presets, those of other channels sounds within a preset such as General MIDI."})
public final class PlayCommand implements Callable<Integer>, KeyCommands.Wishes {
    @Parameters(paramLabel = "BANK|PRESET", arity = "0..1", description = "a bank or a preset (the factory bank)")
    private String word;
    @Option(names = "--midi", paramLabel = "auto|NAME|none", defaultValue = "auto",
            description = "keyboards: all, some by name or a part of it, none")
    private List<String> midi;
    @Option(names = "--audio", paramLabel = AudioChoice.WORDS, defaultValue = "auto",
            description = "where the sound goes: to JACK or PipeWire if one runs, else to Java Sound, which waits for its device")
    private String output;
    @Mixin private InputOption input;
    @Mixin private JackSettings jack;
    @Mixin private AudioSettings settings;
    @Mixin private CoreOption cores;
    @Mixin private TuningOptions tuning;
    @Option(names = "--program", paramLabel = "N", description = "the program to begin with, as the bank counts")
    private Integer program;
    @Option(names = "--channels", paramLabel = "LIST", defaultValue = Channels.NORMAL, converter = Channels.Converter.class,
            description = "MIDI channels that play: a list, or all, with the tenth for drums (${DEFAULT-VALUE})")
    private Channels channels;
    @Option(names = "--tune", paramLabel = "HZ", defaultValue = "440", description = "frequency of A4 (${DEFAULT-VALUE})")
    private double tune;
    @Option(names = "--transpose", paramLabel = "ST", defaultValue = "0", description = "semitones added to every key")
    private double transpose;
    @Option(names = "--record", paramLabel = "FILE", description = "a new WAV file, 24 bit, or a pipe, that all of it goes into as well")
    private Path record;
    @Option(names = "--chime", description = "ring a soft bell when the next preset is there")
    private boolean chime;
    @Mixin private PlayControls controls;
    @Mixin private ChangeOptions change;

    private final CountDownLatch end = new CountDownLatch(1);
    private final StatusLine status = StatusLine.onStandardError();
    private final Terminal terminal = new Terminal();
    private final Supervision supervision = new Supervision(ServiceNotifier.of(System.getenv()));
    private final ChangeReporter reporter = new ChangeReporter(status, this::greet);
    private Session session;
    private Instrument instrument;
    private ControlRoom room;
    private Tap tap;
    private Chime bell;
    private volatile Optional<PlayMemory> memory = Optional.empty();
    /** What the player has been told already. */
    private volatile IOException told;
    private boolean stopped;

    @Override public Integer call() throws Exception {
        long begin = System.nanoTime();
        if (!(tune >= 220 && tune <= 880) || !(Math.abs(transpose) <= 48)) {
            throw new Refusal("--tune is 220 to 880 Hz and --transpose -48 to 48 semitones");
        }
        UncaughtErrors.endTheProcess(terminal::giveBack);
        controls.check();
        KeyboardChoice keyboards = KeyboardChoice.of(midi);
        SoundLibrary sounds = new SoundLibrary();
        session = Session.of(sounds, word, program);
        Optional<Tuning> keys = tuning.read();
        PlayOutputs outputs = PlayOutputs.check(sounds, session, keys, record, output);
        cores.apply();
        AudioBackend audio = input.addTo(AudioChoice.open(output, settings.rate(), settings.period(), jack.options(),
                line -> status.say("audio   " + line)));
        float offset = (float) (transpose + 12 * Math.log(tune / 440) / Math.log(2));
        instrument = new Instrument(change.of(InstrumentSetup.live(sounds.library(), session.bank(), sounds.catalog(), audio.sampleRate())
                .withChannels(channels.mask()).withTuning(keys, offset)));
        instrument.listen(new EventReporter(status, reporter));
        memory = Optional.of(new PlayMemory(session, new LastProgramFile(LastProgramFile.of(System.getenv())), status));
        DumpKeeper dumps = new DumpKeeper(instrument, DumpKeeper.folder(System.getenv()), status::say);
        instrument.listen(dumps);
        SwapReport first = memory.get().begin(sounds, instrument);
        tap = new Tap(instrument.engine());
        room = new ControlRoom(instrument, tap, new BindingsFile(WatchedFile.of(System.getenv(), WatchedFile.LEARNED)));
        controls.open(room, tune, status);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        outputs.record(tap, audio.sampleRate());
        bell = new Chime(tap, audio.sampleRate());
        audio.report(line -> status.say("audio   " + line));
        instrument.start(audio, bell, () -> {
            terminal.giveBack();
            dumps.keepBeforeTheEnd();
            EventReporter.stuck();
        });
        reporter.begin();
        if (audio.waits().isEmpty()) {
            status.say(String.format(Locale.ROOT, "audio   %s, %d Hz, period %d, about %.0f ms", audio.description(), audio.sampleRate(),
                    audio.period(), audio.latencyMillis() + 1e3 * audio.period() / audio.sampleRate()));
        }
        RealTime.shortfall().ifPresent(line -> status.say("audio   " + line));
        new KeyboardListening(instrument, status).begin(keyboards);
        controls.start(status);
        greet(first);
        status.say(String.format(Locale.ROOT, "preset  %s, ready in %.1f s", first.preset(), (System.nanoTime() - begin) / 1e9));
        status.say("keys    " + KeyCommands.HELP);
        supervision.ready();
        new KeyInput(new KeyCommands(this), terminal, status).start();
        return awaitEnd(audio);
    }

    /** There is nothing to play for once nobody can hear it. */
    private int awaitEnd(AudioBackend audio) throws InterruptedException, Refusal {
        while (!end.await(200, TimeUnit.MILLISECONDS)) {
            supervision.look(instrument.engine().callWatch().calls());
            if (audio.failure().isPresent()) {
                told = audio.failure().get();
                throw Refusal.of(told);
            }
        }
        return stop();
    }

    @Override public void program(int number) {
        ask(new Request.Program(session.firstBank(), session.onTheWire(number)));
    }

    @Override public void next() {
        ask(new Request.Step(1));
    }

    @Override public void previous() {
        ask(new Request.Step(-1));
    }

    @Override public void panic() {
        ask(new Request.Panic());
    }

    /** What comes of it, the reporter says. */
    private void ask(Request request) {
        room.ask(request, System.nanoTime());
    }

    @Override public void quit() {
        end.countDown();
    }

    @Override public void help() {
        status.say("chronus: " + KeyCommands.HELP);
    }

    /** All that a new preset brings with it besides its sound. */
    private void greet(SwapReport report) {
        instrument.loader().expect(instrument.setList().neighbours(change.neighbours()));
        SwapRequest request = report.request();
        if (request.program() != SwapRequest.NO_PROGRAM) {
            instrument.announce(request.bank(), request.program());
        }
        supervision.plays(report.preset());
        if (chime) {
            bell.strike();
        }
    }

    /** Returns the exit code. The second time it does nothing. */
    private synchronized int stop() {
        if (stopped) {
            return 0;
        }
        stopped = true;
        supervision.stopping();
        status.show("");
        memory.ifPresent(PlayMemory::close);
        try {
            controls.close();
            try {
                instrument.close();
            } finally {
                tap.end();
            }
        } catch (IOException e) {
            Refusal refusal = Refusal.of(e);
            if (e != told && refusal.exitCode() != Refusal.READER_GONE) {
                status.say("chronus: " + e.getMessage());
                return refusal.exitCode();
            }
        }
        return 0;
    }
}

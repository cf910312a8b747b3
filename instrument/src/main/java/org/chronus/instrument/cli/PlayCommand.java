package org.chronus.instrument.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import org.chronus.instrument.audio.AudioBackend;
import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.engine.Instrument;
import org.chronus.instrument.engine.PresetLoader;
import org.chronus.instrument.engine.Swap;
import org.chronus.midi.MidiInput;
import org.chronus.midi.MidiInputException;
import org.chronus.midi.MidiInputs;
import org.chronus.presets.Bank;
import org.chronus.presets.BankEntry;
import org.chronus.presets.Preset;
import org.chronus.presets.PresetFile;
import org.chronus.presets.Transition;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plays, until it is told to end. */
@Command(name = "play", mixinStandardHelpOptions = true, description = "Plays what the keyboards play.")
final class PlayCommand implements Callable<Integer> {
    @Parameters(paramLabel = "BANK|PRESET", arity = "0..1", description = "a bank or a preset (the factory bank)")
    private String word;
    @Option(names = "--midi", paramLabel = "auto|NAME|none", defaultValue = "auto", description = "keyboards: all, one by name, none")
    private String midi;
    @Option(names = "--audio", paramLabel = "auto|javasound[:NAME]|file:PATH|null", defaultValue = "auto", description = "where the sound goes")
    private String output;
    @Mixin private AudioSettings settings;
    @Option(names = "--program", paramLabel = "N", description = "the program to begin with, as the bank counts")
    private Integer program;
    @Option(names = "--channels", paramLabel = "LIST", defaultValue = Channels.NORMAL, converter = Channels.Converter.class,
            description = "MIDI channels that play (${DEFAULT-VALUE})")
    private Channels channels;
    @Option(names = "--tune", paramLabel = "HZ", defaultValue = "440", description = "frequency of A4 (${DEFAULT-VALUE})")
    private double tune;
    @Option(names = "--transpose", paramLabel = "ST", defaultValue = "0", description = "semitones added to every key")
    private double transpose;
    @Option(names = "--transition", paramLabel = "ring|crossfade|cut", description = "how presets change (as each preset says)")
    private Transition transition;

    private final CountDownLatch end = new CountDownLatch(1);
    private Bank bank;
    private int bankNumber;
    private int current;
    private volatile boolean playing;

    @Override public Integer call() throws Exception {
        long begin = System.nanoTime();
        if (!(tune >= 220 && tune <= 880) || !(Math.abs(transpose) <= 48)) {
            throw new Refusal("--tune is 220 to 880 Hz and --transpose -48 to 48 semitones");
        }
        Sounds sounds = new Sounds();
        Preset single = choose(sounds);
        AudioBackend audio = AudioChoice.open(output, settings.rate(), settings.period());
        float offset = (float) (transpose + 12 * Math.log(tune / 440) / Math.log(2));
        Engine engine = new Engine(audio.sampleRate(), channels.mask(), offset, transition, Engine.processorTime());
        PresetLoader loader = new PresetLoader(sounds.library(), bank, sounds.catalog(), engine, audio.sampleRate(), new LoaderTalk(this::say),
                PresetLoader.timeoutNanos(System.getenv()));
        Preset first = single != null ? single : Sounds.good(sounds.library().load(bank, bank.programs(bankNumber).get(current)));
        Swap swap = new Swap(0, single != null ? -1 : bankNumber, single != null ? -1 : current);
        loader.load(swap, first);
        if (swap.outcome() == Swap.Outcome.FAILED) {
            throw new Refusal(swap.reason());
        }
        Instrument instrument = new Instrument(engine, loader, audio, channels.mask(), LoaderTalk::stuck);
        String keyboards = connect(instrument);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(instrument)));
        instrument.start();
        playing = true;
        System.err.printf("audio   %s, %d Hz, period %d, about %.0f ms%n", audio.description(), audio.sampleRate(), audio.period(),
                audio.latencyMillis() + 1e3 * audio.period() / audio.sampleRate());
        System.err.printf("midi    %s%n", keyboards);
        System.err.printf("preset  %s, ready in %.1f s%n", first.name(), (System.nanoTime() - begin) / 1e9);
        System.err.println("keys    number + Enter program, Enter next, - previous, p panic, q quit");
        Thread.ofPlatform().name("command-line").daemon().start(() -> listen(instrument));
        end.await();
        return 0;
    }

    private Preset choose(Sounds sounds) throws Refusal {
        bank = sounds.factoryBank();
        Preset single = null;
        if (word != null) {
            PresetFile file = Sounds.good(sounds.library().find(word));
            if (file.isBank()) {
                bank = Sounds.good(sounds.library().readBank(file));
            } else {
                single = Sounds.good(sounds.library().read(file));
            }
        }
        bankNumber = bank.banks().firstKey();
        current = bank.programs(bankNumber).firstKey();
        if (program != null) {
            current = program - bank.first();
            if (!bank.programs(bankNumber).containsKey(current)) {
                throw new Refusal(bank.name() + " has no program " + program + ": see chronus show for the bank");
            }
        }
        return single;
    }

    private String connect(Instrument instrument) throws Refusal {
        if (midi.equals("none")) {
            return "none";
        }
        try {
            List<MidiInput> inputs = midi.equals("auto") ? MidiInputs.list() : List.of(MidiInputs.find(midi));
            for (MidiInput input : inputs) {
                instrument.connect(input);
            }
            return inputs.isEmpty() ? "no keyboard found: connect one and start again"
                    : String.join(", ", inputs.stream().map(MidiInput::name).toList());
        } catch (MidiInputException e) {
            throw new Refusal(e.getMessage());
        }
    }

    private void listen(Instrument instrument) {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                obey(line.strip(), instrument);
            }
        } catch (IOException e) {
            System.err.println("chronus: standard input ended: " + e.getMessage());
        }
    }

    private void obey(String line, Instrument instrument) {
        NavigableMap<Integer, BankEntry> programs = bank.programs(bankNumber);
        switch (line) {
            case "q" -> end.countDown();
            case "p" -> instrument.panic();
            case "" -> change(programs.higherKey(current) == null ? programs.firstKey() : programs.higherKey(current), instrument);
            case "-" -> change(programs.lowerKey(current) == null ? programs.lastKey() : programs.lowerKey(current), instrument);
            default -> {
                if (line.matches("[0-9]{1,3}")) {
                    change(Integer.parseInt(line) - bank.first(), instrument);
                } else {
                    System.err.println("chronus: number + Enter program, Enter next, - previous, p panic, q quit");
                }
            }
        }
    }

    private void change(int number, Instrument instrument) {
        instrument.change(bankNumber, number);
    }

    private void say(Swap swap) {
        if (!playing) {
            return;
        }
        String place = swap.program() + " (#" + (swap.program() + 1) + ")";
        switch (swap.outcome()) {
            case FAILED -> System.err.println("chronus: " + swap.reason());
            case UNKNOWN -> System.err.println("chronus: the bank has no program " + place + "; what sounds goes on");
            case SAME -> { }
            default -> {
                current = swap.program();
                System.err.printf("program %s %s, ready in %.0f ms%n", place, swap.preset(), swap.primeMillis());
            }
        }
    }

    private void stop(Instrument instrument) {
        try {
            instrument.close();
        } catch (IOException e) {
            System.err.println("chronus: " + e.getMessage());
        }
    }
}

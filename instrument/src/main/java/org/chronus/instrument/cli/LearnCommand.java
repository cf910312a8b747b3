package org.chronus.instrument.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import org.chronus.instrument.assembly.ControllerLearner;
import org.chronus.instrument.cli.terminal.CommandFiles;
import org.chronus.instrument.cli.options.KeyboardChoice;
import org.chronus.instrument.cli.options.Refusal;
import org.chronus.instrument.cli.options.SoundLibrary;
import org.chronus.instrument.settings.Binding;
import org.chronus.instrument.settings.BindingsFile;
import org.chronus.instrument.settings.BindingsReader;
import org.chronus.instrument.settings.DeviceFile;
import org.chronus.instrument.settings.Knob;
import org.chronus.instrument.settings.WatchedFile;
import org.chronus.midi.command.Gesture.Controller;
import org.chronus.midi.device.DeviceRules;
import org.chronus.midi.device.MidiDevices;
import org.chronus.modules.patch.plan.PatchPlan;
import org.chronus.presets.preset.Preset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Binds the controller that is moved next to a parameter, for good. */
@Command(name = "learn", mixinStandardHelpOptions = true,
        description = "Binds the controller that is moved next to a parameter, in every preset that has it; without one, lists what is bound.")
final class LearnCommand implements Callable<Integer> {
    private static final int MOST_SOURCES = 63;

    @Spec private picocli.CommandLine.Model.CommandSpec spec;
    @Parameters(paramLabel = "PARAMETER", arity = "0..1", description = "a module and a port, as filter.cutoff; part/module.port for one part's")
    private String parameter;
    @Option(names = "--pick-up", description = "it does nothing until it has come to where the parameter is")
    private boolean picksUp;
    @Option(names = "--knob", paramLabel = "absolute|twos|offset|sign", defaultValue = "ABSOLUTE",
            description = "what it sends: where it stands, or how far it was turned, in one of three ways (absolute)")
    private Knob knob;
    @Option(names = "--midi", paramLabel = "auto|NAME", defaultValue = "auto", description = "the keyboard that it is on")
    private List<String> midi;
    @Option(names = "--seconds", paramLabel = "S", defaultValue = "30", description = "how long to wait for it (${DEFAULT-VALUE})")
    private double seconds;
    @Option(names = "--forget", description = "let go of the parameter instead")
    private boolean forget;

    private final Path learned = WatchedFile.of(System.getenv(), WatchedFile.LEARNED);
    private final BindingsFile file = new BindingsFile(learned);

    @Override public Integer call() throws Exception {
        if (Files.exists(learned)) {
            new CommandFiles().reads("the file of devices", DeviceFile.of(System.getenv())).writes("what is learned", learned);
        }
        try {
            obey();
        } catch (IOException wrong) {
            throw Refusal.of(wrong);
        }
        return 0;
    }

    private void obey() throws Exception {
        if (parameter == null) {
            if (forget) {
                throw new ParameterException(spec.commandLine(), "--forget needs the parameter that is to be forgotten");
            }
            file.read().forEach(binding -> System.out.println(words(binding)));
        } else if (forget) {
            int before = file.read().size();
            if (file.remove(binding -> binding.parameter().equals(parameter)).size() == before) {
                throw new Refusal("nothing is bound to " + parameter + ": chronus learn lists what is");
            }
        } else {
            if (!(seconds > 0 && seconds <= 3_600)) {
                throw new ParameterException(spec.commandLine(), "--seconds is more than 0 and at most 3600, not " + seconds);
            }
            checkName();
            Binding binding = learn();
            file.add(binding);
            System.out.println(words(binding));
        }
    }

    private Binding learn() throws Exception {
        KeyboardChoice keyboards = KeyboardChoice.of(midi);
        ControllerLearner learner = new ControllerLearner();
        AtomicReference<MidiDevices> listening = new AtomicReference<>();
        Future<Binding> answer = learner.learn(parameter, knob, picksUp);
        WatchedFile<DeviceRules> rules = DeviceFile.watch(DeviceFile.of(System.getenv()), this::say);
        try (MidiDevices devices = new MidiDevices(keyboards, rules, MOST_SOURCES, event -> {
            if (event.command() instanceof Controller move) {
                listening.get().name(move.source()).ifPresent(name -> learner.hear(name, move));
            }
        }, this::say, clock -> { })) {
            listening.set(devices);
            devices.start();
            if (devices.sources() == 0) {
                say("no keyboard yet: connect one");
            }
            System.err.printf(Locale.ROOT, "move the controller for %s%n", parameter);
            return answer.get((long) (1e3 * seconds), TimeUnit.MILLISECONDS);
        } catch (TimeoutException nobody) {
            throw new Refusal("no controller was moved within " + Math.round(seconds) + " s: try again, or let it wait longer with --seconds");
        }
    }

    private void say(String line) {
        System.err.println("midi    " + line);
    }

    /** A name that no preset has is most likely a slip. */
    private void checkName() throws Refusal {
        SoundLibrary sounds = new SoundLibrary();
        Set<String> known = new TreeSet<>();
        SoundLibrary.good(sounds.library().list()).stream().filter(preset -> !preset.isBank()).map(preset -> sounds.library().read(preset))
                .flatMap(reading -> reading.found().stream()).forEach(preset -> collect(preset, known));
        if (!BindingsReader.isName(parameter) || !known.contains(parameter)) {
            String port = parameter.substring(parameter.indexOf('.') + 1);
            List<String> alike = known.stream().filter(name -> name.indexOf('/') < 0 && name.endsWith("." + port)).limit(6).toList();
            throw new Refusal("no preset has " + parameter + ": write a module and a port, as filter.cutoff"
                    + (alike.isEmpty() ? "" : "; there are " + String.join(", ", alike)));
        }
    }

    private static void collect(Preset preset, Set<String> names) {
        for (PatchPlan.PartPlan part : preset.plan().parts()) {
            collect(part.id() + "/", part.graph(), names);
        }
        collect("mix/", preset.plan().mix(), names);
    }

    private static void collect(String prefix, PatchPlan.GraphPlan graph, Set<String> names) {
        for (PatchPlan.ModulePlan module : graph.modules()) {
            module.inputs().forEach(input -> {
                names.add(input.toString());
                names.add(prefix + input);
            });
        }
    }

    private static String words(Binding binding) {
        return binding.device() + ", channel " + (binding.channel() + 1) + ", controller " + binding.controller() + " -> " + binding.parameter()
                + (binding.knob() == Knob.ABSOLUTE ? "" : ", knob " + binding.knob().word())
                + (binding.picksUp() ? ", picks up" : "");
    }
}

package org.chronus.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Which room (package) may use which. A new arrow fails here, and is written down here if it is meant. */
class RoomsTest {
    private static final String PROJECT = "org.chronus.";
    private static final int MOST_FILES = 20;
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    /** A room, and the rooms that it may use; a star stands for a room with all that is within. */
    private static final String ALLOWED = """
            foreign                 :
            midi.command            :
            midi.decoder            : midi.command
            midi.song               : midi.command midi.decoder
            midi.device             : midi.command midi.decoder
            midi.osc                :
            modules                 :
            modules.oscillators     : modules
            modules.noise           : modules
            modules.filters         : modules modules.effects
            modules.envelopes       : modules
            modules.modulators      : modules
            modules.mixing          : modules
            modules.effects         : modules
            modules.physical        : modules
            modules.sampling        : modules modules.physical
            modules.effects.modulation: modules modules.effects
            modules.effects.reverb  : modules modules.effects
            modules.effects.dynamics: modules modules.effects
            modules.builtin         : modules modules.oscillators modules.noise modules.filters modules.envelopes modules.modulators modules.mixing \
                                      modules.effects.* modules.physical modules.sampling
            modules.patch.plan      : modules modules.builtin
            modules.patch.cable     : modules
            modules.patch.note      : modules modules.patch.cable
            modules.patch.player    : modules.patch.plan
            modules.patch           : modules modules.mixing modules.patch.plan modules.patch.cable modules.patch.note
            modules.testkit.measure :
            modules.testkit         : modules modules.mixing modules.testkit.measure
            hosting                 : modules
            hosting.isolation       : foreign modules hosting
            hosting.module          : modules hosting hosting.isolation
            hosting.scan            : modules hosting hosting.module
            hosting.lv2.data        : foreign modules hosting
            hosting.lv2             : foreign hosting hosting.lv2.data
            hosting.clap            : hosting hosting.clap.abi modules
            hosting.clap.abi        :
            hosting.jsyn            : modules hosting
            hosting.jars            : modules hosting hosting.jsyn
            hosting.soundfont       : hosting modules
            presets.text            : modules.patch.plan
            presets.files           :
            presets.value           : modules presets.text
            presets.tuning          : presets.text presets.value
            presets.graph           : modules modules.patch.plan presets.text presets.value
            presets.preset          : modules modules.patch.plan presets.text presets.value presets.tuning presets.graph
            presets.library         : presets.files presets.text presets.value presets.tuning presets.preset
            presets.draft           : modules modules.patch.plan presets.text presets.value presets.graph presets.preset presets.library
            instrument.audio        : foreign presets.files
            instrument.engine.output:
            instrument.engine.state : midi.command modules modules.patch modules.patch.plan modules.patch.player presets.tuning
            instrument.engine.voices: midi.command modules modules.patch modules.patch.plan modules.patch.player presets.tuning instrument.engine.state
            instrument.engine.slots : midi.command modules modules.patch.* presets.preset presets.tuning \
                                      instrument.engine.state instrument.engine.voices
            instrument.engine.blackbox: midi.command presets.preset instrument.engine.slots
            instrument.engine.load  : modules instrument.engine.slots
            instrument.engine.routing: midi.command presets.preset presets.tuning \
                                      instrument.engine.output instrument.engine.state instrument.engine.slots
            instrument.engine       : midi.command modules presets.preset presets.tuning instrument.audio instrument.engine.*
            instrument.prime        : modules modules.patch.* presets.preset instrument.engine.load instrument.engine.slots instrument.engine.state
            instrument.random       : midi.command
            instrument.warmup       : midi.command modules.* presets.* instrument.engine.* instrument.prime instrument.random
            instrument.loader       : modules.* presets.* instrument.engine.* instrument.prime instrument.warmup
            instrument.settings     : midi.command midi.decoder midi.device modules presets.files presets.library presets.text presets.value
            instrument.assembly     : foreign midi.command midi.device modules presets.* instrument.audio instrument.engine.* \
                                      instrument.loader instrument.settings
            instrument.blackbox     : midi.command modules modules.patch.* presets.* instrument.assembly instrument.audio instrument.engine.* \
                                      instrument.prime
            instrument.control      : midi.command modules modules.patch.plan hosting.isolation presets.* \
                                      instrument.assembly instrument.audio instrument.blackbox instrument.engine.* instrument.loader \
                                      instrument.settings
            instrument.osc          : midi.osc modules instrument.assembly instrument.control instrument.engine.slots instrument.settings
            instrument.control.json : modules instrument.control instrument.settings
            instrument.control.ports: modules modules.patch modules.patch.plan presets.preset instrument.assembly instrument.engine instrument.engine.slots \
                                      instrument.engine.state instrument.settings
            instrument.diagram      : modules modules.patch.plan presets.preset presets.value
            instrument.socket       : instrument.control instrument.control.json
            instrument.listening    : modules.patch modules.testkit.measure instrument.audio
            instrument.files        : modules presets.files presets.library presets.preset presets.text presets.tuning
            instrument.panel.http   : presets.files
            instrument.panel        : midi.command instrument.assembly instrument.audio instrument.control instrument.control.json \
                                      instrument.control.ports instrument.diagram instrument.engine.* instrument.files instrument.listening \
                                      instrument.panel.http instrument.rehearsal presets.draft presets.files presets.library presets.preset \
                                      presets.text
            instrument.render       : midi.command midi.song modules instrument.assembly instrument.audio instrument.engine.* instrument.loader \
                                      presets.library
            instrument.picture      : modules.testkit.measure presets.files
            instrument.jack         : foreign midi.device instrument.audio
            instrument.doctor       : foreign hosting instrument.jack
            instrument.capture      : foreign instrument.audio
            instrument.javasound    : instrument.audio instrument.capture
            instrument.bench        : foreign modules modules.patch.* presets.preset
            instrument.rehearsal    : midi.command midi.decoder modules modules.patch.* modules.testkit.measure hosting.isolation presets.* \
                                      instrument.engine instrument.engine.slots instrument.prime instrument.warmup
            instrument.soak         : midi.command modules presets.library instrument.assembly instrument.audio instrument.engine.* instrument.random
            instrument.cli.options  : foreign midi.* modules hosting.jars hosting.scan presets.* instrument.assembly instrument.audio \
                                      instrument.capture instrument.jack instrument.javasound instrument.engine.slots instrument.socket
            instrument.cli.terminal : presets.files presets.tuning instrument.assembly instrument.cli.options instrument.engine.slots
            instrument.cli.play     : foreign midi.device presets.* instrument.assembly instrument.audio instrument.blackbox instrument.cli.options \
                                      instrument.cli.terminal instrument.control instrument.engine instrument.engine.slots instrument.jack instrument.loader \
                                      instrument.osc instrument.panel instrument.panel.http instrument.settings instrument.socket
            instrument.cli.remote   : presets.files instrument.cli.options instrument.cli.terminal instrument.socket
            instrument.cli          : foreign midi.* modules.* hosting hosting.isolation hosting.scan presets.* instrument.*
            """;

    private final Map<String, Set<String>> used = used();
    private final Map<String, List<String>> allowed = Stream.of(ALLOWED.split("\n")).map(line -> line.split(":", 2)).collect(Collectors.toMap(
            sides -> sides[0].strip(), sides -> Arrays.asList(sides[1].strip().split(" +"))));

    private static Map<String, Set<String>> used() {
        Map<String, Set<String>> arrows = new HashMap<>();
        for (JavaClass type : new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(location -> !location.contains("/testing/")).importPackages("org.chronus")) {
            Set<String> targets = arrows.computeIfAbsent(room(type), _ -> new TreeSet<>());
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().startsWith(PROJECT) && !room(target).equals(room(type))) {
                    targets.add(room(target));
                }
            }
        }
        return arrows;
    }

    private static String room(JavaClass type) {
        return type.getPackageName().substring(PROJECT.length());
    }

    private static boolean fits(String room, String pattern) {
        String stem = pattern.endsWith(".*") ? pattern.substring(0, pattern.length() - 2) : pattern;
        return room.equals(stem) || pattern.endsWith(".*") && room.startsWith(stem + ".");
    }

    @Test void noRoomUsesAnotherThatItMayNot() {
        List<String> wrong = new ArrayList<>();
        used.forEach((room, targets) -> targets.stream()
                .filter(target -> allowed.getOrDefault(room, List.of()).stream().noneMatch(pattern -> fits(target, pattern)))
                .forEach(target -> wrong.add(room + " uses " + target)));
        assertEquals(List.of(), wrong);
        assertEquals(new TreeSet<>(allowed.keySet()), new TreeSet<>(used.keySet()), "every room is written down, and no other");
    }

    @Test void theArrowsMakeNoCircle() {
        for (String start : used.keySet()) {
            Set<String> seen = new TreeSet<>();
            Deque<String> open = new ArrayDeque<>(used.get(start));
            while (!open.isEmpty()) {
                String room = open.pop();
                assertTrue(!room.equals(start), "a circle leads through " + start);
                if (seen.add(room)) {
                    open.addAll(used.getOrDefault(room, Set.of()));
                }
            }
        }
    }

    @Test void noRoomHasMoreThanTwentyFilesAndEachSaysWhatItIs() throws IOException {
        for (String module : List.of("foreign", "midi", "modules", "hosting", "presets", "instrument")) {
            try (Stream<Path> folders = Files.walk(ROOT.resolve(module).resolve("src/main/java")).filter(Files::isDirectory)) {
                for (Path folder : folders.toList()) {
                    check(folder);
                }
            }
        }
    }

    private static void check(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder).filter(file -> file.toString().endsWith(".java"))) {
            List<Path> all = files.toList();
            assertTrue(all.size() <= MOST_FILES, folder + " has " + all.size() + " files");
            assertTrue(all.isEmpty() || all.contains(folder.resolve("package-info.java")), folder + " does not say what it is");
        }
    }
}

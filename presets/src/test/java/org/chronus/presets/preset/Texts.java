package org.chronus.presets.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.chronus.modules.ModuleCatalog;
import org.chronus.modules.ModuleType;
import org.chronus.modules.NoteSignal;
import org.chronus.modules.patch.plan.PatchPlan.CablePlan;
import org.chronus.modules.patch.plan.PatchPlan.ModulePlan;
import org.chronus.modules.patch.plan.PatchPlan.PartPlan;
import org.chronus.modules.patch.plan.Source;
import org.chronus.modules.patch.plan.Target;
import org.chronus.modules.patch.plan.Target.ModuleInput;
import org.chronus.presets.graph.PortWord;
import org.chronus.presets.text.Problem;
import org.chronus.presets.text.ReadResult;
import org.chronus.presets.text.Severity;

/** Presets to be read in tests, and what the reader says of them. Their file is called {@code p.yaml}. */
public final class Texts {
    /** A sound voice of six lines; whatever a test adds begins in line 7. */
    public static final String VOICE = """
            chronus: 1
            modules:
              osc: {type: saw}
              env: {type: adsr}
              amp: {type: vca}
            cables: [osc -> amp -> out, env -> amp.gain]
            """;

    private static final int OF_THE_VOICE = 7;

    private static final ModuleCatalog CATALOG = ModuleCatalog.load();

    private Texts() { }

    public static PresetReader reader() {
        return new PresetReader(CATALOG);
    }

    public static ModuleType type(String name) {
        return CATALOG.find(name).orElseThrow();
    }

    /** A cable with an amount in the unit of its target. */
    public static CablePlan cable(String target, float amount, String... sources) {
        return new CablePlan(target(target), Stream.of(sources).map(Texts::source).toList(), amount, false);
    }

    /** A cable with an amount in octaves. */
    public static CablePlan octaves(String target, float amount, String... sources) {
        return new CablePlan(target(target), Stream.of(sources).map(Texts::source).toList(), amount, true);
    }

    /** An input of a module. */
    public static ModuleInput input(String text) {
        PortWord word = PortWord.ofCable(text);
        return new ModuleInput(word.module(), word.port());
    }

    private static Target target(String text) {
        return switch (text) {
            case "note.pitch" -> new Target.NotePitch();
            case "out.left" -> Target.Out.LEFT;
            case "out.right" -> Target.Out.RIGHT;
            case "out" -> Target.Out.MIX;
            default -> input(text);
        };
    }

    private static Source source(String text) {
        PortWord word = PortWord.ofCable(text);
        return switch (word.module()) {
            case "note" -> new Source.NoteOutput(NoteSignal.valueOf(word.port().toUpperCase(Locale.ROOT)));
            case "cc" -> new Source.Controller(Integer.parseInt(word.port()));
            case "bend" -> new Source.PitchBend();
            case "voices" -> new Source.AllParts();
            default -> new Source.ModuleOutput(word.module(), word.port());
        };
    }

    public static ReadResult<Preset> read(String text) {
        return reader().read(text, "p.yaml");
    }

    /** The preset, with nothing to complain of. */
    public static Preset good(String text) {
        ReadResult<Preset> reading = read(text);
        assertEquals(List.of(), reading.problems());
        return there(reading.value());
    }

    /** Its only part. */
    public static PartPlan part(String text) {
        return good(text).plan().parts().getFirst();
    }

    /** A module of a voice that is otherwise sound, described in braces. */
    public static ModulePlan module(String description) {
        return part(withModule(description)).graph().modules().getLast();
    }

    /** What is said of such a module {@code m}; its description begins in column 6 of line 6. */
    public static String aboutModule(String description) {
        return only(withModule(description));
    }

    private static String withModule(String description) {
        return """
                chronus: 1
                modules:
                  osc: {type: saw}
                  env: {type: adsr}
                  amp: {type: vca}
                  m: %s
                cables: [osc -> amp -> out, env -> amp.gain, m * 0.1 -> amp]
                """.formatted(description);
    }

    /** A cable in a voice that has saws {@code osc} and {@code osc2}, an svf {@code filter}, a pan and an lfo {@code vib}. */
    public static List<CablePlan> cables(String cable) {
        List<CablePlan> cables = part(withCable(cable)).graph().cables();
        return cables.subList(OF_THE_VOICE, cables.size());
    }

    /** What is said of such a cable; it begins in column 5 of line 13. */
    public static String aboutCable(String cable) {
        return only(withCable(cable));
    }

    private static String withCable(String cable) {
        return """
                chronus: 1
                modules:
                  osc: {type: saw}
                  osc2: {type: saw}
                  filter: {type: svf}
                  env: {type: adsr}
                  pan: {type: pan}
                  vib: {type: lfo}
                cables:
                  - osc, osc2, env, vib -> filter -> pan
                  - pan.left -> out.left
                  - pan.right -> out.right
                  - %s
                """.formatted(cable);
    }

    /** All that is said, errors and warnings alike. */
    public static List<String> said(String text) {
        return read(text).problems().stream().map(Problem::toString).toList();
    }

    /** The only thing that is said. */
    public static String only(String text) {
        List<String> said = said(text);
        assertEquals(1, said.size(), () -> "one problem expected, found " + said);
        return said.getFirst();
    }

    /** The only thing that is said, which does not keep the preset from being used. */
    public static String onlyWarning(String text) {
        String said = only(text);
        ReadResult<Preset> reading = read(text);
        assertEquals(Severity.WARNING, reading.problems().getFirst().severity());
        there(reading.value());
        return said;
    }

    public static String resource(String name) throws IOException {
        try (InputStream in = Texts.class.getResourceAsStream("/org/chronus/presets/" + name)) {
            return new String(there(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static <T> T there(T value) {
        assertNotNull(value);
        return value;
    }
}

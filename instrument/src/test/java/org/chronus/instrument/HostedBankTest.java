package org.chronus.instrument;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.chronus.hosting.scan.PluginCatalog;
import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.engine.slots.PrimedPatch;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.engine.slots.SwapRequest;
import org.chronus.instrument.prime.PrimeException;
import org.chronus.instrument.prime.Primer;
import org.chronus.modules.ModuleCatalog;
import org.chronus.modules.testkit.measure.Loudness;
import org.chronus.presets.library.Bank;
import org.chronus.presets.library.PresetFile;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.preset.PresetReader;
import org.chronus.presets.text.Problem;
import org.chronus.presets.text.ReadResult;
import org.chronus.presets.text.Severity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The bank of hosted presets, with as many of their plugins as there are on this machine. */
class HostedBankTest {
    private static final int PRESETS = 10, LEAD = 7, FIRM = 100;
    /** Each machine has a font of its own: they differ by 5 dB. */
    private static final Set<Integer> FONTS = Set.of(0, 1, 8);
    private static final int[][] CHORDS = {{45, 57, 60, 64}, {41, 57, 60, 65}, {48, 55, 64, 67}, {43, 55, 59, 62}};
    private static final int[][] LINE = {{69}, {72}, {76}, {79}, {77}, {76}, {72}, {69}, {67}, {72}, {74}, {76}, {74}, {71}, {67}, {62}};
    private static final double SECONDS = 4;

    private static ModuleCatalog catalog;
    private static PresetLibrary library;
    private static ReadResult<Bank> bank;

    @BeforeAll static void look() {
        catalog = ModuleCatalog.load().with(new PluginCatalog(System.getenv(), _ -> { }));
        library = new PresetLibrary(new PresetReader(catalog), Path.of("/nonexistent"));
        bank = library.readBank(library.find("hosted").value());
    }

    private static double loudness(Preset preset, int[][] phrase) throws PrimeException {
        double beat = SECONDS / phrase.length;
        Engine engine = new Engine(Audition.RATE, 0xFFFF, 0, null);
        PrimedPatch patch = new Primer(Audition.RATE, engine.pedals(), engine.parameters(), false)
                .prime(new SwapReport(SwapRequest.preset(0, preset)), preset);
        engine.handover().offer(patch);
        Audition.Score score = new Audition.Score(engine);
        for (int i = 0; i < phrase.length; i++) {
            for (int key : phrase[i]) {
                score.note(i * beat, (i + 0.95) * beat, key, FIRM);
            }
        }
        float[] left = new float[Audition.frame(SECONDS)], right = new float[left.length];
        engine.render(left, right, left.length);
        patch.patch().close();
        assertEquals(0, engine.stats().failures(), () -> preset.name() + " failed: " + patch.thrown());
        return Loudness.lufs(left, right, Audition.RATE);
    }

    @Test void allThatCanBePlayedAreAlikeInLoudness() {
        assumeTrue(bank.found().isPresent(), "none of its plugins is installed");
        List<Executable> facts = new ArrayList<>();
        bank.value().programs(0).forEach((program, entry) -> {
            Preset preset = library.load(bank.value(), entry).value();
            facts.add(() -> {
                double loudness = loudness(preset, program == LEAD ? LINE : CHORDS);
                System.out.printf(Locale.ROOT, "%-28s %6.1f LUFS%n", preset.name(), loudness);
                double tolerance = FONTS.contains(program) ? 6 : 1.5;
                assertEquals(-20, loudness, tolerance, () -> preset.name() + " has " + loudness + " LUFS");
            });
        });
        assertAll(facts);
    }

    @Test void whatIsMissingIsSaidInALineEachWithItsCure() {
        int there = bank.found().map(found -> found.programs(0).size()).orElse(0);
        assertEquals(PRESETS, there + bank.problems().stream().filter(problem -> problem.severity() == Severity.WARNING).count());
        bank.problems().forEach(problem -> assertTrue(problem.cure().contains("apt install") || problem.severity() == Severity.ERROR,
                problem::toString));
    }

    @Test void withoutAnyPluginItIsRefusedAndNothingElseIs() {
        PresetLibrary without = new PresetLibrary(new PresetReader(ModuleCatalog.load()), Path.of("/nonexistent"));
        PresetFile file = without.find("hosted").value();
        List<Problem> problems = without.readBank(file).problems();
        assertEquals(PRESETS, problems.stream().filter(problem -> problem.severity() == Severity.WARNING).count());
        assertEquals("factory:hosted/bank.yaml: none of its presets can be played: install what they need", problems.getLast().toString());
        assertTrue(without.factoryBank().isGood());
    }

    @Test void namesAreLookedForAmongOurOwnSoundsFirst() {
        Map.of("drawbar", "Drawbar organ", "general-midi", "General MIDI", "hosted", "Hosted", "General", "General MIDI", "warm", "Warm pad")
                .forEach((word, name) -> assertEquals(name, library.find(word).value().name()));
    }
}

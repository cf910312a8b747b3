package org.chronus.instrument;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.DoublePredicate;
import java.util.function.ToDoubleFunction;

import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.library.Bank;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.preset.PresetReader;

/** The factory's presets that are to be played, and facts of all of them. The reference voice is there to be counted. */
final class Repertoire {
    private static final String REFERENCE = "reference-voice.yaml";

    /**
     * One of them.
     *
     * @param home the key on which it is examined
     */
    record Player(String name, int home, Audition audition) { }

    private Repertoire() { }

    static List<Player> all() {
        ModuleCatalog catalog = ModuleCatalog.load();
        PresetLibrary library = new PresetLibrary(new PresetReader(catalog), Path.of("/nonexistent"));
        Bank bank = library.factoryBank().value();
        List<Player> players = new ArrayList<>();
        bank.programs(0).values().forEach(entry -> {
            if (!entry.presetReference().equals(REFERENCE)) {
                Preset preset = library.load(bank, entry).value();
                players.add(new Player(preset.name(), home(preset.name()), new Audition(library, bank, catalog, preset)));
            }
        });
        return players;
    }

    private static int home(String name) {
        return name.contains("bass") ? 45 : name.contains("Drum") ? 38 : 57;
    }

    /** Prints the least and the greatest, and demands something of each. */
    static <T> void hold(String what, List<T> all, ToDoubleFunction<T> measured, DoublePredicate good) {
        hold(what, all, measured, (_, value) -> good.test(value));
    }

    /** The same, of which each has bounds of its own. */
    static <T> void hold(String what, List<T> all, ToDoubleFunction<T> measured, BiPredicate<T, Double> good) {
        T least = all.stream().min(Comparator.comparingDouble(measured)).orElseThrow();
        T greatest = all.stream().max(Comparator.comparingDouble(measured)).orElseThrow();
        System.out.printf("%-60s %8.2f (%s) to %8.2f (%s)%n", what, measured.applyAsDouble(least), least, measured.applyAsDouble(greatest), greatest);
        assertAll(all.stream().map(each -> () -> {
            double value = measured.applyAsDouble(each);
            assertTrue(good.test(each, value), () -> each + ": " + what + " is " + value);
        }));
    }
}

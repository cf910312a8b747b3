package org.chronus.instrument;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.chronus.hosting.scan.PluginCatalog;
import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.library.Bank;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.preset.PresetReader;
import org.chronus.presets.text.ReadResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Factory presets beside instruments of other people that this program hosts, on one phrase: an electric piano of samples, a tonewheel organ,
 * and a SoundFont of General MIDI. As many of them as there are on this machine.
 */
class FactoryPeersTest {
    private static final String EPIANO = "\"lv2:http://drobilla.net/plugins/mda/EPiano\"", ORGAN = "\"lv2:http://gareus.org/oss/lv2/b_synth\"";
    /** An attack may have so much less noise, in dB. */
    private static final double SOFTER = 9;

    private static final List<Pair> PAIRS = new ArrayList<>();

    private record Pair(String name, SoundFigures ours, SoundFigures theirs) { }

    /** The instrument that is meant, as a preset names it. */
    private record Peer(String ours, String name, String instrument) {
        static Peer font(String ours, int program) {
            return new Peer(ours, "FluidR3 " + program, "\"sf2:FluidR3_GM\", program: " + program);
        }
    }

    @BeforeAll static void listen() {
        List<Peer> peers = List.of(new Peer("Stage tine", "mda EPiano", EPIANO), new Peer("Tine piano", "mda EPiano", EPIANO),
            new Peer("Drawbar organ", "setBfree", ORGAN), Peer.font("Grand piano", 0), Peer.font("Upright piano", 1), Peer.font("Harpsichord", 6),
            Peer.font("Clavinet", 7), Peer.font("Vibraphone", 11), Peer.font("Marimba", 12), Peer.font("Rock organ", 18),
            Peer.font("Nylon guitar", 24), Peer.font("Steel guitar", 25), Peer.font("String ensemble", 48), Peer.font("Slow strings", 49),
            Peer.font("Choir aahs", 52), Peer.font("Brass section", 61), Peer.font("Clarinet", 71), Peer.font("Flute", 73));
        ModuleCatalog catalog = ModuleCatalog.load().with(new PluginCatalog(System.getenv(), _ -> { }));
        PresetReader reader = new PresetReader(catalog);
        PresetLibrary library = new PresetLibrary(reader, Path.of("/nonexistent"));
        Bank bank = library.factoryBank().value();
        for (Peer peer : peers) {
            ReadResult<Preset> read = reader.read("chronus: 1\nname: Peer\ninstrument: {type: " + peer.instrument + "}\n", "peer.yaml");
            if (read.isGood()) {
                Audition ours = new Audition(library, bank, catalog, library.load(peer.ours).value());
                PAIRS.add(new Pair(peer.ours + ", " + peer.name, SoundFigures.of(ours), SoundFigures.of(ours.with(read.value()))));
            }
        }
        assumeFalse(PAIRS.isEmpty(), "none of the peers is installed");
        System.out.println("| ours, peer | partials | attack noise | sway | width | strikes |");
        PAIRS.forEach(pair -> System.out.println("| " + pair.name + " | " + pair.ours.beside(pair.theirs) + " |"));
    }

    @Test void theyHaveMoreThanHalfOfThePartials() {
        assertAll(PAIRS.stream().map(pair -> () -> assertTrue(2 * pair.ours.partials() > pair.theirs.partials(), pair::toString)));
    }

    @Test void theirAttackIsHeardAsMuch() {
        assertAll(PAIRS.stream().map(pair -> () -> assertTrue(pair.ours.attackNoise() > pair.theirs.attackNoise() - SOFTER, pair::toString)));
    }

    @Test void noTwoStrikesAreAlike() {
        assertAll(PAIRS.stream().map(pair -> () -> assertTrue(pair.ours.strikes() > 0.3 && pair.ours.strikes() < 3.5, pair::toString)));
    }
}

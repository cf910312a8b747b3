package org.chronus.instrument;

import java.nio.file.Path;
import java.util.List;

import org.chronus.hosting.scan.PluginCatalog;
import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.library.Bank;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.preset.PresetReader;
import org.chronus.presets.text.ReadResult;
import org.junit.jupiter.api.Test;

/** Presets beside instruments of other people, with as many of those as there are on this machine. */
class FactoryPeersTest {
    private static final String EPIANO = "mda EPiano|lv2:http://drobilla.net/plugins/mda/EPiano", ORGAN = "setBfree|lv2:http://gareus.org/oss/lv2/b_synth";

    private record Pair(String ours, String peer, String instrument) { }

    @Test void table() {
        ModuleCatalog catalog = ModuleCatalog.load().with(new PluginCatalog(System.getenv(), _ -> { }));
        PresetReader reader = new PresetReader(catalog);
        PresetLibrary library = new PresetLibrary(reader, Path.of("/nonexistent"));
        Bank bank = library.factoryBank().value();
        List<Pair> pairs = List.of(lv2("Drawbar organ", ORGAN), lv2("Stage tine", EPIANO), lv2("Tine piano", EPIANO), gm("String ensemble", 48),
            gm("Slow strings", 49), gm("Brass section", 61), gm("Vibraphone", 11), gm("Grand piano", 0), gm("Upright piano", 1), gm("Rock organ", 18),
            gm("Choir aahs", 52), gm("Clavinet", 7), gm("Nylon guitar", 24), gm("Marimba", 12), gm("Flute", 73), gm("Clarinet", 71));
        for (Pair pair : pairs) {
            var peer = reader.read("chronus: 1\nname: Peer\ninstrument: {type: " + pair.instrument + "}\n", "peer.yaml");
            if (!peer.isGood()) {
                System.out.println(peer.problems());
                continue;
            }
            SoundFigures ours = SoundFigures.of(new Audition(library, bank, catalog, library.load(pair.ours).value()));
            SoundFigures theirs = SoundFigures.of(new Audition(library, bank, catalog, peer.value()));
            System.out.println("| " + pair.ours + ", " + pair.peer + " | " + ours.beside(theirs) + " |");
        }
    }

    private static Pair lv2(String ours, String peer) {
        String[] both = peer.split("\\|");
        return new Pair(ours, both[0], "\"" + both[1] + "\"");
    }

    private static Pair gm(String ours, int program) {
        return new Pair(ours, "FluidR3 " + program, "\"sf2:FluidR3_GM\", program: " + program);
    }
}

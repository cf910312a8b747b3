package org.chronus.instrument;

import java.util.Map;

import org.chronus.instrument.engine.Engine;
import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.preset.PresetReader;

/** Engines that play a plain sine for each key. */
public final class ToneEngine {
    private static final String TONE = """
            chronus: 1
            name: Tone
            modules: {osc: {type: sine}, env: {type: adsr, attack: 5 ms, release: 50 ms}, amp: {type: vca}}
            cables: [osc * 0.25 -> amp -> out, env -> amp.gain]
            """;

    private ToneEngine() { }

    /** A fresh one, at {@link Audition#RATE}. */
    public static Engine create() {
        return audition().engine();
    }

    static Audition audition() {
        ModuleCatalog catalog = ModuleCatalog.load();
        PresetReader reader = new PresetReader(catalog);
        PresetLibrary library = PresetLibrary.of(reader, Map.of("HOME", "/nowhere"));
        return new Audition(library, library.factoryBank().value(), catalog, reader.read(TONE, "tone.yaml").value());
    }
}

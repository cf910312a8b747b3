package org.chronus.hosting.soundfont;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.Optional;

import org.chronus.hosting.PluginException;

/** Where FluidSynth's library is, if it is installed. Immutable; any thread but audio. */
final class FluidLibrary {
    /** What is said where it is not installed. */
    static final String MISSING = "SoundFonts are played by FluidSynth 2.2 or newer, which is not there: install the package libfluidsynth3";
    private static final Optional<SymbolLookup> SYMBOLS = List.of("libfluidsynth.so.3", "libfluidsynth.so").stream()
            .map(FluidLibrary::load).flatMap(Optional::stream).findFirst();

    private FluidLibrary() { }

    @SuppressWarnings("restricted")
    private static Optional<SymbolLookup> load(String name) {
        try {
            SymbolLookup symbols = SymbolLookup.libraryLookup(name, Arena.global());
            // What version 2.2 brought, and what follows 2 has.
            return symbols.find("fluid_synth_pin_preset").map(_ -> symbols);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** True if it is installed. */
    static boolean exists() {
        return SYMBOLS.isPresent();
    }

    /** Its functions by name. */
    static SymbolLookup symbols() throws PluginException {
        return SYMBOLS.orElseThrow(() -> new PluginException(MISSING));
    }
}

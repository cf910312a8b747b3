package org.chronus.instrument.osc;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.chronus.instrument.audio.Tap;
import org.chronus.instrument.control.Instrument;
import org.chronus.instrument.engine.Engine;
import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.settings.BindingsFile;

/**
 * All that messages are answered from. Immutable; any thread.
 *
 * @param instrument what is asked
 * @param tap        where all that is heard can be recorded
 * @param learned    where learned controllers are kept
 * @param say        hears, in a line, what a player should know
 */
public record ControlContext(Instrument instrument, Tap tap, BindingsFile learned, Consumer<String> say) {
    /** The number of the source that commands from here have. */
    static final int SOURCE = Instrument.OWN_SOURCE;

    Engine engine() {
        return instrument.engine();
    }

    int sampleRate() {
        return instrument.setup().sampleRate();
    }

    ModuleCatalog catalog() {
        return instrument.setup().catalog();
    }

    PresetLibrary library() {
        return instrument.setup().library();
    }

    /** MIDI channels that play, from 0. */
    List<Integer> channels() {
        return IntStream.range(0, 16).filter(channel -> (instrument.setup().channels() & 1 << channel) != 0).boxed().toList();
    }
}

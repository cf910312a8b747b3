package org.chronus.instrument.osc;

import java.util.List;
import java.util.function.Consumer;

import org.chronus.instrument.audio.Tap;
import org.chronus.instrument.control.Instrument;
import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.settings.BindingsFile;
import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.library.PresetLibrary;

/**
 * All that messages are answered from.
 *
 * @param engine     what sounds
 * @param instrument what it is played by
 * @param tap        where all that is heard can be recorded
 * @param sampleRate in Hz
 * @param catalog    modules for patches
 * @param library    presets to begin from, and the folder to save into
 * @param learned    where learned controllers are kept
 * @param say        hears, in a line, what a player should know
 */
public record ControlContext(Engine engine, Instrument instrument, Tap tap, int sampleRate, ModuleCatalog catalog, PresetLibrary library,
                     BindingsFile learned, Consumer<String> say) {
    /** The number of the source that commands from here have: that of the command line. */
    static final int SOURCE = 0;

    /** MIDI channels that play, from 0. */
    List<Integer> channels() {
        return java.util.stream.IntStream.range(0, 16).filter(channel -> (instrument.channels() & 1 << channel) != 0).boxed().toList();
    }
}

package org.chronus.instrument.cli.play;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.chronus.instrument.assembly.Instrument;
import org.chronus.instrument.cli.options.KeyboardChoice;
import org.chronus.instrument.cli.terminal.StatusLine;
import org.chronus.instrument.jack.JackMidiProvider;
import org.chronus.instrument.settings.Binding;
import org.chronus.instrument.settings.BindingsReader;
import org.chronus.instrument.settings.DeviceFile;
import org.chronus.instrument.settings.WatchedFile;
import org.chronus.midi.device.DeviceRules;

/** How {@code play} listens to keyboards, and what it says of them. Immutable; any thread but the audio thread. */
record KeyboardListening(Instrument instrument, StatusLine status) {
    /** Listens from now on. */
    void begin(KeyboardChoice keyboards) {
        Consumer<String> say = line -> status.say("midi    " + line), sayClock = line -> status.say("clock   " + line);
        if (keyboards.isNone()) {
            say.accept("none");
        } else if (!instrument.connect(input -> keyboards.test(input) && JackMidiProvider.prefers(input), settings(say), say, sayClock)) {
            say.accept("no keyboard yet: connect one at any time");
        }
    }

    /** How keyboards are heard, which the devices' thread asks for again and again; the learned controllers are looked after in passing. */
    private Supplier<DeviceRules> settings(Consumer<String> say) {
        WatchedFile<DeviceRules> devices = DeviceFile.watch(DeviceFile.of(System.getenv()), say);
        WatchedFile<List<Binding>> learned = new WatchedFile<>(WatchedFile.of(System.getenv(), WatchedFile.LEARNED), List.of(),
                BindingsReader::read, say);
        return () -> {
            instrument.bindings().use(learned.get());
            return devices.get();
        };
    }
}

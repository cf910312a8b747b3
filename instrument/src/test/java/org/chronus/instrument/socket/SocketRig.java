package org.chronus.instrument.socket;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.chronus.instrument.assembly.Instrument;
import org.chronus.instrument.assembly.InstrumentEvent;
import org.chronus.instrument.assembly.InstrumentSetup;
import org.chronus.instrument.audio.ClockedBackend;
import org.chronus.instrument.audio.Tap;
import org.chronus.instrument.control.ControlRoom;
import org.chronus.instrument.settings.BindingsFile;
import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.library.Bank;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.library.ProgramAddress;
import org.chronus.presets.preset.PresetReader;

/** A whole instrument that plays a bank of three sines against the clock, with a socket of its own. */
public final class SocketRig implements AutoCloseable {
    static final int RATE = 48_000, PERIOD = 256;

    final Path folder;
    /** What plays. */
    public final Instrument instrument;
    /** Where it is asked. */
    public final ControlRoom room;
    private final SocketControl control;

    /** Plays its first program. */
    public SocketRig(Path folder) throws IOException {
        this(folder, true, ModuleCatalog.load());
    }

    /** Plays, or is silent until it is asked for something. */
    public SocketRig(Path folder, boolean plays, ModuleCatalog catalog) throws IOException {
        this.folder = folder;
        for (String name : new String[] {"One", "Two", "Three"}) {
            preset(name + ".yaml", name);
        }
        Path file = Files.writeString(folder.resolve("bank.yaml"), "chronus: 1\nbank: Sines\nprograms: {0: One.yaml, 1: Two.yaml, 2: Three.yaml}\n");
        PresetLibrary library = new PresetLibrary(new PresetReader(catalog), folder.resolve("presets"));
        Bank bank = library.readBank(library.find(file.toString()).value()).value();
        instrument = new Instrument(InstrumentSetup.live(library, bank, catalog, RATE).unhurried().withTimeout(5_000_000_000L).withReady(2));
        Tap tap = new Tap(instrument.engine());
        if (plays) {
            instrument.begin(new ProgramAddress(0, 0));
        }
        room = new ControlRoom(instrument, tap, new BindingsFile(folder.resolve("learned.yaml")));
        instrument.listen(event -> {
            if (event instanceof InstrumentEvent.Settled) {
                instrument.loader().expect(instrument.setList().neighbours(2));
            }
        });
        control = new SocketControl(folder.resolve("s"), room);
        instrument.start(new ClockedBackend("null", RATE, PERIOD, null), tap, () -> { });
        control.start();
    }

    /** Writes a sine's file. */
    public Path preset(String file, String name) throws IOException {
        return Files.writeString(folder.resolve(file), """
                chronus: 1
                name: %s
                tags: [%s]
                modules: {osc: {type: sine}, env: {type: adsr}, amp: {type: vca}}
                cables: [osc -> amp -> out, env -> amp.gain]
                """.formatted(name, name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "")));
    }

    /** The name of what plays. */
    public String playing() {
        return instrument.playing().orElseThrow().name();
    }

    /** Where it answers. */
    public Path path() {
        return control.path();
    }

    Lines client() throws IOException {
        return new Lines(path());
    }

    /** No longer answers, and plays on. */
    void hangUp() throws IOException {
        control.close();
    }

    @Override public void close() throws IOException {
        control.close();
        instrument.close();
    }
}

package org.chronus.instrument.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.preset.PresetReader;

/** A bank in a folder, of presets of a few lines. */
public final class GigBank {
    private static final String VOICE = """
              osc: {type: saw}
              env: {type: adsr, attack: 2 ms, decay: 1 s, sustain: 0.8, release: 0.2 s}
              amp: {type: vca}
            """;
    private final Path folder;
    private final List<String> programs = new ArrayList<>();

    public GigBank(Path folder) {
        this.folder = folder;
    }

    /** A preset with a saw: what stands above its modules, more modules, what the amplifier hears, and what stands below. */
    public static String preset(String above, String modules, String gain, String below) {
        return "chronus: 1\n" + above + "modules:\n" + VOICE + modules + "cables:\n  - osc -> amp -> out\n  - env * " + gain
                + " -> amp.gain\n" + below;
    }

    /** One that is like all others. */
    public static String plain(String level) {
        return preset("level: " + level + "\n", "", "0.025", "");
    }

    /** One more program. */
    public GigBank add(String name, String preset) throws IOException {
        Files.writeString(folder.resolve(name + ".yaml"), preset);
        programs.add(name + ".yaml");
        return this;
    }

    /** One more program, of a preset that is there, or not. */
    public GigBank addEntry(String entry) {
        programs.add(entry);
        return this;
    }

    /** Its file. */
    public Path write() throws IOException {
        StringBuilder text = new StringBuilder("chronus: 1\nbank: Gig\nprograms:\n");
        for (int i = 0; i < programs.size(); i++) {
            text.append("  ").append(i).append(": ").append(programs.get(i)).append('\n');
        }
        return Files.writeString(folder.resolve("bank.yaml"), text);
    }

    static PresetLibrary library() {
        return new PresetLibrary(new PresetReader(ModuleCatalog.load()), Path.of("/nonexistent"));
    }

    static BankReport rehearse(String word, boolean fixes) throws InterruptedException {
        BankPrograms programs = new BankPrograms(library());
        return new BankRehearsal(programs, 10_000).run(programs.find(word), fixes, _ -> { });
    }
}

package org.chronus.presets.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import org.chronus.presets.text.FileText;
import org.chronus.presets.text.ReadResult;

/** The presets of a bank that comes with Chronus, as that bank lists them: a jar cannot list a folder. Immutable; any thread. */
final class FactoryPresets {
    private static final String BANK = "bank.yaml";

    private final String folder;
    private final String prefix;
    private final PresetFile bank;
    private final List<PresetFile> presets;

    /**
     * Reads them.
     *
     * @param folder where they are
     * @param prefix what begins the names of their files
     */
    FactoryPresets(String folder, String prefix) {
        this.folder = folder;
        this.prefix = prefix;
        bank = file(BANK);
        Bank read = new BankReader((reference, bankFile) -> ReadResult.of(file(reference))).read(bank.text(), bank.file()).value();
        presets = read.banks().values().stream().flatMap(programs -> programs.values().stream()).map(BankEntry::presetReference).distinct()
                .map(this::file).toList();
    }

    PresetFile bank() {
        return bank;
    }

    /** In the order of the bank. */
    List<PresetFile> list() {
        return presets;
    }

    private PresetFile file(String name) {
        try (InputStream in = FactoryPresets.class.getResourceAsStream(folder + "/" + name)) {
            if (in == null) {
                throw new IllegalStateException("this Chronus is incomplete: " + folder + "/" + name + " is missing; install it again");
            }
            return PresetFile.of(prefix + name, FileText.decode(name, in).found().orElseThrow());
        } catch (IOException broken) {
            throw new UncheckedIOException("this Chronus cannot be read: install it again", broken);
        }
    }
}

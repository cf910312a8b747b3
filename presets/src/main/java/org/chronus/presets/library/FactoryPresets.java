package org.chronus.presets.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import org.chronus.presets.text.FileText;
import org.chronus.presets.text.ReadResult;

/** The presets that come with Chronus, as the factory bank lists them: a jar cannot list a folder. */
final class FactoryPresets {
    private static final String BANK = "bank.yaml";

    private final PresetFile bank;
    private final List<PresetFile> presets;

    FactoryPresets() {
        bank = file(BANK);
        Bank read = new BankReader((reference, bankFile) -> ReadResult.of(file(reference))).read(bank.text(), bank.file()).value();
        presets = read.banks().values().stream().flatMap(programs -> programs.values().stream()).map(BankEntry::presetReference).distinct()
                .map(FactoryPresets::file).toList();
    }

    PresetFile bank() {
        return bank;
    }

    /** In the order of the bank. */
    List<PresetFile> list() {
        return presets;
    }

    private static PresetFile file(String name) {
        try (InputStream in = FactoryPresets.class.getResourceAsStream("factory/" + name)) {
            if (in == null) {
                throw new IllegalStateException("this Chronus is incomplete: factory/" + name + " is missing; install it again");
            }
            return PresetFile.of(PresetFile.FACTORY + name, FileText.decode(name, in).found().orElseThrow());
        } catch (IOException broken) {
            throw new UncheckedIOException("this Chronus cannot be read: install it again", broken);
        }
    }
}

package org.chronus.instrument.rehearsal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.chronus.presets.draft.LevelEdit;
import org.chronus.presets.files.OutputFile;
import org.chronus.presets.text.FileText;
import org.chronus.presets.text.ReadResult;

/** Writes levels into preset files, each file whole or not at all, and all else in it as it was. One use; any thread but audio. */
final class LevelWriter {
    /** Writes a file whole, or throws in one line. */
    @FunctionalInterface
    interface Saver {
        void save(Path file, String text) throws IOException;
    }

    private final Saver saver;
    private final List<BankReport.Change> changes = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final Set<String> tried = new HashSet<>(), written = new HashSet<>();

    /** Into real files. */
    LevelWriter() {
        this(OutputFile::save);
    }

    LevelWriter(Saver saver) {
        this.saver = saver;
    }

    /** Writes a level in dB, once for each file. */
    void write(String file, double before, double after) {
        if (!tried.add(file)) {
            return;
        }
        ReadResult<String> text = FileText.read(Path.of(file));
        Optional<String> edited = text.found().flatMap(found -> LevelEdit.apply(found, LevelEdit.text(after)));
        if (text.found().isEmpty()) {
            text.problems().forEach(problem -> refused.add(problem.toString()));
        } else if (edited.isEmpty()) {
            refused.add(file + ": its level stands in a form that is not changed here: write 'level: " + LevelEdit.text(after) + "' by hand");
        } else {
            try {
                saver.save(Path.of(file), edited.get());
                written.add(file);
                changes.add(new BankReport.Change(file, before, after));
            } catch (IOException failure) {
                refused.add(failure.getMessage());
            }
        }
    }

    boolean hasWritten(String file) {
        return written.contains(file);
    }

    List<BankReport.Change> changes() {
        return changes;
    }

    List<String> refused() {
        return refused;
    }
}

package org.chronus.presets.library;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import org.chronus.presets.text.NameSuggestion;
import org.chronus.presets.text.Problems;
import org.chronus.presets.text.ReadResult;

/** Finds a preset by its name, or by a part of it. Immutable; any thread but the audio thread. */
final class NameSearch {
    private static final int MOST_LISTED = 8;

    private final List<PresetFile> files;

    /** @param files the user's and ours; those of the user go first, and hosted ones last */
    NameSearch(List<PresetFile> files) {
        this.files = files;
    }

    /** By name, file name, beginning, piece: the first of these that finds any. One file, or one error. */
    ReadResult<PresetFile> find(String word) {
        String wanted = word.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return refuse(word, "this is no name", "give the name of a preset (chronus list presets)");
        }
        List<Predicate<PresetFile>> ways = List.of(file -> lower(file).equals(wanted), file -> file.stem().equalsIgnoreCase(wanted),
                file -> lower(file).startsWith(wanted), file -> lower(file).contains(wanted));
        for (Predicate<PresetFile> way : ways) {
            int place = files.stream().filter(way).mapToInt(PresetFile::place).min().orElse(0);
            List<PresetFile> found = files.stream().filter(way).filter(file -> file.place() == place).toList();
            if (found.size() == 1) {
                return ReadResult.of(found.getFirst());
            } else if (!found.isEmpty()) {
                return refuse(word, "several presets are meant", "choose one: " + listed(found));
            }
        }
        return refuse(word, "there is no such preset", cure(word, files.stream().map(PresetFile::name).toList()));
    }

    /** The error for a file that is not there. */
    ReadResult<PresetFile> missingFile(String name) {
        return refuse(name, "there is no such preset", cure(name, files.stream().map(file -> file.stem() + ".yaml").toList()));
    }

    /** Files of one name are told apart by their paths. */
    private static String listed(List<PresetFile> found) {
        boolean alike = found.stream().map(NameSearch::lower).distinct().count() < found.size();
        String listed = String.join(", ", found.stream().limit(MOST_LISTED).map(alike ? PresetFile::file : PresetFile::name).toList());
        return found.size() > MOST_LISTED ? listed + " ..." : listed;
    }

    private static String cure(String word, List<String> names) {
        return NameSuggestion.of(word, names).map(near -> "did you mean " + near + "?").orElse("see chronus list presets");
    }

    private static String lower(PresetFile file) {
        return file.name().toLowerCase(Locale.ROOT);
    }

    private static ReadResult<PresetFile> refuse(String word, String what, String cure) {
        return ReadResult.refused(Problems.quote(word), what, cure);
    }
}

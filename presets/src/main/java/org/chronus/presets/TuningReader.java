package org.chronus.presets;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.chronus.presets.Node.Fields;
import org.chronus.presets.Node.Text;

/** Reads the tuning of a preset: Scala files beside it. For the one thread that reads the preset. */
final class TuningReader {
    private static final String EXAMPLE = "write for example tuning: {scale: just.scl}";

    private final String presetFile;
    private final Values values;
    private final Problems problems;

    TuningReader(String presetFile, Values values, Problems problems) {
        this.presetFile = presetFile;
        this.values = values;
        this.problems = problems;
    }

    /** What is wrong, in the preset or in its Scala files, is reported; then there is none. */
    Optional<Tuning> read(Node node) {
        return values.fields(node, "tuning", EXAMPLE).flatMap(this::read);
    }

    private Optional<Tuning> read(Fields fields) {
        values.onlyKeys(fields, "tuning", List.of("scale", "keymap"));
        Optional<Node> scale = fields.find("scale"), map = fields.find("keymap");
        if (scale.isEmpty()) {
            problems.error(fields.place(), "the tuning has no scale", EXAMPLE);
        }
        Optional<Path> scl = scale.flatMap(node -> file(node, "scale", ".scl")), kbm = map.flatMap(node -> file(node, "keymap", ".kbm"));
        if (scl.isEmpty() || map.isPresent() && kbm.isEmpty()) {
            return Optional.empty();
        }
        Reading<Tuning> tuning = Tuning.read(scl.get(), kbm.orElse(null));
        problems.include(tuning.problems());
        return tuning.found();
    }

    private Optional<Path> file(Node node, String key, String ending) {
        Optional<Text> text = values.text(node, key, "write the name of a " + ending + " file");
        Optional<Path> path = text.flatMap(name -> beside(name.value().strip()));
        if (text.isPresent() && path.isEmpty()) {
            problems.error(text.get().place(), "there is no file \"" + Problems.quote(text.get().value()) + "\"",
                    "name a " + ending + " file; without a folder it is beside the preset");
        }
        return path;
    }

    private Optional<Path> beside(String name) {
        try {
            return Optional.of(Path.of(presetFile).resolveSibling(name)).filter(Files::isRegularFile);
        } catch (InvalidPathException impossible) {
            return Optional.empty();
        }
    }
}

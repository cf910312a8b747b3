package org.chronus.presets.tuning;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.chronus.presets.text.Problems;
import org.chronus.presets.text.ReadResult;
import org.chronus.presets.text.YamlNode;
import org.chronus.presets.text.YamlNode.Fields;
import org.chronus.presets.text.YamlNode.Text;
import org.chronus.presets.value.Values;

/** Reads the tuning of a preset: Scala files beside it. For the one thread that reads the preset. */
public final class TuningReader {
    private static final String EXAMPLE = "write for example tuning: {scale: just.scl}";

    private final String presetFile;
    private final Values values;
    private final Problems problems;

    public TuningReader(String presetFile, Values values, Problems problems) {
        this.presetFile = presetFile;
        this.values = values;
        this.problems = problems;
    }

    /** What is wrong, in the preset or in its Scala files, is reported; then there is none. */
    public Optional<Tuning> read(YamlNode node) {
        return values.fields(node, "tuning", EXAMPLE).flatMap(this::read);
    }

    private Optional<Tuning> read(Fields fields) {
        values.onlyKeys(fields, "tuning", List.of("scale", "keymap"));
        Optional<YamlNode> scale = fields.find("scale"), map = fields.find("keymap");
        if (scale.isEmpty() && map.isEmpty()) {
            problems.error(fields.place(), "the tuning has no scale and no keymap", EXAMPLE);
            return Optional.empty();
        }
        Optional<Path> scl = scale.flatMap(node -> file(node, "scale", ".scl")), kbm = map.flatMap(node -> file(node, "keymap", ".kbm"));
        if (scale.isPresent() && scl.isEmpty() || map.isPresent() && kbm.isEmpty()) {
            return Optional.empty();
        }
        ReadResult<Tuning> tuning = Tuning.read(scl.orElse(null), kbm.orElse(null));
        problems.include(tuning.problems());
        return tuning.found();
    }

    private Optional<Path> file(YamlNode node, String key, String ending) {
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

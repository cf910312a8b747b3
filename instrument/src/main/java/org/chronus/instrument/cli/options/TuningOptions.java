package org.chronus.instrument.cli.options;

import java.nio.file.Path;

import org.chronus.instrument.engine.Engine;
import org.chronus.presets.tuning.Tuning;
import picocli.CommandLine.Option;

/** Scala files, as several commands take them. */
public final class TuningOptions {
    @Option(names = "--scale", paramLabel = "FILE.scl", description = "a scale of the Scala format (12 equal semitones)")
    private Path scale;
    @Option(names = "--keymap", paramLabel = "FILE.kbm", description = "which key plays which note of it (degree 0 is C4, A4 has 440 Hz)")
    private Path keymap;

    /** Before the engine starts. */
    public void apply(Engine engine) throws Refusal {
        if (scale != null) {
            engine.tune(SoundLibrary.good(Tuning.read(scale, keymap)));
        } else if (keymap != null) {
            throw new Refusal("--keymap needs --scale: name a scale too");
        }
    }
}

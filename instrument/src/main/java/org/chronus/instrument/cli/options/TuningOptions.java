package org.chronus.instrument.cli.options;

import java.nio.file.Path;
import java.util.Optional;

import org.chronus.presets.tuning.Tuning;
import picocli.CommandLine.Option;

/** Scala files, as several commands take them. */
public final class TuningOptions {
    @Option(names = "--scale", paramLabel = "FILE.scl", description = "a scale of the Scala format (12 equal semitones)")
    private Path scale;
    @Option(names = "--keymap", paramLabel = "FILE.kbm", description = "which key plays which note of it (degree 0 is C4, A4 has 440 Hz)")
    private Path keymap;

    /** What they say; empty for equal semitones. */
    public Optional<Tuning> read() throws Refusal {
        return scale == null && keymap == null ? Optional.empty() : Optional.of(SoundLibrary.good(Tuning.read(scale, keymap)));
    }
}

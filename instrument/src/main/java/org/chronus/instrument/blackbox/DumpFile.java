package org.chronus.instrument.blackbox;

import java.io.IOException;
import java.nio.file.Path;

import org.chronus.instrument.assembly.Instrument;
import org.chronus.presets.files.OutputFile;

/**
 * A dump of a black box that was written into a file. Immutable; any thread but the audio thread.
 *
 * @param seconds   that it lasts
 * @param exactness of its replay
 */
public record DumpFile(Path path, double seconds, Exactness exactness) {
    /**
     * Writes one of all until now, whole or not at all.
     *
     * @param cause why, in words
     */
    public static DumpFile write(Instrument instrument, String cause, Path path) throws IOException {
        DumpMaker maker = new DumpMaker(instrument);
        Dump dump = maker.make(cause);
        OutputFile.save(path, DumpText.of(dump));
        return new DumpFile(path, dump.seconds(dump.header().end() - dump.header().start()), Exactness.of(dump, maker.presets()));
    }
}

package org.chronus.instrument.cli.options;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.chronus.instrument.audio.AudioBackend;
import org.chronus.instrument.audio.ClockedBackend;
import org.chronus.instrument.audio.JavaSoundBackend;
import org.chronus.instrument.audio.Recorder;
import org.chronus.instrument.audio.WavWriter;

/** What {@code --audio} means. */
public final class AudioChoice {
    private static final String FILE = "file:";

    private AudioChoice() { }

    /** The file of {@code file:PATH}; {@code -} is standard output. */
    public static Optional<Path> file(String word) {
        return word.startsWith(FILE) && word.length() > FILE.length() ? Optional.of(Path.of(word.substring(FILE.length()))) : Optional.empty();
    }

    /** auto, javasound, javasound:NAME, file:PATH or null. */
    public static AudioBackend open(String word, int rate, int period) throws Refusal {
        try {
            if (word.equals("null")) {
                return new ClockedBackend("null (no sound, paced by the clock)", rate, period, null);
            }
            Optional<Path> file = file(word);
            if (file.isPresent()) {
                return new ClockedBackend("file " + file.get(), rate, period, new Recorder(file.get(), rate, WavWriter.Format.BITS_24));
            }
            if (word.equals("auto") || word.equals("javasound")) {
                return JavaSoundBackend.open("", rate, period);
            }
            if (word.startsWith("javasound:") && word.length() > 10) {
                return JavaSoundBackend.open(word.substring(10), rate, period);
            }
        } catch (IOException e) {
            throw Refusal.of(e);
        }
        throw new Refusal("--audio is auto, javasound, javasound:NAME, file:PATH or null, not " + word);
    }
}

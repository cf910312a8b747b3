package org.chronus.instrument.cli.options;

import java.io.IOException;
import java.nio.file.Path;

import org.chronus.instrument.audio.AudioBackend;
import org.chronus.instrument.audio.ClockedBackend;
import org.chronus.instrument.audio.JavaSoundBackend;
import org.chronus.instrument.audio.Recorder;
import org.chronus.instrument.audio.WavWriter;

/** What {@code --audio} means. */
public final class AudioChoice {
    private AudioChoice() { }

    /** auto, javasound, javasound:NAME, file:PATH or null. */
    public static AudioBackend open(String word, int rate, int period) throws Refusal {
        try {
            if (word.equals("null")) {
                return new ClockedBackend("null (no sound, paced by the clock)", rate, period, null);
            }
            if (word.startsWith("file:") && word.length() > 5) {
                Path path = Path.of(word.substring(5));
                return new ClockedBackend("file " + path, rate, period, new Recorder(path, rate, WavWriter.Format.BITS_24));
            }
            if (word.equals("auto") || word.equals("javasound")) {
                return JavaSoundBackend.open("", rate, period);
            }
            if (word.startsWith("javasound:") && word.length() > 10) {
                return JavaSoundBackend.open(word.substring(10), rate, period);
            }
        } catch (IOException e) {
            throw new Refusal(e.getMessage());
        }
        throw new Refusal("--audio is auto, javasound, javasound:NAME, file:PATH or null, not " + word);
    }
}

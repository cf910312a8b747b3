package org.chronus.instrument.cli.options;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

import org.chronus.instrument.audio.AudioBackend;
import org.chronus.instrument.audio.ClockedBackend;
import org.chronus.instrument.audio.DeviceBackend;
import org.chronus.instrument.audio.Recorder;
import org.chronus.instrument.audio.WavWriter;
import org.chronus.instrument.jack.JackBackend;
import org.chronus.instrument.jack.JackOptions;
import org.chronus.instrument.javasound.JavaSoundDevice;

/** What {@code --audio} means. */
public final class AudioChoice {
    /** The ways to say it. */
    public static final String WORDS = "auto|jack[:SERVER]|javasound[:NAME]|file:PATH|null";
    private static final String FILE = "file:", JAVA_SOUND = "javasound", JACK = "jack";

    private AudioChoice() { }

    /** The file of {@code file:PATH}; {@code -} is standard output. */
    public static Optional<Path> file(String word) {
        return word.startsWith(FILE) && word.length() > FILE.length() ? Optional.of(Path.of(word.substring(FILE.length()))) : Optional.empty();
    }

    /**
     * See {@link #WORDS}; auto is a JACK server that runs, or PipeWire as one, else Java Sound. JACK has a rate and a period of its own. Java
     * Sound waits for its device, also on a machine that has none: a card may be plugged in later.
     *
     * @param say hears, in a line, why auto passes over a server that runs
     */
    public static AudioBackend open(String word, int rate, int period, JackOptions jack, Consumer<String> say) throws Refusal {
        try {
            if (word.equals("null")) {
                return new ClockedBackend("null (no sound, paced by the clock)", rate, period, null);
            }
            Optional<Path> file = file(word);
            if (file.isPresent()) {
                return new ClockedBackend("file " + file.get(), rate, period, new Recorder(file.get(), rate, WavWriter.Format.BITS_24));
            }
            if (word.equals("auto")) {
                return automatic(rate, period, jack, say);
            }
            Optional<String> server = after(JACK, word), device = after(JAVA_SOUND, word);
            if (server.isPresent()) {
                return JackBackend.open(jack.at(server.get()));
            }
            if (device.isPresent()) {
                return DeviceBackend.open(new JavaSoundDevice(device.get()), rate, period);
            }
        } catch (IOException e) {
            throw Refusal.of(e);
        }
        throw new Refusal("--audio is " + WORDS.replace("|", ", ") + ", not " + word);
    }

    private static AudioBackend automatic(int rate, int period, JackOptions jack, Consumer<String> say) throws IOException {
        if (JackBackend.isThere(jack)) {
            try {
                return JackBackend.open(jack);
            } catch (JackBackend.NoAnswerException hangs) {
                say.accept(hangs.getMessage() + "; Java Sound plays");
            } catch (IOException otherLibrary) {
                return DeviceBackend.open(new JavaSoundDevice(""), rate, period);
            }
        }
        return DeviceBackend.open(new JavaSoundDevice(""), rate, period);
    }

    /** What comes after a word and a colon; "" for the word alone. */
    private static Optional<String> after(String kind, String word) {
        return word.equals(kind) ? Optional.of("")
                : word.startsWith(kind + ":") && word.length() > kind.length() + 1 ? Optional.of(word.substring(kind.length() + 1))
                        : Optional.empty();
    }
}

package org.chronus.instrument.cli.options;

import org.chronus.instrument.audio.AudioBackend;
import org.chronus.instrument.audio.DeviceBackend;
import org.chronus.instrument.capture.InputBackend;
import org.chronus.instrument.javasound.JavaSoundInput;
import picocli.CommandLine.Option;

/** Where sound comes from that presets hear. */
public final class InputOption {
    private static final String BEST = "auto", NONE = "none";

    @Option(names = "--input", paramLabel = "auto|NAME|none", defaultValue = BEST,
            description = "under Java Sound: the audio input, by its name or a part of it; "
                    + "it is open only while a preset hears it (${DEFAULT-VALUE})")
    private String name;

    /** The same backend, with an input if it wants one beside it. JACK has its own; what has no device hears nothing. */
    public AudioBackend addTo(AudioBackend audio) {
        return name.equals(NONE) || !(audio instanceof DeviceBackend) ? audio
                : new InputBackend(audio, new JavaSoundInput(name.equals(BEST) ? "" : name));
    }
}

package org.chronus.instrument.cli.options;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Rate and period, as several commands take them. */
public final class AudioSettings {
    @Spec(Spec.Target.MIXEE) private CommandSpec spec;

    private int rate = 48_000;
    private int period = 256;

    @Option(names = "--rate", paramLabel = "HZ", defaultValue = "48000", description = "sample rate, 8000 to 192000 (${DEFAULT-VALUE})")
    void setRate(int hertz) {
        if (hertz < 8_000 || hertz > 192_000) {
            throw new ParameterException(spec.commandLine(), "--rate is 8000 to 192000 Hz, not " + hertz);
        }
        rate = hertz;
    }

    @Option(names = "--period", paramLabel = "FRAMES", defaultValue = "256",
            description = "frames that are rendered at a time, 1 to 4096 (${DEFAULT-VALUE})")
    void setPeriod(int frames) {
        if (frames < 1 || frames > 4_096) {
            throw new ParameterException(spec.commandLine(), "--period is 1 to 4096 frames, not " + frames);
        }
        period = frames;
    }

    public int rate() {
        return rate;
    }

    public int period() {
        return period;
    }
}

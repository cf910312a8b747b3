package org.chronus.instrument.capture;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

import org.chronus.instrument.audio.AudioBackend;
import org.chronus.instrument.audio.AudioCallback;

/** A backend that has no input of its own, and hears a device beside it while what it plays listens. Any thread but the audio thread. */
public final class InputBackend implements AudioBackend {
    /** [audio] Hands what came in to the callback before each period. */
    private static final class Hearing implements AudioCallback {
        private final AudioCallback source;
        private final InputRing ring;
        private final float[] heardLeft;
        private final float[] heardRight;

        Hearing(AudioCallback source, InputRing ring, int period) {
            this.source = source;
            this.ring = ring;
            heardLeft = new float[period];
            heardRight = new float[period];
        }

        @Override public void process(float[] left, float[] right, int frames) {
            boolean sounds = ring.read(heardLeft, heardRight, frames);
            source.hear(sounds ? heardLeft : null, sounds ? heardRight : null);
            source.process(left, right, frames);
        }
    }

    private final AudioBackend output;
    private final InputDevice device;
    private final InputRing ring;
    private volatile Consumer<String> say = _ -> { };
    private volatile InputThread input;

    /** @param output plays, and is closed with it */
    public InputBackend(AudioBackend output, InputDevice device) {
        this.output = output;
        this.device = device;
        ring = new InputRing(output.sampleRate(), output.period());
    }

    @Override public String description() {
        return output.description();
    }

    @Override public int sampleRate() {
        return output.sampleRate();
    }

    @Override public int period() {
        return output.period();
    }

    @Override public double latencyMillis() {
        return output.latencyMillis();
    }

    @Override public void report(Consumer<String> lines) {
        say = lines;
        output.report(lines);
    }

    @Override public Optional<String> waits() {
        return output.waits();
    }

    @Override public Optional<Input> input() {
        InputThread now = input;
        return Optional.of(new Input(now == null ? "" : now.description(), 1e3 * ring.margin() / sampleRate(), ring.dropped(), ring.repeated(),
                ring.gaps()));
    }

    @Override public void start(AudioCallback callback) throws IOException {
        output.start(new Hearing(callback, ring, period()));
        input = new InputThread(device, sampleRate(), ring, callback::listens, line -> say.accept(line));
        input.start();
    }

    @Override public long late() {
        return output.late();
    }

    @Override public Optional<IOException> failure() {
        return output.failure();
    }

    @Override public void close() throws IOException {
        if (input != null) {
            input.close();
        }
        output.close();
    }
}

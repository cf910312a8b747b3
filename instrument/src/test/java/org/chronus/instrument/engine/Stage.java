package org.chronus.instrument.engine;

import org.chronus.instrument.engine.slots.PrimedPatch;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.engine.slots.SwapRequest;
import org.chronus.instrument.prime.PrimeException;
import org.chronus.instrument.prime.Primer;
import org.chronus.midi.command.Gesture;
import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.preset.PresetReader;
import org.chronus.presets.text.ReadResult;

/** An engine to play on in tests: presets by their text, notes at frames, sound as arrays. */
public final class Stage {
    public static final int RATE = 48_000;
    /** A pure tone with a soft envelope; the note ends 0.1 s after its key. */
    public static final String TONE = """
            chronus: 1
            name: Tone
            modules:
              osc: {type: sine}
              env: {type: adsr, attack: 20 ms, release: 0.1 s}
              amp: {type: vca}
            cables: [osc * 0.25 -> amp -> out, env -> amp.gain]
            """;
    public static final ModuleCatalog CATALOG = ModuleCatalog.load();

    public final Engine engine;
    private final Primer primer;

    public Stage() {
        this(new Engine(RATE, 0xFFFF, 0, null));
    }

    public Stage(Engine engine) {
        this.engine = engine;
        primer = new Primer(RATE, engine.pedals(), engine.parameters());
    }

    public static Preset preset(String text) {
        ReadResult<Preset> reading = new PresetReader(CATALOG).read(text, "test.yaml");
        return reading.found().orElseThrow(() -> new AssertionError(reading.problems()));
    }

    /** Primes and offers; it sounds from the next grid line on. */
    public SwapReport offer(String text) {
        return offer(SwapRequest.program(engine.position(), 0, 0), text);
    }

    /** The same for a request. */
    public SwapReport offer(SwapRequest request, String text) {
        try {
            SwapReport swap = new SwapReport(request);
            engine.handover().offer(primer.prime(swap, preset(text)));
            return swap;
        } catch (PrimeException e) {
            throw new AssertionError(e);
        }
    }

    /** The same with a preset. */
    public void offer(Preset preset) {
        try {
            engine.handover().offer(primer.prime(new SwapReport(SwapRequest.program(engine.position(), 0, 0)), preset));
        } catch (PrimeException e) {
            throw new AssertionError(e);
        }
    }

    /** Primes a patch to stand by. */
    public void lend(String text) {
        try {
            engine.handover().lend(primer.prime(new SwapReport(SwapRequest.program(engine.position(), 0, 0)), preset(text)));
        } catch (PrimeException e) {
            throw new AssertionError(e);
        }
    }

    public Stage press(long frame, int key) {
        return strike(frame, key, 1);
    }

    public Stage strike(long frame, int key, float velocity) {
        engine.schedule(frame, new Gesture.NoteOn(0, 0, key, velocity));
        return this;
    }

    public Stage lift(long frame, int key) {
        engine.schedule(frame, new Gesture.NoteOff(0, 0, key, 0.5f));
        return this;
    }

    public Stage move(long frame, int controller, float position) {
        engine.schedule(frame, new Gesture.Controller(0, 0, controller, position));
        return this;
    }

    /** The left channel of the next frames. */
    public float[] left(int frames) {
        float[] left = new float[frames];
        engine.render(left, new float[frames], frames);
        return left;
    }

    public static double rms(float[] samples, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return Math.sqrt(sum / (to - from));
    }

    public static double steepest(float[] samples, int from, int to) {
        double most = 0;
        for (int i = from + 1; i < to; i++) {
            most = Math.max(most, Math.abs(samples[i] - samples[i - 1]));
        }
        return most;
    }

    /** Amplitude of a key's fundamental over frames, by correlation. */
    public static double tone(float[] sound, int from, int to, int key) {
        double re = 0, im = 0, hertz = 440 * Math.pow(2, (key - 69) / 12.0);
        for (int i = from; i < to; i++) {
            double phase = 2 * Math.PI * hertz * i / RATE;
            re += sound[i] * Math.cos(phase);
            im += sound[i] * Math.sin(phase);
        }
        return 2 * Math.hypot(re, im) / (to - from);
    }

    /** Primes for a change that was asked for, and keeps it back. */
    public PrimedPatch prime(SwapReport swap, String text) {
        try {
            return primer.prime(swap, preset(text));
        } catch (PrimeException e) {
            throw new AssertionError(e);
        }
    }
}

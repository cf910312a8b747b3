package org.chronus.instrument;

import java.util.Arrays;
import java.util.function.Consumer;

import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.engine.slots.PrimedPatch;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.engine.slots.SwapRequest;
import org.chronus.instrument.prime.PrimeException;
import org.chronus.instrument.prime.Primer;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.Release;
import org.chronus.midi.decoder.VelocityCurve;
import org.chronus.modules.ModuleCatalog;
import org.chronus.modules.patch.Patch;
import org.chronus.presets.library.Bank;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.preset.Preset;

/** Plays a preset as a keyboard would, each take on a fresh engine. */
final class Audition {
    static final int RATE = 48_000;
    private static final int REVERB = 91, CHORUS = 93;

    private final PresetLibrary library;
    private final Bank bank;
    private final ModuleCatalog catalog;
    private final Preset preset;

    /** What was heard. */
    record Take(float[] left, float[] right, boolean endsSilent) {
        float[] left(double from, double to) {
            return Arrays.copyOfRange(left, frame(from), frame(to));
        }

        float[] right(double from, double to) {
            return Arrays.copyOfRange(right, frame(from), frame(to));
        }

        /** Half of both sides. */
        float[] mono(double from, double to) {
            float[] mono = left(from, to), other = right(from, to);
            for (int i = 0; i < mono.length; i++) {
                mono[i] = (mono[i] + other[i]) / 2;
            }
            return mono;
        }
    }

    /** A keyboard: times in seconds, everything else as MIDI sends it. */
    static final class Score {
        private final Engine engine;
        private final int rate;

        Score(Engine engine) {
            this(engine, RATE);
        }

        private Score(Engine engine, int rate) {
            this.engine = engine;
            this.rate = rate;
        }

        private long frame(double seconds) {
            return Math.round(seconds * rate);
        }

        Score note(double from, double to, int key, int velocity) {
            return press(from, key, velocity).lift(to, key);
        }

        Score press(double at, int key, int velocity) {
            engine.schedule(frame(at), new Gesture.NoteOn(0, 0, key, VelocityCurve.SQUARE.velocity(velocity)));
            return this;
        }

        Score lift(double at, int key) {
            engine.schedule(frame(at), new Gesture.NoteOff(0, 0, key, 0.5f));
            return this;
        }

        Score move(double at, int controller, int position) {
            engine.schedule(frame(at), new Gesture.Controller(0, 0, controller, position / 127f));
            return this;
        }

        Score bend(double at, float position) {
            engine.schedule(frame(at), new Gesture.PitchBend(0, 0, position));
            return this;
        }

        /** Anything else. */
        Score send(double at, Command command) {
            engine.schedule(frame(at), command);
            return this;
        }

        /** Silence at once, but for what the effects still hold. */
        Score cut(double at) {
            engine.schedule(frame(at), new Release.AllSoundOff(0, 0));
            return this;
        }

        /** Neither room nor chorus. */
        Score dry() {
            return move(0, REVERB, 0).move(0, CHORUS, 0);
        }
    }

    Audition(PresetLibrary library, Bank bank, ModuleCatalog catalog, Preset preset) {
        this.library = library;
        this.bank = bank;
        this.catalog = catalog;
        this.preset = preset;
    }

    /** The same for another preset. */
    Audition with(Preset other) {
        return new Audition(library, bank, catalog, other);
    }

    Take play(double seconds, Consumer<Score> music) {
        return play(RATE, seconds, music);
    }

    /** The same at another sample rate. The parts of such a take are counted in frames. */
    Take play(int rate, double seconds, Consumer<Score> music) {
        Engine engine = new Engine(rate, 0xFFFF, 0, null);
        Patch patch = offer(engine, rate);
        try {
            music.accept(new Score(engine, rate));
            float[] left = new float[(int) Math.round(seconds * rate)], right = new float[left.length];
            engine.render(left, right, left.length);
            return new Take(left, right, engine.isSilent());
        } finally {
            patch.close();
        }
    }

    /** False for an organ: a key makes the same sound, to the bit, however it is struck. */
    boolean hearsVelocity(int key) {
        return !Arrays.equals(struck(key, 1).left(), struck(key, 127).left());
    }

    private Take struck(int key, int velocity) {
        return play(0.6, score -> score.dry().press(0.1, key, velocity));
    }

    /** A fresh engine that holds the preset. */
    Engine engine() {
        Engine engine = new Engine(RATE, 0xFFFF, 0, null);
        offer(engine, RATE);
        return engine;
    }

    private Patch offer(Engine engine, int rate) {
        try {
            PrimedPatch primed = new Primer(rate, engine.pedals(), engine.parameters(), false)
                    .prime(new SwapReport(SwapRequest.preset(0, preset)), preset);
            engine.handover().offer(primed);
            return primed.patch();
        } catch (PrimeException refused) {
            throw new AssertionError(refused);
        }
    }

    static int frame(double seconds) {
        return (int) Math.round(seconds * RATE);
    }
}

package org.chronus.instrument.rehearsal;

import static org.chronus.modules.Module.BLOCK;

import java.util.Arrays;

import org.chronus.instrument.engine.Engine;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.Release;
import org.chronus.midi.command.Setting;
import org.chronus.modules.testkit.measure.Loudness;
import org.chronus.modules.testkit.measure.TruePeak;
import org.chronus.modules.testkit.measure.Waves;

/**
 * A phrase and the silence after it, rendered by an engine that holds the patch, and measured as it comes to the limiter: the master volume is
 * taken down 40 dB, so that the limiter sleeps, and put back in what was rendered. One use; the thread that rehearses.
 */
final class Take {
    /** How long the silence is waited for, in seconds. */
    static final double LONGEST_TAIL = 30;
    private static final float VOLUME = 0.1f;
    /** The master's law: 40 dB per factor of ten. */
    private static final float GAIN = VOLUME * VOLUME;
    private static final double WINDOW_SECONDS = 0.05, INAUDIBLE = 1e-3;

    private final Phrase phrase;
    private final double rate;
    private final float[] left, right;
    private int frames;

    Take(Phrase phrase, double rate) {
        this.phrase = phrase;
        this.rate = rate;
        left = new float[frame(phrase.end() + LONGEST_TAIL)];
        right = new float[left.length];
    }

    /** Renders until the engine is silent, 30 s after the phrase at most. */
    void render(Engine engine) {
        schedule(engine, phrase, rate);
        engine.schedule(engine.position(), new Setting.MasterVolume(0, VOLUME));
        float[] one = new float[BLOCK], other = new float[BLOCK];
        int end = frame(phrase.end());
        while (frames < left.length && (frames <= end + BLOCK || !engine.isSilent())) {
            int count = Math.min(BLOCK, left.length - frames);
            engine.render(one, other, count);
            for (int i = 0; i < count; i++) {
                left[frames + i] = one[i] / GAIN;
                right[frames + i] = other[i] / GAIN;
            }
            frames += count;
        }
    }

    /** Gives an engine a phrase that begins now. In its end what a player of the preset has latched is let go. */
    static void schedule(Engine engine, Phrase phrase, double rate) {
        long now = engine.position();
        phrase.events().forEach(event -> engine.schedule(now + Math.round(event.at() * rate), event.command()));
        engine.schedule(now + Math.round(phrase.end() * rate), new Release.AllNotesOff(0, Command.ALL_CHANNELS));
    }

    /** In LUFS, of that part of the music in which it speaks best: held chords, or quick ones. */
    double loudness() {
        return Math.max(loudness(Phrase.START, phrase.slowEnd()), loudness(phrase.quickStart(), phrase.musicEnd()));
    }

    private double loudness(double start, double end) {
        int from = frame(start), to = frame(end);
        return Loudness.lufs(Arrays.copyOfRange(left, from, to), Arrays.copyOfRange(right, from, to), rate);
    }

    /** The highest sample before the two hands, linear. */
    double peak() {
        return peak(0, frame(phrase.touchEnd()));
    }

    /** The highest sample from the two hands on, linear. */
    double handsPeak() {
        return peak(frame(phrase.touchEnd()), frames);
    }

    /** Of all, between the samples, linear. */
    double truePeak() {
        return Math.max(TruePeak.of(Arrays.copyOf(left, frames)), TruePeak.of(Arrays.copyOf(right, frames)));
    }

    /** Seconds from the last release until it stays 60 dB below the loudest 50 ms of the phrase. */
    double tail() {
        int end = frame(phrase.end()), length = frame(WINDOW_SECONDS);
        double loudest = 0;
        for (int at = 0; at + length <= end; at += length) {
            loudest = Math.max(loudest, energy(at, length));
        }
        int last = end;
        for (int at = end; at + length <= frames; at += length) {
            last = energy(at, length) > loudest * INAUDIBLE * INAUDIBLE ? at + length : last;
        }
        return (last - end) / rate;
    }

    private double energy(int at, int length) {
        double l = Waves.rms(Arrays.copyOfRange(left, at, at + length)), r = Waves.rms(Arrays.copyOfRange(right, at, at + length));
        return l * l + r * r;
    }

    private double peak(int from, int to) {
        return Math.max(Waves.peak(Arrays.copyOfRange(left, from, to)), Waves.peak(Arrays.copyOfRange(right, from, to)));
    }

    private int frame(double seconds) {
        return (int) Math.round(seconds * rate);
    }
}

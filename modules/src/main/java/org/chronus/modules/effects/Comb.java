package org.chronus.modules.effects;

import org.chronus.modules.Conversion;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.NoteSignal;
import org.chronus.modules.Output;
import org.chronus.modules.State;
import org.chronus.modules.Unit;

/**
 * Comb filter, tuned in pitch: a delay of one period, fed back through a low-pass, fed forward, or both, w = x + b low(w'), y = w + f w'
 * (K. Karplus and A. Strong, "Digital synthesis of plucked-string and drum timbres", 1983; D. Jaffe and J. O. Smith, "Extensions of the
 * Karplus-Strong plucked-string algorithm", 1983). The delay makes up for the phase that the low-pass turns. The input is lowered so that a
 * noise comes out as loud as it went in.
 */
public final class Comb extends Module {
    private static final float LOWEST_HERTZ = 16, DULLEST = 0.8f, INAUDIBLE = 1e-20f;
    private static final double HUNDRED_DECIBELS = Math.log(1e5);

    private final Input in = input("in");
    private final Input pitch = input("pitch").range(12, 136, Unit.NOTE).follows(NoteSignal.PITCH).as(Conversion.FREQUENCY)
            .means("note number, with fraction, that it rings at");
    private final Input tune = input("tune").range(-60, 60, Unit.SEMITONES).smoothed(0.005).as(Conversion.RATIO).means("added to the pitch");
    private final Input feedback = input("feedback").range(-0.995, 0.995, Unit.SHARE).normally(0.9).smoothed(0.02)
            .means("how long it rings; below 0 an octave lower, with odd harmonics");
    private final Input forward = input("forward").range(-1, 1, Unit.SHARE).smoothed(0.02)
            .means("level of the delayed copy: 1 has peaks at the harmonics, -1 notches");
    private final Input damping = input("damping").range(0, 1, Unit.SHARE).normally(0.2).held().means("how much faster the highs decay");
    private final Output out = output("out");
    private final State lowpass = state();
    private final float[] delays = new float[DelayLine.SCRATCH];
    private final float[] ringing = new float[DelayLine.SCRATCH];
    private DelayLine[] lines = {};
    private float slowest;

    @Override protected void activate() {
        lines = new DelayLine[width()];
        for (int lane = 0; lane < lines.length; lane++) {
            lines[lane] = new DelayLine(sampleRate() / LOWEST_HERTZ);
        }
        slowest = 1 / LOWEST_HERTZ;
    }

    @Override protected void reset(int lane) {
        if (lane < lines.length) {
            lines[lane].clear();
        }
    }

    /** [audio] At the lowest pitch and the strongest feedback as they are now. */
    @Override public double tail() {
        return slowest;
    }

    @Override public void generate(int start, int limit) {
        Mute.unheard(out, start, limit, width());
        slowest = 0;
        for (int lane = 0; lane < lines.length; lane++) {
            setDelays(lane, start, limit);
            for (int from = start, to; from < limit; from = to) {
                to = readable(from, limit);
                run(lane, from, to);
            }
            rememberForTail(lane, limit - 1);
        }
    }

    /** A period, less the phase delay of the low-pass: atan z / w with z = d sin w / (1 - d cos w). */
    private void setDelays(int lane, int start, int limit) {
        float d = damping.data[lane] * DULLEST, radians = (float) (2 * Math.PI) / sampleRate();
        for (int i = start; i < limit; i++) {
            float hertz = Math.max(pitch.data[i * pitch.step + lane] * tune.data[i * tune.step + lane], LOWEST_HERTZ);
            float w = hertz * radians, ww = w * w, z = d * (1 - ww * (1 / 6f)) / (1 - d + 0.5f * d * ww), zz = z * z * ww;
            delays[i] = Math.max(sampleRate() / hertz - z * (15 + 4 * zz) / (15 + 9 * zz), DelayLine.SHORTEST);
        }
    }

    /** The end of the frames that can be read before any of them is written. */
    private int readable(int start, int limit) {
        int to = start + 1;
        while (to < limit && delays[to] >= to - start + DelayLine.SHORTEST) {
            to++;
        }
        return to;
    }

    private void run(int lane, int start, int limit) {
        lines[lane].read(lines[lane].position(), delays, ringing, start, limit);
        float keep = damping.data[lane] * DULLEST, low = lowpass.data[lane];
        for (int i = start; i < limit; i++) {
            float back = feedback.data[i * feedback.step + lane], old = ringing[i];
            low = old + (low - old) * keep;
            low = Math.abs(low) < INAUDIBLE ? 0 : low;
            float w = in.data[i * in.step + lane] * (float) Math.sqrt(1 - back * back) + back * low;
            out.data[i * out.step + lane] = w + old * forward.data[i * forward.step + lane];
            ringing[i] = w;
        }
        lowpass.data[lane] = low;
        lines[lane].write(ringing, start, limit);
    }

    private void rememberForTail(int lane, int frame) {
        double strongest = Math.abs(feedback.data[frame * feedback.step + lane]), rounds = 2 + 2 * HUNDRED_DECIBELS / -Math.log(Math.max(strongest, 0.01));
        slowest = (float) Math.max(slowest, (delays[frame] / sampleRate() + 0.001) * rounds);
    }
}

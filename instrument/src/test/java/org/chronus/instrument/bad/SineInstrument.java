package org.chronus.instrument.bad;

import org.chronus.modules.Input;
import org.chronus.modules.Instrument;
import org.chronus.modules.Output;

/** An instrument of sines, one for each key of each channel, which fades in 10 ms after it was let go. A program is so many semitones. */
public final class SineInstrument extends Instrument {
    private static final int KEYS = 128, CHANNELS = 16;

    private final Input level = input("level").range(0, 1).normally(0.25).held();
    private final Output out = output("out");
    private final double[] phases = new double[CHANNELS * KEYS];
    private final float[] pitches = new float[CHANNELS * KEYS];
    private final float[] gains = new float[CHANNELS * KEYS];
    private final int[] begins = new int[CHANNELS * KEYS];
    private final int[] ends = new int[CHANNELS * KEYS];
    private final float[] bends = new float[CHANNELS];
    private final int[] programs = new int[CHANNELS];
    private float tremble;

    @Override public void noteOn(int frame, int channel, int key, float pitch, float velocity) {
        int note = channel * KEYS + key;
        pitches[note] = pitch + programs[channel];
        gains[note] = velocity;
        phases[note] = 0;
        begins[note] = frame;
        ends[note] = Integer.MAX_VALUE;
    }

    @Override public void noteOff(int frame, int channel, int key, float velocity) {
        ends[channel * KEYS + key] = frame;
    }

    @Override public void soundOff(int frame, int channel) {
        for (int key = 0; key < KEYS; key++) {
            ends[channel * KEYS + key] = Math.min(ends[channel * KEYS + key], frame);
        }
    }

    @Override public void program(int frame, int channel, int bank, int program) {
        programs[channel] = program;
    }

    @Override public void pitchBend(int channel, float semitones) {
        bends[channel] = semitones;
    }

    @Override public void controller(int channel, int number, float position) {
        tremble = number == 1 ? position : tremble;
    }

    @Override protected void renew() {
        java.util.Arrays.fill(gains, 0);
        java.util.Arrays.fill(bends, 0);
        java.util.Arrays.fill(programs, 0);
        tremble = 0;
    }

    @Override public void generate(int start, int limit) {
        for (int i = start; i < limit; i++) {
            float sum = 0;
            for (int note = 0; note < gains.length; note++) {
                if (gains[note] > 0 && i >= begins[note]) {
                    sum += gains[note] * (float) Math.sin(2 * Math.PI * phases[note]);
                    phases[note] += 440 * Math.pow(2, (pitches[note] + bends[note / KEYS] - 69) / 12) / sampleRate();
                    gains[note] = i >= ends[note] ? Math.max(0, gains[note] - 1f / 480) : gains[note];
                }
            }
            out.data[i * LANES] = sum * level.data[0] * (1 - tremble);
            out.data[i * LANES + 1] = sum * level.data[0] * (1 - tremble);
        }
        if (limit == BLOCK) {
            for (int note = 0; note < gains.length; note++) {
                begins[note] = Math.min(begins[note], 0);
                ends[note] = ends[note] == Integer.MAX_VALUE ? ends[note] : 0;
            }
        }
    }
}

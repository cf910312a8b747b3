package org.chronus.hosting.jsyn;

import java.util.Arrays;

import org.chronus.hosting.jsyn.PortShape.Kind;
import org.chronus.modules.Input;
import org.chronus.modules.Instrument;
import org.chronus.modules.Output;

/**
 * An instrument of JSyn's voices, set to one of their presets. JSyn's own notes go through its queue; here the ports that they would set
 * are written: the frequency, the amplitude, and the gates of the envelopes. The other ports are those of the instrument.
 *
 * <p>16 voices; one that is needed for another note is the one that was let go first, else the oldest. A voice that is silent after its key
 * came up costs nothing. Bends reach two semitones. Threads: as any instrument.
 */
final class VoiceInstrument extends Instrument {
    private static final int VOICES = 16;
    private static final float SILENCE = 1e-5f;
    private static final int SILENT_BLOCKS = 32;
    private static final double FADE = 0.003;
    private static final float BEND = 2;

    private final UnitShape shape;
    private final VoiceBank[] banks = new VoiceBank[Math.ceilDiv(VOICES, LANES)];
    private final Output out = output("out");
    private final VoiceKeys keys = new VoiceKeys(banks.length * LANES);
    private final float[] bends = new float[16];
    private float[] left = {};
    private float[] right = {};
    private int position;

    VoiceInstrument(JSynApi api, UnitShape shape) {
        this.shape = shape;
        for (int i = 0; i < banks.length; i++) {
            banks[i] = new VoiceBank(new JSynModule(api, shape));
        }
        for (PortShape port : shape.inputs()) {
            if (port.kind() == Kind.SIGNAL && !port.symbol().equals("amplitude")) {
                Input own = input(port.symbol());
                JSynModule.declare(own, port);
                for (VoiceBank bank : banks) {
                    bank.follow(port.symbol(), own);
                }
            }
        }
    }

    @Override public int latency() {
        return banks[0].latency();
    }

    @Override public double tail() {
        return Double.POSITIVE_INFINITY;
    }

    @Override protected void activate() {
        for (VoiceBank bank : banks) {
            bank.prepare(sampleRate());
        }
        left = new float[BLOCK];
        right = new float[BLOCK];
    }

    @Override protected void release() {
        for (VoiceBank bank : banks) {
            bank.close();
        }
    }

    @Override protected void reset(int lane) {
        if (lane == 0) {
            keys.clear();
            Arrays.fill(bends, 0);
            position = 0;
            for (VoiceBank bank : banks) {
                bank.clear();
            }
        }
    }

    @Override public void noteOn(int frame, int channel, int key, float pitch, float velocity) {
        int voice = keys.press(channel, key, pitch);
        banks[voice / LANES].start(voice % LANES, frame, hertz(pitch + bends[channel]), velocity, keys.presses());
    }

    @Override public void noteOff(int frame, int channel, int key, float velocity) {
        int voice = keys.release(channel, key);
        if (voice >= 0) {
            banks[voice / LANES].release(voice % LANES, frame);
        }
    }

    @Override public void soundOff(int frame, int channel) {
        for (int voice = 0; voice < keys.voices(); voice++) {
            if (keys.channel(voice) == channel) {
                keys.release(channel, keys.key(voice));
                banks[voice / LANES].fade(voice % LANES, frame, (float) (1 / (FADE * sampleRate())));
            }
        }
    }

    @Override public void pitchBend(int channel, float amount) {
        bends[channel] = BEND * amount;
        for (int voice = 0; voice < keys.voices(); voice++) {
            if (keys.channel(voice) == channel) {
                banks[voice / LANES].tune(voice % LANES, position, hertz(keys.pitch(voice) + bends[channel]));
            }
        }
    }

    private static float hertz(float pitch) {
        return (float) (440 * Math.pow(2, (pitch - 69) / 12));
    }

    @Override public void generate(int start, int limit) {
        Arrays.fill(left, start, limit, 0);
        Arrays.fill(right, start, limit, 0);
        for (int i = 0; i < banks.length; i++) {
            banks[i].generate(left, right, start, limit);
            if (limit == BLOCK) {
                banks[i].end(SILENCE, SILENT_BLOCKS, keys, i * LANES);
            }
        }
        for (int i = start; i < limit; i++) {
            Arrays.fill(out.data, i * out.step, i * out.step + LANES, 0f);
            out.data[i * out.step] = left[i];
            out.data[i * out.step + 1] = right[i];
        }
        position = limit % BLOCK;
    }

    @Override public String toString() {
        return shape.type().getSimpleName() + ", preset " + shape.preset();
    }
}

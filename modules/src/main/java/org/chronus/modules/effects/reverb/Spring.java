package org.chronus.modules.effects.reverb;

import java.util.Arrays;

import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.State;
import org.chronus.modules.Unit;
import org.chronus.modules.effects.DelayLine;
import org.chronus.modules.effects.Mute;

/**
 * Spring reverb: echoes that run to and fro along a spring and come back as chirps, dull above 4 kHz (V. Valimaki, J. Parker and J. Abel,
 * "Parametric spring reverberation effect", 2010). In a mix each side has a spring of its own, the right one a little longer.
 */
public final class Spring extends Module {
    private static final double LONGEST = 0.1, INAUDIBLE = 2 * 100 / 60.0;
    private static final float RIGHT = 1.137f;
    private static final double MINUS_60_DECIBELS = -3 * Math.log(10);
    /** Seconds that a round takes in the chain of all-passes, in the middle of its range. */
    private static final double CHIRP_SECONDS = 0.004;
    private static final double GLIDE_SECONDS = 0.1;

    private final Input in = input("in");
    private final Input time = input("time").range(0.2, 8, Unit.SECONDS).normally(2).logarithmic().held()
            .means("until it has decayed by 60 dB");
    private final Input delay = input("delay").range(0.015, LONGEST, Unit.SECONDS).normally(0.042).logarithmic().held()
            .means("from echo to echo: how long the spring is");
    private final Input lowcut = input("lowcut").range(20, 1_000, Unit.HERTZ).normally(120).logarithmic().held()
            .means("high-pass before the spring");
    private final Input mix = input("mix").range(0, 1, Unit.SHARE).normally(0.2).smoothed(0.02).means("0 dry, 1 the spring alone");
    private final Output out = output("out");
    private final State bass = state();
    private final float[] wave = new float[BLOCK * LANES];
    private final float[] delays = new float[DelayLine.SCRATCH];
    private final float[] echo = new float[DelayLine.SCRATCH];
    private final float[] lastTime = new float[LANES];
    private final float[] lastDelay = new float[LANES];
    private final float[] kept = new float[LANES];
    private final float[] level = new float[LANES];
    private final float[] length = new float[LANES];
    private final float[] nowKept = new float[LANES];
    private final float[] nowLevel = new float[LANES];
    private DelayLine[] lines = {};
    private Chirp chirp;
    private float glide;

    @Override protected void activate() {
        lines = new DelayLine[width()];
        Arrays.setAll(lines, _ -> new DelayLine(LONGEST * RIGHT * sampleRate()));
        chirp = new Chirp(sampleRate());
        glide = (float) -StrictMath.expm1(-1 / (GLIDE_SECONDS * sampleRate()));
    }

    @Override protected void reset(int lane) {
        chirp.clear(lane);
        lastTime[lane] = 0;
        length[lane] = 0;
        if (lane < lines.length) {
            lines[lane].clear();
        }
    }

    /** [audio] With the time as it is now; near the corner a round takes longer. */
    @Override public double tail() {
        float longest = 0;
        for (int lane = 0; lane < width(); lane++) {
            longest = Math.max(longest, time.data[lane]);
        }
        return 2 * (LONGEST + Chirp.longest()) + longest * INAUDIBLE;
    }

    @Override public void generate(int start, int limit) {
        Mute.unheard(out, start, limit, width());
        if (start == 0) {
            chirp.flush();
        }
        for (int lane = 0; lane < lines.length; lane++) {
            shape(lane);
            leave(lane, start, limit);
        }
        chirp.process(wave, start, limit);
        for (int lane = 0; lane < lines.length; lane++) {
            enter(lane, start, limit);
        }
    }

    /** What is left of each round, and the level at which a steady noise comes out as loud as it went in. It begins at once, and glides later. */
    private void shape(int lane) {
        if (time.data[lane] != lastTime[lane] || delay.data[lane] != lastDelay[lane]) {
            lastTime[lane] = time.data[lane];
            lastDelay[lane] = delay.data[lane];
            kept[lane] = (float) -StrictMath.exp(MINUS_60_DECIBELS * (lastDelay[lane] + CHIRP_SECONDS) / lastTime[lane]);
            level[lane] = (float) Math.sqrt(1 - kept[lane] * kept[lane]);
        }
        if (length[lane] == 0) {
            length[lane] = length(lane);
            nowKept[lane] = kept[lane];
            nowLevel[lane] = level[lane];
        }
    }

    private float length(int lane) {
        return lastDelay[lane] * sampleRate() * (lane == 1 && width() == 2 ? RIGHT : 1);
    }

    /** What arrives at the spring's end. It is longer than a block. */
    private void leave(int lane, int start, int limit) {
        float target = length(lane), now = length[lane];
        for (int i = start; i < limit; i++) {
            now += (target - now) * glide;
            delays[i] = now;
        }
        length[lane] = now;
        lines[lane].read(lines[lane].position(), delays, echo, start, limit);
        for (int i = start; i < limit; i++) {
            wave[i * LANES + lane] = echo[i];
        }
    }

    private void enter(int lane, int start, int limit) {
        float cut = (float) (2 * Math.PI) * lowcut.data[lane] / sampleRate(), share = cut / (1 + cut), low = bass.data[lane];
        float returns = nowKept[lane], gain = nowLevel[lane];
        for (int i = start; i < limit; i++) {
            float x = in.data[i * in.step + lane], end = wave[i * LANES + lane];
            low += (x - low) * share;
            returns += (kept[lane] - returns) * glide;
            gain += (level[lane] - gain) * glide;
            echo[i] = x - low + end * returns;
            out.data[i * out.step + lane] = x + (end * gain - x) * mix.data[i * mix.step + lane];
        }
        bass.data[lane] = low;
        nowKept[lane] = returns;
        nowLevel[lane] = gain;
        lines[lane].write(echo, start, limit);
    }
}

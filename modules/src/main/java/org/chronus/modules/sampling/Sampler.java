package org.chronus.modules.sampling;

import java.util.List;

import jdk.incubator.vector.FloatVector;
import org.chronus.modules.Conversion;
import org.chronus.modules.Input;
import org.chronus.modules.NoteSignal;
import org.chronus.modules.Output;
import org.chronus.modules.State;
import org.chronus.modules.TextSetting;
import org.chronus.modules.Unit;
import org.chronus.modules.physical.KeyedModule;

/**
 * Plays recordings: a WAV or FLAC file at all keys, or what a map in the SFZ format has for each: layers by velocity, takes in turn, loops,
 * and samples for the key that comes up. Without a file it is a sine, so that a preset can be made before its samples are.
 */
public final class Sampler extends KeyedModule {
    private static final float FLOOR = 0.05f, QUICK = 0.0015f;
    private static final double LOG_1000 = StrictMath.log(1000), LOG_2 = StrictMath.log(2);

    private final Input pitch = input("pitch").range(-24, 136, Unit.NOTE).follows(NoteSignal.PITCH).as(Conversion.FREQUENCY)
            .means("note number: chooses the samples when the gate rises, and bends them from then on");
    private final Input tune = input("tune").range(-60, 60, Unit.SEMITONES).smoothed(0.005).as(Conversion.RATIO).means("added to the pitch");
    private final Input velocity = input("velocity").range(0, 1, Unit.SHARE).normally(0.8).follows(NoteSignal.VELOCITY).held()
            .means("chooses the layer, by its square root, and how loud it is");
    private final Input root = input("root").range(0, 127, Unit.NOTE).normally(60).held()
            .means("the key of a file that does not say its own");
    private final Input start = input("start").range(0, 0.99, Unit.SHARE).held().means("where a sample begins, as a share of its length");
    private final Input release = input("release").range(0.005, 60, Unit.SECONDS).normally(0.3).logarithmic().held()
            .means("to -60 dB once the key is up");
    private final TextSetting file = text("file").file(SampleMap::check).means("a WAV or FLAC file, or a map of them in the SFZ format");
    private final Output left = output("left");
    private final Output right = output("right");
    private final State level = state();
    private final State after = state();
    private final SampleReader main = new SampleReader(), released = new SampleReader();
    private final Region[] playing = new Region[LANES];
    private final float[] falls = new float[LANES], ending = new float[LANES], faded = new float[LANES], seen = new float[LANES];
    private final float[] hertz = new float[BLOCK * LANES], first = new float[BLOCK * LANES], second = new float[BLOCK * LANES];
    private SampleLibrary library;
    private Region[] regions = {};
    private float quick;

    @Override protected void activate() {
        library = resources().get(SampleLibrary.class, SampleLibrary::new);
        List<Region> all = file.value().map(name -> library.load(name, -1)).orElseGet(library::sine);
        regions = all.toArray(Region[]::new);
        quick = (float) StrictMath.exp(-1 / (QUICK * sampleRate()));
    }

    @Override protected void renew() {
        library.clear();
    }

    @Override protected void reset(int lane) {
        main.stop(lane);
        released.stop(lane);
        playing[lane] = null;
        seen[lane] = -1;
        faded[lane] = 1;
        falls[lane] = 1;
        ending[lane] = 1;
    }

    @Override protected void prepare() {
        for (int lane = 0; lane < LANES; lane++) {
            if (seen[lane] != release.data[lane]) {
                seen[lane] = release.data[lane];
                faded[lane] = (float) StrictMath.exp(-LOG_1000 / (release.data[lane] * sampleRate()));
                falls[lane] = falls[lane] < 1 ? faded[lane] : 1;
            }
        }
    }

    @Override protected void turn(int lane, int at, boolean down) {
        float sounding = pitch.data[at * pitch.step + lane], gain = FLOOR + (1 - FLOOR) * velocity.data[lane];
        int key = (int) Math.clamp(Math.round(69 + 12 * StrictMath.log(Math.max(sounding, 1) / 440) / LOG_2), 0L, 127L);
        int hard = (int) (127 * Math.sqrt(Math.clamp(velocity.data[lane], 0f, 1f)) + 0.5);
        Region region = find(key, hard, down ? library.count(key) : 0, !down);
        if (down) {
            released.take(lane, main);
            after.data[lane] = level.data[lane];
            ending[lane] = quick;
            playing[lane] = region;
            play(main, region, level, gain, lane);
        } else if (region != null) {
            play(released, region, after, gain, lane);
            ending[lane] = 1;
        }
        falls[lane] = down || playing[lane] != null && playing[lane].toItsEnd() ? 1 : faded[lane];
    }

    private void play(SampleReader reader, Region region, State gains, float gain, int lane) {
        if (region != null) {
            float key = region.root() < 0 ? root.data[lane] : region.root();
            reader.start(lane, region.sample(), 440 * StrictMath.exp((key - 69) * LOG_2 / 12), start.data[lane], sampleRate());
            gains.data[lane] = gain * region.gain();
        }
    }

    @Override protected void play(int from, int to) {
        float[] f = pitch.data, r = tune.data, l = left.data, m = right.data;
        int df = pitch.step, dr = tune.step, dl = left.step, dm = right.step;
        for (int i = from; i < to; i++) {
            FloatVector.fromArray(LANE, f, i * df).mul(FloatVector.fromArray(LANE, r, i * dr)).intoArray(hertz, i * LANES);
            FloatVector.zero(LANE).intoArray(first, i * LANES);
            FloatVector.zero(LANE).intoArray(second, i * LANES);
        }
        if (!main.isSilent()) {
            main.add(hertz, level.data, falls, first, second, from, to);
        }
        if (!released.isSilent()) {
            released.add(hertz, after.data, ending, first, second, from, to);
        }
        for (int i = from; i < to; i++) {
            FloatVector.fromArray(LANE, first, i * LANES).intoArray(l, i * dl);
            FloatVector.fromArray(LANE, second, i * LANES).intoArray(m, i * dm);
        }
    }

    private Region find(int key, int hard, int note, boolean atRelease) {
        for (Region region : regions) {
            if (region.fits(key, hard, note, atRelease)) {
                return region;
            }
        }
        return null;
    }
}

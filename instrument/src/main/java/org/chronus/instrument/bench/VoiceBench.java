package org.chronus.instrument.bench;

import static org.chronus.modules.Module.BLOCK;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

import org.chronus.modules.Module;
import org.chronus.modules.patch.Part;
import org.chronus.modules.patch.Patch;
import org.chronus.modules.patch.plan.PatchPlan;
import org.chronus.modules.patch.plan.PatchPlan.PartPlan;
import org.chronus.modules.patch.plan.PatchPlan.Restrike;
import org.chronus.modules.patch.plan.PatchPlan.VoiceMode;
import org.chronus.modules.patch.plan.PatchPlan.VoicesPlan;
import org.chronus.presets.preset.Preset;

/**
 * Sixty-four voices of a preset in blocks of 64 frames at 48 kHz, every voice struck twice a second and held for 0.35 s, so that all
 * of them sound all the time. First for throughput, then block by block beside a thread that builds fifty patches a second, as many as
 * can be swapped in.
 */
public final class VoiceBench {
    private static final int VOICES = 64, RATE = 48_000, PERIOD = 375, HELD = 262, RUN = 3_750, BUILDS_PER_SECOND = 50;

    /**
     * What came out.
     *
     * @param voicesPerCore      at 48 kHz, from the median run
     * @param nanosPerVoiceFrame likewise
     * @param medianMicros       time of one block of 64 voices
     * @param p999Micros         99.9 % of the blocks took less
     */
    public record Result(String preset, int voicesPerCore, double nanosPerVoiceFrame, int lanes, double medianMicros, double p999Micros) { }

    private final Preset preset;
    private final PatchPlan plan;
    private final Patch patch;
    private long block;
    private int notes;

    /** Takes the preset with 64 voices in each part. */
    public VoiceBench(Preset preset) {
        this.preset = preset;
        plan = new PatchPlan(preset.plan().parts().stream().map(VoiceBench::widened).toList(), preset.plan().mix(), preset.plan().level(),
                preset.plan().tempo());
        patch = new Patch(plan, RATE);
    }

    private static PartPlan widened(PartPlan part) {
        VoicesPlan voices = new VoicesPlan(VoiceMode.POLY, VOICES, Restrike.NEW, 0, part.voices().priority(), part.voices().bendUp(),
                part.voices().bendDown());
        return new PartPlan(part.id(), voices, part.keys(), part.channel(), part.transpose(), part.level(), part.pedals(), part.graph(),
                part.instrument(), part.controllers(), part.notePlayers());
    }

    /** Measures for about so many seconds, after warming up. On the calling thread. */
    public Result run(double seconds) throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            measure();
        }
        int runs = Math.max(5, (int) (seconds / 2 / measure() * 1e9 / ((double) RUN * BLOCK * VOICES)));
        double[] nanos = new double[Math.min(runs, 1_000)];
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] = measure();
        }
        Arrays.sort(nanos);
        double median = nanos[nanos.length / 2];
        long[] times = blockTimes(seconds / 2);
        return new Result(preset.name(), (int) (1e9 / RATE / median), median, Module.LANES, times[times.length / 2] / 1e3,
                times[(int) (times.length * 0.999)] / 1e3);
    }

    private double measure() {
        long begin = System.nanoTime();
        for (int i = 0; i < RUN; i++) {
            play();
        }
        return (System.nanoTime() - begin) / ((double) RUN * BLOCK * VOICES);
    }

    /** Paced by the clock, as a device would; sorted. */
    private long[] blockTimes(double seconds) throws InterruptedException {
        Thread builder = Thread.ofPlatform().name("builder").daemon().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                new Patch(plan, RATE);
                LockSupport.parkNanos(1_000_000_000L / BUILDS_PER_SECOND);
            }
        });
        long[] times = new long[(int) (seconds * RATE / BLOCK)];
        long next = System.nanoTime();
        for (int i = 0; i < times.length; i++) {
            while (System.nanoTime() < next) {
                Thread.onSpinWait();
            }
            long begin = System.nanoTime();
            play();
            times[i] = System.nanoTime() - begin;
            next = begin + BLOCK * 1_000_000_000L / RATE;
        }
        builder.interrupt();
        builder.join();
        Arrays.sort(times);
        return times;
    }

    /** One block of all voices. */
    void play() {
        patch.maintain();
        patch.begin(0, BLOCK);
        for (int p = 0; p < patch.parts().size(); p++) {
            Part part = patch.parts().get(p);
            for (int voice = 0; voice < VOICES; voice++) {
                int phase = (int) ((block + voice * 11) % PERIOD);
                float key = 36 + voice * 7 % 48;
                if (phase == 0) {
                    part.voice(voice).start(0, key, key, 0, 1, ++notes, !part.voice(voice).isPlaying());
                } else if (phase == HELD) {
                    part.voice(voice).release(0, 0.5f);
                }
            }
        }
        patch.finish(0, BLOCK);
        block++;
    }
}

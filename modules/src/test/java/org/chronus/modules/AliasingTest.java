package org.chronus.modules;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

import org.chronus.modules.effects.Drive;
import org.chronus.modules.effects.Tube;
import org.chronus.modules.effects.WaveFolder;
import org.chronus.modules.filters.DiodeFilter;
import org.chronus.modules.filters.LadderFilter;
import org.chronus.modules.oscillators.AdditiveOscillator;
import org.chronus.modules.oscillators.Operator;
import org.chronus.modules.oscillators.PulseOscillator;
import org.chronus.modules.oscillators.SawOscillator;
import org.chronus.modules.oscillators.SyncOscillator;
import org.chronus.modules.oscillators.TriangleOscillator;
import org.chronus.modules.oscillators.WavetableOscillator;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Spectrum;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;

/** What makes partials, and how loud the loudest of those is that should not be there: below 15 kHz, against full scale. Prints a table. */
class AliasingTest {
    private static final int RATE = 48_000, FRAMES = 2 * RATE;
    /** No whole numbers of frames, so that aliases fall beside partials. */
    private static final double[] TONES = {440.37, 1_760.37, 5_000.37};

    /** A sound at a frequency, and the most that it may have. */
    private record Source(String name, DoubleFunction<float[]> render, double most) {
        double alias(double hertz) {
            Spectrum spectrum = Spectrum.of(render.apply(hertz), RATE);
            return spectrum.loudestAlias(hertz, 15_000) + Waves.decibels(spectrum.amplitudeNear(hertz));
        }
    }

    private static double pitch(double hertz) {
        return 69 + 12 * Math.log(hertz / 440) / Math.log(2);
    }

    private static Rig tone(Module module, double hertz) {
        return Rig.of(module).set("pitch", pitch(hertz));
    }

    /** Driven by a sine at half of full scale. */
    private static Rig driven(Module module, double hertz) {
        return Rig.of(module).set("in", Waves.sine(hertz, 0.5, FRAMES, RATE));
    }

    private static float[] modulated(double hertz, double cycles) {
        float[] by = tone(new Operator(), hertz).set("gate", 1).set("level", cycles).render("modulation", 0, FRAMES);
        return tone(new Operator(), hertz).set("gate", 1).set("phase", by).render(FRAMES);
    }

    private static final List<Source> SOURCES = List.of(
            new Source("saw", hertz -> tone(new SawOscillator(), hertz).render(FRAMES), -90),
            new Source("pulse, width 0.3", hertz -> tone(new PulseOscillator(), hertz).set("width", 0.3).render(FRAMES), -90),
            new Source("triangle", hertz -> tone(new TriangleOscillator(), hertz).render(FRAMES), -90),
            new Source("sync, 1.5 times", hertz -> tone(new SyncOscillator(), hertz).set("slave", 7.02).render(FRAMES), -90),
            new Source("wavetable", hertz -> tone(new WavetableOscillator(), hertz).render(FRAMES), -90),
            new Source("additive, 64 partials", hertz -> tone(new AdditiveOscillator(), hertz).set("partials", 64).render(FRAMES), -100),
            new Source("operator, 0.5 cycles by another", hertz -> modulated(hertz, 0.5), -90),
            new Source("operator, 1.5 cycles by another", hertz -> modulated(hertz, 1.5), -60),
            new Source("drive 8", hertz -> driven(new Drive(), hertz).set("drive", 8).render(FRAMES), -75),
            new Source("tube, drive 8", hertz -> driven(new Tube(), hertz).set("drive", 8).render(FRAMES), -60),
            new Source("folder, fold 4", hertz -> driven(new WaveFolder(), hertz).set("fold", 4).render(FRAMES), -60),
            new Source("ladder, drive 8", hertz -> driven(new LadderFilter(), hertz).set("drive", 8).set("cutoff", 18_000).render(FRAMES), -60),
            new Source("diode, drive 8", hertz -> driven(new DiodeFilter(), hertz).set("drive", 8).set("cutoff", 18_000).render(FRAMES), -58));

    @Test void nothingThatMakesPartialsHasLoudAliases() {
        List<Runnable> facts = new ArrayList<>();
        System.out.println("aliases in dBFS below 15 kHz at              440 Hz    1,760 Hz   5,000 Hz");
        for (Source source : SOURCES) {
            StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-40s", source.name));
            for (double hertz : TONES) {
                double alias = source.alias(hertz);
                row.append(String.format(Locale.ROOT, "%11.1f", alias));
                facts.add(() -> assertTrue(alias <= source.most, source.name + " at " + hertz + " Hz: " + alias + " dB"));
            }
            System.out.println(row);
        }
        assertAll(facts.stream().map(fact -> fact::run));
    }
}

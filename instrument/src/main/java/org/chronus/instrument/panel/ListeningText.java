package org.chronus.instrument.panel;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.chronus.instrument.listening.SoundView;

/** Views of the sound as the pages have them: short, and silence is null. Stateless; any thread. */
final class ListeningText {
    /** What is softer, in dB, is silence. */
    private static final double SOFTEST = -120;

    private ListeningText() { }

    /**
     * A view as an object for JSON, with the moment in milliseconds. The right side of the wave is missing where it is like the left.
     *
     * @param output which is heard; empty for the sound of the instrument
     * @param patch  the number of the patch that plays
     */
    static Map<String, Object> of(String output, long patch, SoundView view, double a4, long nanos) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("at", nanos / 1_000_000);
        text.put("output", output);
        text.put("patch", patch);
        Map<String, Object> wave = new LinkedHashMap<>();
        wave.put("millis", view.wave().millis());
        wave.put("scale", view.wave().scale());
        wave.put("left", view.wave().left());
        if (!Arrays.equals(view.wave().left(), view.wave().right())) {
            wave.put("right", view.wave().right());
        }
        text.put("wave", wave);
        text.put("spectrum", view.spectrum());
        text.put("a4", a4);
        view.pitch().ifPresent(pitch -> text.put("pitch", Map.of("hertz", rounded(pitch.hertz(), 100), "note", pitch.note(), "cents",
                rounded(pitch.cents(), 10))));
        SoundView.Levels levels = view.levels();
        Map<String, Object> meters = new LinkedHashMap<>();
        meters.put("left", level(levels.leftPeak()));
        meters.put("right", level(levels.rightPeak()));
        meters.put("rms", level(levels.rms()));
        meters.put("truePeak", level(levels.truePeak()));
        meters.put("momentary", level(levels.momentary()));
        meters.put("shortTerm", level(levels.shortTerm()));
        meters.put("integrated", level(levels.integrated()));
        text.put("levels", meters);
        return text;
    }

    private static Double level(double value) {
        return value >= SOFTEST ? rounded(value, 10) : null;
    }

    private static double rounded(double value, int parts) {
        return (double) Math.round(value * parts) / parts;
    }
}

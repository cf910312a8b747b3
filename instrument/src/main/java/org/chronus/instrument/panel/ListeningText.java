package org.chronus.instrument.panel;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.chronus.instrument.listening.SoundView;

/** Views of the sound as the pages have them: short, and silence is null. Stateless; any thread. */
final class ListeningText {
    private ListeningText() { }

    /** A view as an object for JSON, with the moment in milliseconds. The right side of the wave is missing where it is like the left. */
    static Map<String, Object> of(SoundView view, long nanos) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("at", nanos / 1_000_000);
        Map<String, Object> wave = new LinkedHashMap<>();
        wave.put("millis", view.wave().millis());
        wave.put("scale", view.wave().scale());
        wave.put("left", view.wave().left());
        if (!Arrays.equals(view.wave().left(), view.wave().right())) {
            wave.put("right", view.wave().right());
        }
        text.put("wave", wave);
        text.put("spectrum", view.spectrum());
        view.pitch().ifPresent(pitch -> text.put("pitch", Map.of("hertz", rounded(pitch.hertz(), 100), "note", pitch.note(), "cents",
                rounded(pitch.cents(), 10))));
        SoundView.Levels levels = view.levels();
        Map<String, Object> meters = new LinkedHashMap<>();
        meters.put("left", rounded(levels.leftPeak(), 10));
        meters.put("right", rounded(levels.rightPeak(), 10));
        meters.put("rms", rounded(levels.rms(), 10));
        meters.put("truePeak", rounded(levels.truePeak(), 10));
        meters.put("momentary", rounded(levels.momentary(), 10));
        meters.put("shortTerm", rounded(levels.shortTerm(), 10));
        meters.put("integrated", rounded(levels.integrated(), 10));
        text.put("levels", meters);
        return text;
    }

    private static Double rounded(double value, int parts) {
        return Double.isInfinite(value) || Double.isNaN(value) ? null : (double) Math.round(value * parts) / parts;
    }
}

package org.chronus.modules.sampling;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the samplers of a patch share: each map is read once, and each key's takes come in turn. Filled by the loader; then the audio thread's. */
final class SampleLibrary implements AutoCloseable {
    private static final int SINE = 1_024, KEYS = 128;

    private final Map<String, List<Region>> maps = new HashMap<>();
    private final int[] notes = new int[KEYS];

    /** [loader] A map's regions. Throws an exception with one line that says what is wrong. */
    List<Region> load(String file, float root) {
        return maps.computeIfAbsent(file, _ -> {
            try {
                return SampleMap.read(Path.of(file), root);
            } catch (IOException e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
        });
    }

    /** [loader] A sine at C4, which is heard while a preset has no samples yet. */
    List<Region> sine() {
        return maps.computeIfAbsent("", _ -> {
            float[] wave = new float[SINE];
            for (int i = 0; i < SINE; i++) {
                wave[i] = (float) (0.25 * StrictMath.sin(2 * Math.PI * i / 128));
            }
            return List.of(Region.of(Sample.of(wave, wave, (float) (128 * 440 * StrictMath.pow(2, -9 / 12.0)), -1, 0, SINE), -1));
        });
    }

    /** The so manieth note on this key; from 0. */
    int count(int key) {
        return notes[key]++;
    }

    /** Nothing has been played. */
    void clear() {
        Arrays.fill(notes, 0);
    }

    @Override public void close() {
        maps.clear();
    }
}

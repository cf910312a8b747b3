package org.chronus.presets.tuning;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import org.chronus.presets.text.Problem;
import org.chronus.presets.text.Problems;
import org.chronus.presets.text.ReadResult;
import org.chronus.presets.text.TextPosition;

/**
 * The pitch of every MIDI key: twelve equal steps, or what Scala files (.scl and .kbm) say. Immutable; any thread. Two are equal if they
 * came from the same files and give the same pitches.
 */
public final class Tuning {
    private static final int KEYS = 128, LARGEST = 1 << 20;
    private static final double A4_HERTZ = 440, LOWEST = -60, HIGHEST = 195;

    private static final String SILENT = "no key plays anything", SILENT_CURE = "give a degree in the place of an x";

    private final float[] pitches = new float[KEYS];

    private final List<Path> files;

    private Tuning(Scale scale, KeyMap map, List<Path> files) {
        this.files = files;
        double reference = map.referenceCents(scale);
        double known = 69 + 12 * Math.log(map.hertz() / A4_HERTZ) / Math.log(2);
        for (int key = 0; key < KEYS; key++) {
            double pitch = known + (map.cents(key, scale) - reference) / 100;
            boolean sounds = key >= map.first() && key <= map.last() && pitch >= LOWEST && pitch <= HIGHEST;
            pitches[key] = sounds ? (float) pitch : Float.NaN;
        }
    }

    private Tuning(float[] pitches) {
        files = List.of();
        System.arraycopy(pitches, 0, this.pitches, 0, KEYS);
    }

    /** These pitches, one for each of the 128 keys, as {@link #pitch} has them. */
    public static Tuning of(float[] pitches) {
        return new Tuning(pitches);
    }

    /** Twelve equal steps, A4 at 440 Hz. */
    public static Tuning equal() {
        return new Tuning(Scale.TWELVE_EQUAL, KeyMap.NORMAL, List.of());
    }

    /** Reads a scale, or null for equal semitones; and a keyboard map, or null: then degree 0 is C4 and A4's key has 440 Hz. */
    public static ReadResult<Tuning> read(Path scl, Path kbm) {
        ReadResult<Scale> scale = scl == null ? ReadResult.of(Scale.TWELVE_EQUAL) : read(scl, Scale::read);
        ReadResult<KeyMap> map = kbm == null ? ReadResult.of(KeyMap.NORMAL) : read(kbm, KeyMap::read);
        List<Problem> problems = new ArrayList<>(scale.problems());
        problems.addAll(map.problems());
        if (scale.found().isEmpty() || map.found().isEmpty()) {
            return new ReadResult<>(null, problems);
        }
        if (map.value().isAllSilent()) {
            return ReadResult.refused(kbm.toString(), SILENT, SILENT_CURE);
        }
        if (map.value().isReferenceSilent()) {
            Problems said = new Problems(kbm.toString(), "");
            said.warning(TextPosition.WHOLE_FILE, "the key of the frequency plays nothing, its pitch is taken between its neighbours'",
                    "give the frequency of a key that plays");
            problems.addAll(said.list());
        }
        return new ReadResult<>(new Tuning(scale.value(), map.value(), Stream.of(scl, kbm).filter(Objects::nonNull).toList()), problems);
    }

    /** What is wrong with a scale, or with a keyboard map, that is in no file yet. */
    public static List<Problem> check(String name, boolean isMap, byte[] content) {
        String text = ScalaText.decode(content);
        Problems problems = new Problems(name, text);
        if (!isMap) {
            Scale.read(text, problems);
        } else if (KeyMap.read(text, problems) instanceof KeyMap map && map.isAllSilent()) {
            problems.error(TextPosition.WHOLE_FILE, SILENT, SILENT_CURE);
        }
        return problems.list();
    }

    private static <T> ReadResult<T> read(Path file, BiFunction<String, Problems, T> reader) {
        ReadResult<String> text = text(file);
        if (text.found().isEmpty()) {
            return text.withoutValue();
        }
        Problems problems = new Problems(file.toString(), text.value());
        T value = reader.apply(text.value(), problems);
        return new ReadResult<>(value, problems.list());
    }

    private static ReadResult<String> text(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            return bytes.length > LARGEST ? ReadResult.refused(file.toString(), "it is larger than 1 MiB", "is this the right file?")
                    : ReadResult.of(ScalaText.decode(bytes));
        } catch (IOException failure) {
            return ReadResult.refused(file.toString(), "it cannot be read", "check the path: it names a .scl or .kbm file");
        }
    }

    /** What it was read from. */
    public List<Path> files() {
        return files;
    }

    /** Of a MIDI key 0..127: a MIDI note number with fraction, 69 for 440 Hz; not a number if the key is silent. */
    public float pitch(int key) {
        return pitches[key];
    }

    @Override public boolean equals(Object other) {
        return other instanceof Tuning tuning && Arrays.equals(pitches, tuning.pitches) && files.equals(tuning.files);
    }

    @Override public int hashCode() {
        return 31 * Arrays.hashCode(pitches) + files.hashCode();
    }
}

package org.chronus.presets.text;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Guesses which of a few names a wrong word was meant to be: by what other instruments call it, by its beginning, or by its letters. */
public final class NameSuggestion {
    private static final int LONGEST = 40;
    private static final int MOST_LISTED = 24;

    /** What others say, and what it may be here; the first that exists is meant. */
    private static final Map<String, List<String>> ELSEWHERE = Map.ofEntries(
            say("freq", "pitch", "cutoff", "rate"), say("frequency", "pitch", "cutoff", "rate"), say("note", "pitch"),
            say("speed", "rate"), say("q", "resonance", "damping"), say("res", "resonance", "damping"), say("resonance", "damping"),
            say("damping", "resonance"), say("emphasis", "resonance", "damping"), say("fc", "cutoff"), say("volume", "level", "gain", "vca"),
            say("vol", "level", "gain"), say("level", "gain"), say("gain", "level"), say("amount", "gain", "level", "mix"),
            say("amp", "gain", "vca"), say("amplifier", "vca"), say("lpf", "svf", "ladder"), say("hpf", "svf"), say("bpf", "svf"),
            say("lowpass", "svf", "ladder"), say("highpass", "high", "svf"), say("bandpass", "band", "svf"), say("vcf", "svf", "ladder"),
            say("filter", "svf", "ladder"), say("moog", "ladder"), say("low", "out"), say("osc", "saw"), say("oscillator", "saw"),
            say("sawtooth", "saw"), say("vco", "saw"), say("square", "pulse"), say("rectangle", "pulse"), say("sin", "sine"),
            say("tri", "triangle"), say("noise", "white"), say("env", "adsr"), say("envelope", "adsr"), say("eg", "adsr"), say("dist", "drive"),
            say("distortion", "drive"), say("overdrive", "drive"), say("saturator", "drive"), say("ringmod", "multiply"),
            say("ring", "multiply"), say("mul", "multiply"), say("echo", "delay"), say("verb", "reverb"), say("hall", "reverb"),
            say("portamento", "glide", "slew"), say("lag", "slew"), say("snh", "sample_hold"), say("detune", "tune"), say("tuning", "tune"),
            say("coarse", "tune"), say("fine", "tune"), say("pw", "width"), say("pulsewidth", "width"), say("pwm", "width", "pulse"),
            say("wet", "mix"), say("drywet", "mix"), say("fb", "feedback"), say("input", "in"), say("output", "out"), say("shape", "wave"),
            say("waveform", "wave", "shape"), say("polyphony", "count"), say("portament", "glide"), say("bpm", "tempo"),
            say("effects", "mix"), say("fx", "mix"), say("connections", "cables"), say("patch", "modules"), say("cc", "controllers"),
            say("title", "name"), say("vel", "velocity"), say("aftertouch", "pressure"), say("key", "pitch", "keys"), say("target", "to"));

    private NameSuggestion() { }

    private static Map.Entry<String, List<String>> say(String word, String... meanings) {
        return Map.entry(word, List.of(meanings));
    }

    public static Optional<String> of(String word, Collection<String> names) {
        String wrong = word.toLowerCase(Locale.ROOT).replaceAll("[ -]", "_");
        if (wrong.isEmpty() || wrong.length() > LONGEST) {
            return Optional.empty();
        }
        for (String name : names) {
            if (name.equalsIgnoreCase(wrong)) {
                return Optional.of(name);
            }
        }
        for (String meaning : ELSEWHERE.getOrDefault(wrong.replace("_", ""), List.of())) {
            if (names.contains(meaning)) {
                return Optional.of(meaning);
            }
        }
        return byLetters(wrong, names);
    }

    /** A cure: the nearest name, or else all of them. */
    public static String cure(String word, Collection<String> names) {
        return of(word, names).map(name -> "did you mean " + name + "?").orElseGet(() -> all(names));
    }

    private static String all(Collection<String> names) {
        if (names.isEmpty()) {
            return "there is none here";
        }
        String first = String.join(", ", new TreeSet<>(names).stream().limit(MOST_LISTED).toList());
        return "there " + (names.size() == 1 ? "is " : "are ") + first + (names.size() > MOST_LISTED ? " ..." : "");
    }

    private static Optional<String> byLetters(String wrong, Collection<String> names) {
        String best = null;
        int least = Integer.MAX_VALUE;
        for (String name : names) {
            boolean begins = wrong.length() >= 3 && (name.startsWith(wrong) || name.length() >= 3 && wrong.startsWith(name));
            int distance = begins ? 1 : distance(wrong, name);
            if (distance < least && distance <= Math.max(1, Math.min(wrong.length(), name.length()) / 3)) {
                best = name;
                least = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Letters to add, drop, change or swap with the next one. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(d[i - 1][j - 1] + change, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}

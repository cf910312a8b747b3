package org.chronus.presets.text;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Suggests the name that a wrong word was probably meant to be: by what other instruments call it, by its beginning, or by its letters.
 * Stateless; any thread.
 */
public final class NameSuggestion {
    private static final int LONGEST = 40;
    private static final int MOST_LISTED = 24;

    /** What others say, and what it may be here; the first that exists is meant. */
    private static final Map<String, List<String>> ELSEWHERE = Map.ofEntries(
            alias("freq", "pitch", "cutoff", "frequency", "rate"), alias("frequency", "pitch", "cutoff", "rate"), alias("note", "pitch"),
            alias("speed", "rate", "step"), alias("q", "resonance", "damping"), alias("res", "resonance", "damping"), alias("resonance", "damping"),
            alias("damping", "resonance"), alias("emphasis", "resonance", "damping"),
            alias("fc", "cutoff", "frequency"), alias("cutoff", "frequency"), alias("center", "centre"),
            alias("volume", "level", "gain", "vca"), alias("vol", "level", "gain"), alias("level", "gain"), alias("gain", "level"),
            alias("amount", "gain", "level", "mix"), alias("amp", "gain", "vca"), alias("amplifier", "vca"), alias("lpf", "svf", "ladder"),
            alias("hpf", "svf"), alias("bpf", "svf"), alias("lowpass", "svf", "ladder"), alias("highpass", "high", "svf"),
            alias("bandpass", "band", "svf"), alias("vcf", "svf", "ladder"), alias("filter", "svf", "ladder"), alias("moog", "ladder"),
            alias("low", "out"), alias("osc", "saw"), alias("oscillator", "saw"), alias("sawtooth", "saw"), alias("vco", "saw"),
            alias("square", "pulse"), alias("rectangle", "pulse"), alias("sin", "sine"), alias("tri", "triangle"), alias("noise", "white"),
            alias("env", "adsr"), alias("envelope", "adsr"), alias("eg", "adsr"), alias("dist", "drive"), alias("distortion", "drive"),
            alias("overdrive", "drive"), alias("saturator", "drive"), alias("ringmod", "multiply"), alias("ring", "multiply"),
            alias("mul", "multiply"), alias("echo", "delay"), alias("verb", "reverb"), alias("hall", "reverb"),
            alias("leslie", "rotary"), alias("rotor", "rotary"), alias("autopan", "tremolo"), alias("comp", "compressor"),
            alias("sidechain", "side"), alias("noisegate", "gate"), alias("eq", "peak", "shelf"), alias("bell", "peak"), alias("apf", "allpass"),
            alias("wavefolder", "folder"), alias("valve", "tube"), alias("xfade", "crossfade"), alias("envelopefollower", "follower"),
            alias("shifter", "frequency_shifter"), alias("bode", "frequency_shifter"), alias("taps", "multitap"),
            alias("portamento", "glide", "slew"), alias("lag", "slew"), alias("snh", "sample_hold"), alias("detune", "tune"),
            alias("tuning", "tune"), alias("coarse", "tune"), alias("fine", "tune"), alias("pw", "width"), alias("pulsewidth", "width"),
            alias("pwm", "width", "pulse"), alias("wet", "mix"), alias("drywet", "mix"), alias("fb", "feedback"), alias("input", "in"),
            alias("output", "out"), alias("shape", "wave"), alias("waveform", "wave", "shape"), alias("polyphony", "count"),
            alias("portament", "glide"), alias("bpm", "tempo"), alias("effects", "mix"), alias("fx", "mix"), alias("connections", "cables"),
            alias("patch", "modules"), alias("cc", "controllers"), alias("title", "name"), alias("vel", "velocity"),
            alias("unison", "supersaw"), alias("hardsync", "sync"), alias("fm", "operator"), alias("op", "operator"), alias("vowel", "formant"),
            alias("harmonics", "partials", "additive"), alias("inharmonicity", "stretch"), alias("red", "brown"),
            alias("aftertouch", "pressure"), alias("key", "pitch", "keys", "root"), alias("target", "to"), alias("organ", "tonewheels"),
            alias("hammond", "tonewheels"), alias("drawbars", "tonewheels"),
            alias("karplus", "string"), alias("guitar", "string"), alias("pluck", "string"), alias("bar", "modal"), alias("marimba", "modal"),
            alias("vibraphone", "modal"), alias("resonator", "modal"), alias("rhodes", "tine"), alias("epiano", "tine"),
            alias("wurlitzer", "reed"), alias("sample", "sampler"), alias("sfz", "sampler"), alias("drawbar", "d8"),
            alias("arpeggio", "arpeggiator", "players"), alias("arp", "arpeggiator", "players"),
            alias("scalelock", "scale"), alias("quantize", "scale"),
            alias("rate", "step"), alias("division", "step"), alias("direction", "order"),
            alias("mode", "order"), alias("hold", "latch"), alias("length", "gate"), alias("range", "octaves"), alias("intervals", "notes"),
            alias("tonic", "root"), alias("shuffle", "swing"), alias("asplayed", "played"));

    private NameSuggestion() { }

    private static Map.Entry<String, List<String>> alias(String word, String... meanings) {
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
            String lower = name.toLowerCase(Locale.ROOT);
            boolean begins = wrong.length() >= 3 && (lower.startsWith(wrong) || lower.length() >= 3 && wrong.startsWith(lower));
            int distance = begins ? 1 : distance(wrong, lower);
            if (distance < least && distance <= Math.max(1, Math.min(wrong.length(), lower.length()) / 3)) {
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

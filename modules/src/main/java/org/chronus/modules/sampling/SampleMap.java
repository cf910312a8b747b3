package org.chronus.modules.sampling;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a map of samples in the SFZ format (rgc:audio, "SFZ format", 2004): which file is for which keys and velocities, which are a round of
 * takes, and which sound when the key comes up. Of a map's opcodes those are read; how loud and how long a note is, the preset says. Mutable;
 * the loader's.
 */
final class SampleMap {
    private static final Pattern HEADER = Pattern.compile("<(\\w+)>"), OPCODE = Pattern.compile("(\\w+)=(.*?)(?=\\s+\\w+=|\\s*<|\\s*$)");
    private static final Pattern KEY = Pattern.compile("([a-g])([#b]?)(-?\\d)");
    private static final List<Integer> WHITE = List.of(9, 11, 0, 2, 4, 5, 7);

    private static final Sample NONE = Sample.of(new float[0], new float[0], 1, -1, -1, 0);

    private final Path map;
    private final boolean loads;
    private final Map<Path, Sample> samples = new HashMap<>();
    private final List<Region> regions = new ArrayList<>();
    private final Map<String, String> global = new HashMap<>();
    private final Map<String, String> group = new HashMap<>();
    private final Map<String, String> region = new HashMap<>();
    private Map<String, String> open = global;
    private String folder = "";
    private int began;

    private SampleMap(Path map, boolean loads) {
        this.map = map;
        this.loads = loads;
    }

    /** What is wrong with a map or recording; no more than the beginning of each recording is read. */
    static Optional<String> check(String name) {
        Path file = Path.of(name);
        try {
            if (isMap(file)) {
                new SampleMap(file, false).regions();
            } else {
                SoundFile.check(file);
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e.getMessage());
        }
    }

    private static boolean isMap(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".sfz");
    }

    /** The regions of a map, or of a recording alone, which is for all keys. Throws an exception with one line that says what is wrong, and where. */
    static List<Region> read(Path file, float root) throws IOException {
        if (isMap(file)) {
            return new SampleMap(file, true).regions();
        }
        Sample sample = SoundFile.read(file);
        return List.of(Region.of(sample, sample.root() >= 0 ? sample.root() : root));
    }

    private List<Region> regions() throws IOException {
        List<String> lines = Files.readString(map, StandardCharsets.ISO_8859_1).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            line(i + 1, lines.get(i).replaceFirst("//.*", ""));
        }
        close();
        if (regions.isEmpty()) {
            throw new IOException(map + ": has no region with a sample");
        }
        return List.copyOf(regions);
    }

    private void line(int number, String line) throws IOException {
        Matcher opcode = OPCODE.matcher(line), header = HEADER.matcher(line);
        int at = 0;
        while (at < line.length()) {
            boolean heads = header.find(at), sets = opcode.find(at);
            if (heads && (!sets || header.start() < opcode.start())) {
                head(number, header.group(1));
                at = header.end();
            } else if (sets) {
                if (opcode.group(1).equals("default_path")) {
                    folder = opcode.group(2).strip();
                }
                open.put(opcode.group(1), opcode.group(2).strip());
                at = opcode.end();
            } else {
                at = line.length();
            }
        }
    }

    private void head(int number, String name) throws IOException {
        close();
        switch (name) {
            case "region" -> {
                open = region;
                began = number;
            }
            case "group" -> {
                group.clear();
                open = group;
            }
            default -> open = name.equals("global") ? global : new HashMap<>();
        }
    }

    /** A region is complete once the next header comes. */
    private void close() throws IOException {
        if (open != region) {
            return;
        }
        Map<String, String> all = new HashMap<>(global);
        all.putAll(group);
        all.putAll(region);
        region.clear();
        open = new HashMap<>();
        if (!all.containsKey("sample") || all.get("sample").startsWith("*")) {
            return;
        }
        Sample sample = sample(all.get("sample"));
        int only = all.containsKey("key") ? key(all, "key", 60) : -1, low = key(all, "lokey", Math.max(only, 0));
        String mode = all.getOrDefault("loop_mode", sample.loop() >= 0 ? "loop_continuous" : "no_loop");
        boolean loops = mode.startsWith("loop");
        if (loops && (all.containsKey("loop_start") || all.containsKey("loop_end"))) {
            sample = sample.looped((int) number(all, "loop_start", 0), (int) number(all, "loop_end", sample.end() - 1) + 1);
        } else if (!loops && sample.loop() >= 0) {
            sample = sample.looped(-1, -1);
        }
        float unsaid = only >= 0 ? only : sample.root() >= 0 ? sample.root() : 60;
        float root = all.containsKey("pitch_keycenter") ? key(all, "pitch_keycenter", 60) : unsaid;
        root -= (float) (number(all, "tune", 0) / 100 + number(all, "transpose", 0));
        float gain = (float) StrictMath.pow(10, Math.clamp(number(all, "volume", 0), -144, 24) / 20);
        regions.add(new Region(sample, root, gain, low, key(all, "hikey", only >= 0 ? only : 127), (int) number(all, "lovel", 0),
                (int) number(all, "hivel", 127), Math.max(1, (int) number(all, "seq_length", 1)), Math.max(1, (int) number(all, "seq_position", 1)),
                all.getOrDefault("trigger", "attack").startsWith("release"), mode.equals("one_shot")));
    }

    private Sample sample(String name) throws IOException {
        Path file = map.resolveSibling((folder + name).replace('\\', '/')).normalize();
        if (!Files.isReadable(file)) {
            throw new IOException(map + ":" + began + ": there is no file " + file + " to read: write where it is, from the map's own folder");
        }
        Sample known = samples.get(file);
        if (known == null) {
            if (!loads) {
                SoundFile.check(file);
            }
            known = loads ? SoundFile.read(file) : NONE;
            samples.put(file, known);
        }
        return known;
    }

    private double number(Map<String, String> all, String name, double normally) throws IOException {
        try {
            return all.containsKey(name) ? Double.parseDouble(all.get(name)) : normally;
        } catch (NumberFormatException e) {
            throw new IOException(map + ":" + began + ": " + name + " is \"" + all.get(name) + "\": write a number", e);
        }
    }

    /** A number or a name: c4 is 60. */
    private int key(Map<String, String> all, String name, int normally) throws IOException {
        Matcher named = KEY.matcher(all.getOrDefault(name, "").toLowerCase(Locale.ROOT));
        if (named.matches()) {
            int sharp = named.group(2).equals("#") ? 1 : named.group(2).isEmpty() ? 0 : -1;
            return WHITE.get(named.group(1).charAt(0) - 'a') + sharp + 12 * (Integer.parseInt(named.group(3)) + 1);
        }
        return (int) number(all, name, normally);
    }
}

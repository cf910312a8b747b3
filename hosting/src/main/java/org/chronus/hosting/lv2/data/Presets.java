package org.chronus.hosting.lv2.data;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.chronus.hosting.PluginException;

/** The presets that come with a plugin, by their labels. Immutable; any thread, but reading is for the holder of the world's lock. */
public final class Presets {
    private final TreeMap<String, String> byLabel;

    private Presets(TreeMap<String, String> byLabel) {
        this.byLabel = byLabel;
    }

    /** Of presets with one label the later ones have their URI in brackets. One without a label has its URI for one. */
    static Presets read(Lv2World world, MemorySegment plugin) {
        TreeMap<String, String> byLabel = new TreeMap<>();
        Lilv lilv = world.lilv();
        MemorySegment nodes = lilv.pointer("lilv_plugin_get_related", plugin, world.uri(Vocabulary.PRESET));
        for (MemorySegment preset : lilv.members("lilv_nodes", nodes)) {
            String uri = world.text(preset), label = label(world, preset);
            if (label.isEmpty()) {
                lilv.number("lilv_world_load_resource", world.pointer(), preset);
                label = label(world, preset);
                lilv.number("lilv_world_unload_resource", world.pointer(), preset);
            }
            if (label.isEmpty()) {
                label = uri;
            }
            byLabel.put(byLabel.containsKey(label) ? label + " (" + uri + ")" : label, uri);
        }
        lilv.command("lilv_nodes_free", nodes);
        return new Presets(byLabel);
    }

    private static String label(Lv2World world, MemorySegment preset) {
        return world.take(world.lilv().pointer("lilv_world_get", world.pointer(), preset, world.uri(Vocabulary.RDFS_LABEL),
                MemorySegment.NULL)).strip();
    }

    /** Sorted. */
    public List<String> labels() {
        return List.copyOf(byLabel.keySet());
    }

    /** The URI of a preset that is given by its label or its URI. */
    public String find(String plugin, String word) throws PluginException {
        String uri = byLabel.get(word.strip());
        if (uri != null) {
            return uri;
        }
        if (byLabel.containsValue(word)) {
            return word;
        }
        throw new PluginException(plugin + " has no preset " + word + ": " + nearest(word).map(label -> "did you mean " + label + "?").orElse(
                byLabel.isEmpty() ? "it has none at all" : "it has " + byLabel.size() + ", such as " + byLabel.firstKey()));
    }

    private Optional<String> nearest(String word) {
        return byLabel.entrySet().stream().map(Map.Entry::getKey).filter(label -> distance(word, label) <= Math.max(2, word.length() / 2))
                .min((a, b) -> Integer.compare(distance(word, a), distance(word, b)));
    }

    /** Letters to add, drop or change, upper and lower case being the same; a word that is a part of the other is near. */
    private static int distance(String a, String b) {
        if (b.regionMatches(true, 0, a, 0, a.length())) {
            return 1;
        }
        int[] last = new int[b.length() + 1], next = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            next[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                next[j] = Math.min(last[j - 1] + (same ? 0 : 1), Math.min(last[j], next[j - 1]) + 1);
            }
            int[] swap = last;
            last = next;
            next = swap;
        }
        return last[b.length()];
    }
}

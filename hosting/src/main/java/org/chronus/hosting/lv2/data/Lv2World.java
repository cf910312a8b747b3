package org.chronus.hosting.lv2.data;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.chronus.foreign.Native;
import org.chronus.hosting.PluginException;

/**
 * What liblilv knows of all bundles: one for the process, loaded when it is first asked for. Whoever uses it holds its lock, for liblilv knows
 * no threads; never the audio thread.
 */
public final class Lv2World {
    private static Lv2World only;

    private final Lilv lilv = new Lilv();
    private final MemorySegment world = lilv.pointer("lilv_world_new");
    private final Map<String, MemorySegment> uris = new HashMap<>();

    /** Plugins that describe themselves by code would have it run here; nobody makes them any more. */
    private Lv2World() throws PluginException {
        MemorySegment no = lilv.pointer("lilv_new_bool", world, false);
        try (Arena arena = Arena.ofConfined()) {
            lilv.command("lilv_world_set_option", world, arena.allocateFrom("http://drobilla.net/ns/lilv#dyn-manifest"), no);
        }
        lilv.command("lilv_node_free", no);
        lilv.command("lilv_world_load_all", world);
    }

    /** The one of this process. */
    public static synchronized Lv2World get() throws PluginException {
        if (only == null) {
            only = new Lv2World();
        }
        return only;
    }

    public Lilv lilv() {
        return lilv;
    }

    /** The {@code LilvWorld}. */
    public MemorySegment pointer() {
        return world;
    }

    /** The node of a URI, which stays. */
    public MemorySegment uri(String uri) {
        return uris.computeIfAbsent(uri, _ -> withText("lilv_new_uri", uri));
    }

    /** The plugins whose home is this bundle; one that was not there when the world was loaded is loaded now. */
    public List<MemorySegment> pluginsOf(Path bundle) {
        List<MemorySegment> found = at(bundle);
        if (found.isEmpty()) {
            load(bundle);
            found = at(bundle);
        }
        return found;
    }

    /** The plugin of that URI, if need be from this bundle; NULL if there is none. */
    public MemorySegment plugin(String uri, Path bundle) {
        MemorySegment plugin = find(uri);
        if (plugin.address() == 0) {
            load(bundle);
            plugin = find(uri);
        }
        return plugin;
    }

    /** The text of a node, a URI's included; empty for NULL. */
    public String text(MemorySegment node) {
        return node.address() == 0 ? "" : Native.text(lilv.pointer("lilv_node_as_string", node).address());
    }

    /** The text of a node that is freed. */
    public String take(MemorySegment node) {
        String text = text(node);
        lilv.command("lilv_node_free", node);
        return text;
    }

    /** The number of a node; not a number if it is none. */
    float number(MemorySegment node) {
        boolean isNumber = node.address() != 0 && (lilv.truth("lilv_node_is_float", node) || lilv.truth("lilv_node_is_int", node));
        return isNumber ? lilv.real("lilv_node_as_float", node) : Float.NaN;
    }

    /** The texts of the nodes of a collection that is freed. */
    List<String> takeAll(MemorySegment nodes) {
        List<String> texts = lilv.members("lilv_nodes", nodes).stream().map(this::text).toList();
        lilv.command("lilv_nodes_free", nodes);
        return texts;
    }

    /** The path that a node with the URI of a file has; empty if it has none. */
    public String path(MemorySegment uri) {
        if (uri.address() == 0) {
            return "";
        }
        MemorySegment path = lilv.pointer("lilv_file_uri_parse", lilv.pointer("lilv_node_as_uri", uri), MemorySegment.NULL);
        String text = Native.text(path.address());
        lilv.command("lilv_free", path);
        return text;
    }

    private MemorySegment find(String uri) {
        MemorySegment node = withText("lilv_new_uri", uri);
        MemorySegment plugin = lilv.pointer("lilv_plugins_get_by_uri", lilv.pointer("lilv_world_get_all_plugins", world), node);
        lilv.command("lilv_node_free", node);
        return plugin;
    }

    private List<MemorySegment> at(Path bundle) {
        return lilv.members("lilv_plugins", lilv.pointer("lilv_world_get_all_plugins", world)).stream()
                .filter(plugin -> isAt(bundle, lilv.pointer("lilv_plugin_get_bundle_uri", plugin))).toList();
    }

    private boolean isAt(Path bundle, MemorySegment uri) {
        String path = path(uri);
        return !path.isEmpty() && Bundles.real(Path.of(path)).equals(Bundles.real(bundle));
    }

    /** A bundle's URI ends with a slash. */
    private void load(Path bundle) {
        if (!Bundles.isBundle(bundle)) {
            return;
        }
        MemorySegment node = withText("lilv_new_uri", bundle.toUri().toString().replaceFirst("/*$", "/"));
        lilv.command("lilv_world_load_bundle", world, node);
        lilv.command("lilv_node_free", node);
    }

    private MemorySegment withText(String function, String text) {
        try (Arena arena = Arena.ofConfined()) {
            return lilv.pointer(function, world, arena.allocateFrom(text));
        }
    }
}

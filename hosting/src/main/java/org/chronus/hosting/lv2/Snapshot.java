package org.chronus.hosting.lv2;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

import org.chronus.foreign.Native;
import org.chronus.hosting.PluginException;
import org.chronus.hosting.lv2.data.Lv2World;
import org.chronus.hosting.lv2.data.PluginData;
import org.chronus.hosting.lv2.data.Vocabulary;

/** A state of a plugin: a preset, or what a file has. Immutable; for the plugins' main thread, which holds the lock of the world. */
final class Snapshot {
    private static final MemorySegment SET = Native.callback(MethodHandles.lookup(), "set",
            FunctionDescriptor.ofVoid(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT));
    private static final MemorySegment GET = Native.callback(MethodHandles.lookup(), "get",
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));
    private static final int FLOAT = Urids.of(Vocabulary.ATOM_FLOAT), DOUBLE = Urids.of(Vocabulary.ATOM_DOUBLE),
            INT = Urids.of(Vocabulary.ATOM_INT), LONG = Urids.of(Vocabulary.ATOM_LONG), BOOL = Urids.of(Vocabulary.ATOM_BOOL);
    /** {@code LV2_STATE_IS_POD | LV2_STATE_IS_PORTABLE}. */
    private static final int FOR_FILES = 3;

    /** Those of the instance whose state is being restored or saved; only one is at a time. */
    private static Ports ports;

    private final Lv2World world;
    private final MemorySegment state;

    private Snapshot(Lv2World world, MemorySegment state) {
        this.world = world;
        this.state = state;
    }

    /** What the plugin's own data give it at first: nothing, maybe. */
    static Optional<Snapshot> first(Lv2World world, PluginData plugin) {
        MemorySegment state = world.lilv().pointer("lilv_state_new_from_world", world.pointer(), Urids.MAP, world.uri(plugin.info().id()));
        return state.address() == 0 ? Optional.empty() : Optional.of(new Snapshot(world, state));
    }

    /** A preset, by its URI. */
    static Snapshot of(Lv2World world, String uri) throws PluginException {
        MemorySegment node = world.uri(uri);
        world.lilv().number("lilv_world_load_resource", world.pointer(), node);
        MemorySegment state = world.lilv().pointer("lilv_state_new_from_world", world.pointer(), Urids.MAP, node);
        world.lilv().number("lilv_world_unload_resource", world.pointer(), node);
        if (state.address() == 0) {
            throw new PluginException("the preset " + uri + " cannot be read: install its package again");
        }
        return new Snapshot(world, state);
    }

    /** What a Turtle file has, which must be of this plugin. */
    static Snapshot of(Lv2World world, PluginData plugin, Path file) throws PluginException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new PluginException(file + " cannot be read: is it there?");
        }
        MemorySegment state;
        try (Arena arena = Arena.ofConfined()) {
            state = world.lilv().pointer("lilv_state_new_from_file", world.pointer(), Urids.MAP, MemorySegment.NULL,
                    arena.allocateFrom(file.toAbsolutePath().toString()));
        }
        String owner = state.address() == 0 ? "" : world.text(world.lilv().pointer("lilv_state_get_plugin_uri", state));
        if (!owner.equals(plugin.info().id())) {
            world.lilv().command("lilv_state_free", state);
            throw new PluginException(owner.isEmpty() ? file + " is no state of an LV2 plugin: a host writes such a file in Turtle"
                    : file + " is a state of " + owner + ", not of " + plugin.info().id());
        }
        return new Snapshot(world, state);
    }

    /** The state of an instance, as it is now. */
    static Snapshot of(Lv2World world, PluginData plugin, Instance instance, Ports ports, MemorySegment features) throws PluginException {
        Snapshot.ports = ports;
        MemorySegment none = MemorySegment.NULL;
        MemorySegment state = world.lilv().pointer("lilv_state_new_from_instance", plugin.pointer(), instance.lilvInstance(), Urids.MAP,
                none, none, none, none, GET, none, FOR_FILES, features);
        if (state.address() == 0) {
            throw new PluginException(plugin.info().name() + " does not give its state");
        }
        return new Snapshot(world, state);
    }

    /** An instance that does not run gets this state, and its ports their values. */
    void restore(Instance instance, Ports ports, MemorySegment features) {
        Snapshot.ports = ports;
        world.lilv().command("lilv_state_restore", state, instance.lilvInstance(), SET, MemorySegment.NULL, 0, features);
    }

    /** Writes it into a file, in Turtle. */
    void save(Path file) throws PluginException {
        try (Arena arena = Arena.ofConfined()) {
            Path name = file.toAbsolutePath().getFileName();
            // A manifest that nobody asked for is written beside it.
            Path folder = Files.createTempDirectory(file.toAbsolutePath().getParent(), ".state");
            try {
                world.lilv().number("lilv_state_save", world.pointer(), Urids.MAP, Urids.UNMAP, state, MemorySegment.NULL,
                        arena.allocateFrom(folder.toString()), arena.allocateFrom(name.toString()));
                Files.move(folder.resolve(name), file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(folder.resolve("manifest.ttl"));
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new PluginException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    void free() {
        world.lilv().command("lilv_state_free", state);
    }

    private static void set(long symbol, long unused, long value, int size, int type) {
        float number = type == FLOAT ? Native.MEMORY.get(JAVA_FLOAT, value) : type == DOUBLE ? (float) Native.MEMORY.get(JAVA_DOUBLE, value)
                : type == INT || type == BOOL ? Native.MEMORY.get(JAVA_INT, value) : type == LONG ? Native.MEMORY.get(JAVA_LONG, value) : Float.NaN;
        ports.set(Native.text(symbol), number);
    }

    private static long get(long symbol, long unused, long size, long type) {
        MemorySegment value = ports.control(Native.text(symbol));
        Native.MEMORY.set(JAVA_INT, size, (int) value.byteSize());
        Native.MEMORY.set(JAVA_INT, type, value.address() == 0 ? 0 : FLOAT);
        return value.address();
    }
}

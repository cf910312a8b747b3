package org.chronus.hosting.clap;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.chronus.hosting.PluginException;
import org.chronus.hosting.clap.abi.Calls;
import org.chronus.hosting.clap.abi.FloatingPoint;
import org.chronus.hosting.clap.abi.Memory;

/**
 * A file with plugins, loaded: what it makes. Immutable. It stays loaded as long as this process lives: to take code away that a thread of its own
 * may still run is not safe, and what is opened once is opened again. [main thread]
 */
final class ClapLibrary {
    /** Offsets in clap_plugin_entry, clap_plugin_factory and clap_plugin_descriptor. */
    private static final int INIT = 16, GET_FACTORY = 32, COUNT = 0, DESCRIPTOR = 8, CREATE = 16, ID = 16, NAME = 24, VENDOR = 32;
    private static final byte[] ELF = {0x7F, 'E', 'L', 'F'};
    private static final String FACTORY = "clap.plugin-factory";
    private static final Map<Path, ClapLibrary> LOADED = new HashMap<>();

    private final Path file;
    private final long factory;

    /** What a library says of one of its plugins. */
    record Descriptor(String id, String name, String vendor) { }

    private ClapLibrary(Path file, long factory) {
        this.file = file;
        this.factory = factory;
    }

    /** The library of a file, which is loaded if it is not yet. */
    static ClapLibrary load(Path file) throws PluginException {
        synchronized (LOADED) {
            Path path = file.toAbsolutePath().normalize();
            ClapLibrary known = LOADED.get(path);
            if (known == null) {
                checkKind(path);
                known = new ClapLibrary(path, factory(path));
                LOADED.put(path, known);
            }
            return known;
        }
    }

    // The virtual machine warns at length of whatever else it is told to load.
    private static void checkKind(Path file) throws PluginException {
        try (InputStream in = Files.newInputStream(file)) {
            if (!Arrays.equals(in.readNBytes(ELF.length), ELF)) {
                throw new PluginException(file + " is no library for Linux: take it out of the folder, or install the plugin again");
            }
        } catch (IOException e) {
            throw new PluginException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static long factory(Path file) throws PluginException {
        long entry = entry(file);
        if (Memory.number(entry) < 1) {
            throw new PluginException(file + " is of a draft of CLAP, before 1.0: get a newer version of it");
        }
        try (Arena arena = Arena.ofConfined()) {
            if (!Calls.flag(Memory.pointer(entry + INIT), arena.allocateFrom(file.toString()).address())) {
                throw new PluginException(file + " says that it cannot be used here: look for a file that it misses, or install it again");
            }
            long factory = Calls.pointer(Memory.pointer(entry + GET_FACTORY), arena.allocateFrom(FACTORY).address());
            if (factory == 0) {
                throw new PluginException(file + " makes no plugins: install it again");
            }
            return factory;
        } finally {
            FloatingPoint.restore();
        }
    }

    @SuppressWarnings("restricted")
    private static long entry(Path file) throws PluginException {
        SymbolLookup symbols;
        try {
            symbols = SymbolLookup.libraryLookup(file, Arena.global());
        } catch (IllegalArgumentException e) {
            throw new PluginException(file + " cannot be loaded: it is not for this machine, or a library that it needs is missing (ldd tells)", e);
        } finally {
            FloatingPoint.restore();
        }
        return symbols.find("clap_entry").orElseThrow(() -> new PluginException(file + " is no CLAP plugin: it has no clap_entry")).address();
    }

    /** The plugins in it. Those without an identifier are left out. */
    List<Descriptor> plugins() {
        List<Descriptor> plugins = new ArrayList<>();
        int count = Calls.number(Memory.pointer(factory + COUNT), factory);
        for (int i = 0; i < count; i++) {
            long found = Calls.pointerAt(Memory.pointer(factory + DESCRIPTOR), factory, i);
            String id = found == 0 ? "" : Memory.text(Memory.pointer(found + ID));
            if (!id.isEmpty()) {
                String name = Memory.text(Memory.pointer(found + NAME));
                plugins.add(new Descriptor(id, name.isEmpty() ? id : name, Memory.text(Memory.pointer(found + VENDOR))));
            }
        }
        return plugins;
    }

    /** The address of a new clap_plugin for a clap_host. */
    long create(long host, String id) throws PluginException {
        try (Arena arena = Arena.ofConfined()) {
            long plugin = Calls.pointer(Memory.pointer(factory + CREATE), factory, host, arena.allocateFrom(id).address());
            if (plugin == 0) {
                throw new PluginException(file + " has no plugin " + id + ": scan the plugins again");
            }
            return plugin;
        } finally {
            FloatingPoint.restore();
        }
    }
}

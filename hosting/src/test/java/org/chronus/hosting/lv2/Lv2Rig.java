package org.chronus.hosting.lv2;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.chronus.hosting.HostedPlugin;
import org.chronus.hosting.PluginException;
import org.chronus.hosting.PluginInfo;
import org.chronus.hosting.PluginSetup;
import org.chronus.hosting.PluginThread;

/** LV2 plugins for tests: found, opened, played. */
final class Lv2Rig {
    static final int RATE = 48_000, BLOCK = HostedPlugin.MOST_FRAMES;
    static final Lv2Format FORMAT = new Lv2Format();

    private static final String PROBE = "/org/chronus/hosting/lv2/probe.lv2/";

    private Lv2Rig() { }

    /** An installed plugin; without it the test is skipped. */
    static PluginInfo installed(String bundle, String id, String debianPackage) throws PluginException {
        Optional<Path> found = FORMAT.bundles().stream().filter(path -> path.endsWith(bundle)).findFirst();
        assumeTrue(found.isPresent(), "the LV2 plugins of the Debian package " + debianPackage + " are not installed");
        return find(found.get(), id);
    }

    static PluginInfo find(Path bundle, String id) throws PluginException {
        return FORMAT.scan(bundle).stream().filter(plugin -> plugin.id().equals(id)).findFirst().orElseThrow();
    }

    /** A bundle of our own, compiled; without a C compiler or liblilv the test is skipped. */
    static Path probe(Path folder) throws IOException, InterruptedException {
        try {
            FORMAT.scan(folder);
        } catch (PluginException e) {
            assumeTrue(false, e.getMessage());
        }
        Path bundle = Files.createDirectory(folder.resolve("probe.lv2"));
        for (String name : List.of("manifest.ttl", "probe.ttl", "probe.c")) {
            try (InputStream in = Lv2Rig.class.getResourceAsStream(PROBE + name)) {
                Files.copy(in, bundle.resolve(name));
            }
        }
        try {
            Process compiler = new ProcessBuilder("cc", "-shared", "-fPIC", "-o", "probe.so", "probe.c").directory(bundle.toFile())
                    .inheritIO().start();
            assumeTrue(compiler.waitFor() == 0, "the C compiler makes no plugin");
        } catch (IOException e) {
            assumeTrue(false, "there is no C compiler, the Debian package gcc: " + e.getMessage());
        }
        return bundle;
    }

    static HostedPlugin open(PluginInfo plugin) throws PluginException {
        return open(plugin, Optional.empty(), Optional.empty());
    }

    static HostedPlugin open(PluginInfo plugin, Optional<String> preset, Optional<Path> state) throws PluginException {
        return PluginThread.call(() -> FORMAT.open(plugin, new PluginSetup(RATE, preset, state)));
    }

    static HostedPlugin preset(PluginInfo plugin, String preset) throws PluginException {
        return open(plugin, Optional.of(preset), Optional.empty());
    }

    /** What one output has to say in so many blocks. */
    static float[] play(HostedPlugin plugin, int channel, int blocks) {
        float[] wave = new float[blocks * BLOCK];
        for (int block = 0; block < blocks; block++) {
            plugin.run(BLOCK);
            MemorySegment.copy(plugin.output(channel), JAVA_FLOAT, 0, wave, block * BLOCK, BLOCK);
        }
        return wave;
    }

    static int parameter(PluginInfo plugin, String symbol) {
        for (int i = 0; i < plugin.parameters().size(); i++) {
            if (plugin.parameters().get(i).symbol().equals(symbol)) {
                return i;
            }
        }
        throw new IllegalArgumentException(symbol);
    }

    static void reset(HostedPlugin plugin) throws PluginException {
        PluginThread.call(() -> {
            plugin.reset();
            return null;
        });
    }

    static void close(HostedPlugin plugin) throws PluginException {
        PluginThread.call(() -> {
            plugin.close();
            return null;
        });
    }
}

package org.chronus.hosting.lv2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.chronus.hosting.PluginFormats;
import org.chronus.hosting.lv2.data.Bundles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where LV2 plugins are looked for. */
class Lv2BundlesTest {
    private static Path bundle(Path folder, String name, String manifest) throws IOException {
        Path bundle = Files.createDirectories(folder.resolve(name));
        Files.writeString(bundle.resolve("manifest.ttl"), manifest);
        return bundle;
    }

    @Test void bundlesWithPluginsAreFoundInEachFolderAndTheFirstOfAName(@TempDir Path one, @TempDir Path other) throws IOException {
        Path a = bundle(one, "a.lv2", "<urn:a> a lv2:Plugin .");
        bundle(other, "a.lv2", "<urn:a> a lv2:Plugin .");
        Path b = bundle(other, "b.lv2", "<urn:b> a <http://lv2plug.in/ns/lv2core#Plugin> .");
        bundle(other, "specification.lv2", "<urn:c> a lv2:Specification .");
        bundle(other, "presets.lv2", "<urn:d> a pset:Preset ; lv2:appliesTo <urn:a> .");
        Files.createDirectories(other.resolve("empty.lv2"));
        Files.createFile(other.resolve("file.lv2"));
        assertEquals(List.of(a, b), Bundles.in(one + ":" + other.resolve("missing") + "::" + other));
    }

    @Test void theFormatIsKnownByItsScheme() {
        assertEquals("lv2", PluginFormats.find("lv2").orElseThrow().scheme());
    }
}

package org.chronus.hosting.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.chronus.hosting.HostedPlugin;
import org.chronus.hosting.PluginException;
import org.chronus.hosting.PluginFormat;
import org.chronus.hosting.PluginInfo;
import org.chronus.hosting.PluginSetup;
import org.chronus.hosting.soundfont.SoundFontFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is installed is looked at once, in processes of its own, and remembered. */
class PluginCatalogTest {
    @TempDir
    private Path cache;
    private final List<String> progress = new ArrayList<>();

    /** The one font of this catalogue. */
    private static final PluginFormat FONT = new PluginFormat() {
        private final PluginFormat fonts = new SoundFontFormat();

        @Override public String scheme() {
            return fonts.scheme();
        }

        @Override public List<Path> bundles() {
            return fonts.bundles().stream().limit(1).toList();
        }

        @Override public List<PluginInfo> scan(Path bundle) throws PluginException {
            return fonts.scan(bundle);
        }

        @Override public HostedPlugin open(PluginInfo plugin, PluginSetup setup) throws PluginException {
            return fonts.open(plugin, setup);
        }
    };

    private PluginCatalog catalog() {
        return new PluginCatalog(Map.of("XDG_CACHE_HOME", cache.toString()), progress::add, List.of(FONT));
    }

    @Test void whatIsKnownIsNotLookedAtAgain() {
        List<PluginInfo> first = catalog().plugins();
        progress.clear();
        assertTrue(first.equals(catalog().plugins()));
        assertEquals(List.of(), progress);
        PluginCatalog again = catalog();
        again.rescan();
        assertEquals(first.size(), again.plugins().size());
        assertEquals(first.isEmpty(), progress.isEmpty());
    }

    @Test void aCacheOfAnotherVersionOrNoneIsAsGoodAsNone() throws Exception {
        List<PluginInfo> first = catalog().plugins();
        Path file = cache.resolve("chronus/plugins.json");
        for (String content : List.of("{\"version\":1,\"bundles\":{}}", "garbage", "")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            assertTrue(first.equals(catalog().plugins()), content);
        }
    }

    @Test void whatIsNotThereNamesTheCure() {
        PluginCatalog catalog = catalog();
        assertTrue(catalog.refusal("nope:x").orElseThrow().startsWith("there is no plugin format nope: there are "));
        assertEquals("it is not installed: apt install lsp-plugins-lv2", catalog.refusal("lv2:http://lsp-plug.in/plugins/lv2/x").orElseThrow());
    }

    @Test void aFontThatIsNoneSaysSo() throws Exception {
        Path file = Files.writeString(cache.resolve("no.sf2"), "hello");
        PluginCatalog catalog = catalog();
        assertTrue(catalog.find("sf2:" + file).isEmpty());
        assertTrue(catalog.refusal("sf2:" + file).orElseThrow().contains("is no SoundFont"));
    }
}

package org.chronus.hosting.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.chronus.hosting.PluginFormat;
import org.chronus.hosting.PluginInfo;
import org.chronus.hosting.PluginFormats;
import org.chronus.hosting.module.HostedTypes;
import org.chronus.modules.ModuleSource;
import org.chronus.modules.ModuleType;

/**
 * The plugins that are installed, as module types: {@code lv2:URI}. Nothing is looked for until one is asked for; then what is new or has
 * changed since the last time is scanned. Mutable; any thread but the audio thread.
 */
public final class PluginCatalog implements ModuleSource {
    private final List<PluginFormat> formats;
    private final ScanCache cache;
    private final Consumer<String> progress;
    private final Map<String, ModuleType> types = new LinkedHashMap<>();
    private Map<String, BundleScan> scans;

    /** {@code progress}: hears what is being scanned, a line for each bundle. */
    public PluginCatalog(Map<String, String> environment, Consumer<String> progress) {
        this(environment, progress, PluginFormats.all());
    }

    PluginCatalog(Map<String, String> environment, Consumer<String> progress, List<PluginFormat> formats) {
        this.formats = formats;
        cache = new ScanCache(ScanCache.folder(environment));
        this.progress = progress;
    }

    /** Every plugin that was found, in the order of formats and bundles, those that are refused included. */
    public synchronized List<PluginInfo> plugins() {
        look(false);
        return scans.values().stream().flatMap(scan -> scan.plugins().stream()).toList();
    }

    /** Why bundles are of no use, a line each. */
    public synchronized List<String> refusals() {
        look(false);
        return scans.values().stream().map(BundleScan::refusal).filter(line -> !line.isEmpty()).toList();
    }

    /** Scans everything, whether or not it has changed. */
    public synchronized void rescan() {
        look(true);
    }

    /** The plugin of that type. */
    public synchronized Optional<PluginInfo> plugin(String type) {
        return plugins().stream().filter(plugin -> plugin.type().equals(type)).findFirst().or(() -> apart(type));
    }

    /** One that is named by its path, and is not where plugins are looked for. */
    private Optional<PluginInfo> apart(String type) {
        int colon = type.indexOf(':');
        Optional<PluginFormat> format = PluginFormats.find(type.substring(0, Math.max(colon, 0)));
        Optional<Path> bundle = format.flatMap(found -> found.bundle(type.substring(colon + 1)));
        if (bundle.isEmpty()) {
            return Optional.empty();
        }
        try (ScanProcess process = new ScanProcess()) {
            scans.put(bundle.get().toString(), scan(process, format.get(), bundle.get(), stamp(bundle.get())));
        }
        return scans.get(bundle.get().toString()).plugins().stream().findFirst();
    }

    @Override public synchronized Optional<ModuleType> find(String name) {
        if (!types.containsKey(name)) {
            plugin(name).filter(plugin -> plugin.refusal().isEmpty() && missing(plugin).isEmpty())
                    .flatMap(plugin -> HostedTypes.of(plugin, PluginFormats.find(plugin.scheme()).orElseThrow()))
                    .ifPresent(type -> types.put(name, type));
        }
        return Optional.ofNullable(types.get(name));
    }

    @Override public synchronized List<String> names() {
        return plugins().stream().filter(plugin -> plugin.refusal().isEmpty()).map(PluginInfo::type).toList();
    }

    @Override public synchronized Optional<String> refusal(String name) {
        Optional<PluginInfo> plugin = plugin(name);
        if (plugin.isPresent()) {
            return plugin.map(found -> found.refusal().isEmpty() ? missing(found).orElse("it has no audio output") : found.refusal());
        }
        String scheme = name.substring(0, name.indexOf(':'));
        Optional<String> unreadable = PluginFormats.find(scheme).flatMap(format -> format.bundle(name.substring(scheme.length() + 1)))
                .map(bundle -> scans.get(bundle.toString())).map(BundleScan::refusal);
        if (unreadable.isPresent()) {
            return unreadable;
        }
        return PluginFormats.find(scheme).isEmpty() ? Optional.of("there is no plugin format " + scheme + ": there are "
                + String.join(", ", PluginFormats.all().stream().map(PluginFormat::scheme).toList())) : PluginPackages.cure(name, names());
    }

    private static Optional<String> missing(PluginInfo plugin) {
        return PluginFormats.find(plugin.scheme()).flatMap(PluginFormat::missing);
    }

    private void look(boolean again) {
        if (scans != null && !again) {
            return;
        }
        Map<String, BundleScan> before = again ? Map.of() : cache.bundles(), now = new LinkedHashMap<>();
        List<Runnable> pending = new ArrayList<>();
        try (ScanProcess process = new ScanProcess()) {
            for (PluginFormat format : formats) {
                for (Path bundle : format.bundles()) {
                    BundleScan known = before.get(bundle.toString());
                    long stamp = stamp(bundle);
                    now.put(bundle.toString(), known);
                    if (known == null || known.stamp() != stamp) {
                        pending.add(() -> now.put(bundle.toString(), scan(process, format, bundle, stamp)));
                    }
                }
            }
            for (int i = 0; i < pending.size(); i++) {
                progress.accept("plugins " + (i + 1) + " of " + pending.size());
                pending.get(i).run();
            }
        }
        if (!pending.isEmpty() || !now.keySet().equals(before.keySet())) {
            cache.keep(now);
        }
        types.clear();
        scans = now;
    }

    private static BundleScan scan(ScanProcess process, PluginFormat format, Path bundle, long stamp) {
        try {
            BundleScan scan = process.scan(format.scheme(), bundle);
            return new BundleScan(stamp, scan.plugins(), scan.refusal());
        } catch (IOException e) {
            return new BundleScan(stamp, List.of(), bundle + ": no process could be started to look at it: " + e.getMessage());
        }
    }

    /** The newest change of a bundle's files, and how many there are. */
    private static long stamp(Path bundle) {
        try (Stream<Path> files = Files.walk(bundle, 2)) {
            return files.mapToLong(file -> file.toFile().lastModified() + 1).reduce(0, (a, b) -> 31 * a + b);
        } catch (IOException | UncheckedIOException e) {
            return -1;
        }
    }
}

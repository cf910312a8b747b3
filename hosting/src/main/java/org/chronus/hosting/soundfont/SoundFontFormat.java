package org.chronus.hosting.soundfont;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.chronus.hosting.HostedPlugin;
import org.chronus.hosting.PluginException;
import org.chronus.hosting.PluginFormat;
import org.chronus.hosting.PluginInfo;
import org.chronus.hosting.PluginParameter;
import org.chronus.hosting.PluginSetup;
import org.chronus.modules.Unit;

/**
 * SoundFonts, each an instrument. Its identifier is the file's name without its ending where Debian puts them, or a whole path. What is in
 * a file counts, not how it ends: a name that ends with .sf3 may be of an SF2. Immutable; each method says its thread.
 */
public final class SoundFontFormat implements PluginFormat {
    static final String SCHEME = "sf2";
    private static final PluginParameter GAIN = new PluginParameter("gain", "Gain", 0, 4, SoundFontPlayer.GAIN, Unit.GAIN, false, false, Map.of());

    private final List<Path> folders;

    /** Looks in the folders of Debian's packages, and in the user's own. */
    public SoundFontFormat() {
        this(List.of(Path.of("/usr/share/sounds/sf2"), Path.of("/usr/share/sounds/sf3"), Path.of("/usr/share/soundfonts"),
                Path.of(System.getProperty("user.home"), ".local/share/soundfonts")));
    }

    SoundFontFormat(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    @Override public String scheme() {
        return SCHEME;
    }

    @Override public List<Path> bundles() {
        return folders.stream().flatMap(SoundFontFormat::files).filter(SoundFontFile::isOne).toList();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().toLowerCase(Locale.ROOT).matches(".*[.]sf[23]")).sorted().toList().stream();
        } catch (IOException e) {
            return Stream.of();
        }
    }

    /** The file that a name or a path means. Any thread but audio. */
    public Optional<Path> find(String id) {
        if (id.startsWith("/")) {
            return Optional.of(Path.of(id)).filter(SoundFontFile::isOne);
        }
        return folders.stream().flatMap(SoundFontFormat::files).filter(file -> file.getFileName().toString().equals(id) || stem(file).equals(id))
                .filter(SoundFontFile::isOne).findFirst();
    }

    @Override public Optional<Path> bundle(String id) {
        return id.startsWith("/") ? Optional.of(Path.of(id)) : Optional.empty();
    }

    @Override public boolean hasPrograms() {
        return true;
    }

    @Override public boolean mixesChannels() {
        return true;
    }

    @Override public Optional<String> missing() {
        return FluidLibrary.exists() ? Optional.empty() : Optional.of(FluidLibrary.MISSING);
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceAll("[.][^.]*$", "");
    }

    // The shortest that leads to this file.
    private String id(Path file) {
        return Stream.of(stem(file), file.getFileName().toString()).filter(id -> find(id).equals(Optional.of(file))).findFirst()
                .orElse(file.toString());
    }

    /** Any thread but audio: no library is loaded for it. */
    @Override public List<PluginInfo> scan(Path bundle) throws PluginException {
        Path file = bundle.toAbsolutePath().normalize();
        SoundFontFile contents = SoundFontFile.read(file);
        String name = contents.name().isEmpty() ? stem(file) : contents.name();
        return List.of(new PluginInfo(SCHEME, id(file), name, contents.maker(), file, List.of(), List.of("out_left", "out_right"), true,
                List.of(GAIN), contents.presets().stream().map(SoundFontPreset::name).toList(), ""));
    }

    /** [main thread] */
    @Override public HostedPlugin open(PluginInfo plugin, PluginSetup setup) throws PluginException {
        return SoundFontPlayer.open(plugin, setup);
    }
}

package org.chronus.hosting.isolation;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import org.chronus.hosting.StateFile;

/**
 * How often plugins have failed in their processes, remembered from one start to the next: by a plugin's type, a number and what it did last.
 * Any thread but the audio thread.
 */
public final class PluginStrikes {
    private static final Object FILE = new Object();

    private final Path file;

    /** Those of {@code $XDG_STATE_HOME/chronus}, or {@code ~/.local/state/chronus}. */
    public PluginStrikes(Map<String, String> environment) {
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
        file = (state.startsWith("/") ? Path.of(state) : Path.of(home, ".local", "state")).resolve("chronus/plugin-strikes.properties");
    }

    /** A plugin has failed once more. A folder that cannot be written to forgets it. */
    void add(String type, String what) {
        synchronized (FILE) {
            Properties all = read();
            String before = all.getProperty(type, "0 ");
            all.setProperty(type, Integer.parseInt(before.substring(0, before.indexOf(' '))) + 1 + " " + what);
            try {
                StringWriter text = new StringWriter();
                all.store(text, null);
                StateFile.replace(file, text.toString().getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                all.clear();
            }
        }
    }

    /** What is remembered of a plugin, for people. */
    public Optional<String> of(String type) {
        String found = read().getProperty(type);
        if (found == null) {
            return Optional.empty();
        }
        int space = found.indexOf(' ');
        String count = found.substring(0, space);
        return Optional.of("failed " + (count.equals("1") ? "once" : count + " times") + " while it played, last time it "
                + found.substring(space + 1));
    }

    private Properties read() {
        Properties all = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            all.load(reader);
            all.values().removeIf(value -> !value.toString().matches("[0-9]{1,9} .*"));
        } catch (IOException | IllegalArgumentException e) {
            all.clear();
        }
        return all;
    }
}

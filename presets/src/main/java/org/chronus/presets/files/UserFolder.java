package org.chronus.presets.files;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Where files of the user are, by the environment, of which any part may be missing. Any thread. */
public final class UserFolder {
    /** Set by systemd for a service with {@code StateDirectory=}. */
    private static final String SERVICE = "STATE_DIRECTORY";

    private UserFolder() { }

    /**
     * A folder.
     *
     * @param variable names it, as {@code XDG_CONFIG_HOME}; only a path from the root counts
     * @param usual    where it is without that, within the home of the user
     */
    public static Path of(Map<String, String> environment, String variable, Path usual) {
        String named = environment.getOrDefault(variable, "");
        return named.startsWith("/") ? Path.of(named) : home(environment).resolve(usual);
    }

    /** Where Chronus keeps what it remembers: the first of {@code $STATE_DIRECTORY}, or {@code $XDG_STATE_HOME/chronus}. */
    public static Path state(Map<String, String> environment) {
        return isService(environment) ? Path.of(environment.get(SERVICE).split(":")[0])
                : of(environment, "XDG_STATE_HOME", Path.of(".local", "state")).resolve("chronus");
    }

    /** True if a service manager has made a folder for the state of this process. */
    public static boolean isService(Map<String, String> environment) {
        return environment.getOrDefault(SERVICE, "").startsWith("/");
    }

    /** A service may have no {@code HOME}, and a number for a user that has none either: then it is where Linux puts such users. */
    private static Path home(Map<String, String> environment) {
        return Stream.of(environment.getOrDefault("HOME", ""), System.getProperty("user.home", "")).filter(place -> place.startsWith("/"))
                .map(Path::of).findFirst().orElse(Path.of("/nonexistent"));
    }
}

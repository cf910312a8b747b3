package org.chronus.instrument;

import java.util.ArrayList;
import java.util.List;

/** Another Java machine on our class path, for what is settled before a machine starts: its terminal, ALSA's configuration. */
public final class Child {
    private Child() { }

    /** The command that runs a class there. */
    public static List<String> command(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "--add-modules",
                "jdk.incubator.vector", "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}

package org.chronus.hosting.scan;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chronus.hosting.HostedPlugin;
import org.chronus.hosting.PluginException;
import org.chronus.hosting.PluginFormat;
import org.chronus.hosting.PluginInfo;
import org.chronus.hosting.PluginProcess;
import org.chronus.hosting.PluginSetup;
import org.chronus.hosting.PluginThread;
import org.chronus.hosting.PluginFormats;
import tools.jackson.databind.json.JsonMapper;

/**
 * The program that scans, in a process of its own, for plugins may crash or hang. It reads a line for each bundle, scheme and path, and
 * answers each with a line of JSON. Every plugin is opened and played for a moment.
 */
final class Scanner {
    private static final float RATE = 48_000;
    private static final int TRIAL_RUNS = 16;

    private Scanner() { }

    /** Without arguments. */
    public static void main(String[] none) throws IOException {
        // What plugins print must not get between the answers.
        PrintStream answers = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] words = line.split(" ", 2);
            answers.println(PluginProcess.MARK + JsonMapper.shared().writeValueAsString(scan(words[0], Path.of(words[1]))));
        }
        Runtime.getRuntime().halt(0);
    }

    private static BundleScan scan(String scheme, Path bundle) {
        try {
            PluginFormat format = PluginFormats.find(scheme).orElseThrow();
            List<PluginInfo> tried = new ArrayList<>();
            for (PluginInfo plugin : PluginThread.call(() -> format.scan(bundle))) {
                tried.add(plugin.refusal().isEmpty() ? attempt(format, plugin) : plugin);
            }
            return new BundleScan(0, tried, "");
        } catch (PluginException e) {
            return new BundleScan(0, List.of(), e.getMessage());
        } catch (RuntimeException | Error e) {
            return new BundleScan(0, List.of(), bundle + ": " + e);
        }
    }

    private static PluginInfo attempt(PluginFormat format, PluginInfo plugin) {
        try {
            HostedPlugin instance = PluginThread.call(() -> format.open(plugin, new PluginSetup(RATE, Optional.empty(), Optional.empty())));
            if (plugin.notes()) {
                instance.noteOn(0, 0, 60, 0, 0.7f);
            }
            for (int i = 0; i < TRIAL_RUNS; i++) {
                instance.run(HostedPlugin.MOST_FRAMES);
            }
            PluginThread.call(() -> {
                instance.close();
                return null;
            });
            return plugin;
        } catch (PluginException | RuntimeException e) {
            return plugin.refused(e.getMessage());
        }
    }
}

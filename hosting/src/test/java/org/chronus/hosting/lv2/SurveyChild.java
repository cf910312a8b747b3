package org.chronus.hosting.lv2;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.chronus.hosting.HostedPlugin;
import org.chronus.hosting.PluginException;
import org.chronus.hosting.PluginInfo;
import org.chronus.hosting.PluginSetup;
import org.chronus.hosting.PluginThread;

/**
 * Opens every plugin of some bundles and plays each for ten seconds, in a process of its own. The words are plugins that are left out, as
 * {@code -URI}, and bundles. For each plugin it says that it begins and what became of it.
 */
final class SurveyChild {
    /** Begins a line of its own, whatever a plugin has printed. */
    static final String MARK = "\n#survey\t";

    private static final int RATE = 48_000, RUNS = 10 * RATE / HostedPlugin.MOST_FRAMES, PHRASE = 375;

    private SurveyChild() { }

    /** See the class. */
    public static void main(String[] words) throws PluginException {
        Set<String> leftOut = Set.of(words);
        Lv2Format format = new Lv2Format();
        for (String word : words) {
            if (!word.startsWith("-")) {
                for (PluginInfo plugin : format.scan(Path.of(word))) {
                    if (!leftOut.contains("-" + plugin.id())) {
                        say("begin", plugin.id(), "");
                        say("end", plugin.id(), plugin.refusal().isEmpty() ? attempt(format, plugin) : "refused: " + plugin.refusal());
                    }
                }
            }
        }
        say("done", "", "");
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    private static void say(String what, String plugin, String outcome) {
        System.out.print(MARK + what + "\t" + plugin + "\t" + outcome + "\n");
        System.out.flush();
    }

    private static String attempt(Lv2Format format, PluginInfo plugin) {
        try {
            long start = System.nanoTime();
            HostedPlugin instance = PluginThread.call(() -> format.open(plugin, new PluginSetup(RATE, Optional.empty(), Optional.empty())));
            long opened = System.nanoTime();
            float before = quiet(instance);
            long begins = System.nanoTime();
            String outcome = play(instance);
            long played = System.nanoTime();
            String reset = Math.abs(quiet(instance) - before) > 1e-3 ? ", sounds otherwise after a reset" : "";
            PluginThread.call(() -> {
                instance.close();
                return null;
            });
            return outcome + reset + String.format(Locale.ROOT, "\topened in %.0f ms, %.1f us a block", (opened - start) / 1e6,
                    (played - begins) / 1e3 / RUNS);
        } catch (PluginException | RuntimeException e) {
            return "failed: " + e.getMessage();
        }
    }

    /** Two notes in half a second, again and again, and noise at -12 dB into every input. */
    private static String play(HostedPlugin plugin) {
        int inputs = plugin.info().audioInputs().size(), outputs = plugin.info().audioOutputs().size();
        int random = 1;
        float loudest = 0;
        boolean flushes = false;
        for (int run = 0; run < RUNS; run++) {
            for (int channel = 0; channel < inputs; channel++) {
                for (int i = 0; i < HostedPlugin.MOST_FRAMES; i++) {
                    random = random * 1_664_525 + 1_013_904_223;
                    plugin.input(channel).setAtIndex(JAVA_FLOAT, i, random * 0x1p-33f);
                }
            }
            int key = 48 + run / PHRASE % 24;
            if (run % PHRASE == 0) {
                plugin.noteOn(0, 0, key, 0, 0.8f);
                plugin.noteOn(33, 0, key + 7, 0, 0.01f);
            } else if (run % PHRASE == PHRASE / 2) {
                plugin.noteOff(1, 0, key, 0.5f);
                plugin.noteOff(63, 0, key + 7, 0);
            }
            int frames = run % 10 == 9 ? 1 + run % HostedPlugin.MOST_FRAMES : HostedPlugin.MOST_FRAMES;
            if (run % 10 == 9 && run % PHRASE == PHRASE / 2) {
                frames = HostedPlugin.MOST_FRAMES;
            }
            if (!plugin.run(frames)) {
                return "failed: does not run";
            }
            flushes |= flushesToZero();
            for (int channel = 0; channel < outputs; channel++) {
                float peak = peak(plugin.output(channel), frames);
                if (!Float.isFinite(peak)) {
                    return "not finite after " + run + " blocks";
                }
                loudest = Math.max(loudest, peak);
            }
        }
        return "ok" + (outputs > 0 && loudest == 0 ? ", silent" : "") + (flushes ? ", leaves flush-to-zero behind" : "")
                + (plugin.latency() > 0 ? ", late by " + plugin.latency() : "");
    }

    /** The loudest sample of half a second that begins with a reset and has nothing at its inputs. */
    private static float quiet(HostedPlugin plugin) throws PluginException {
        PluginThread.call(() -> {
            plugin.reset();
            return null;
        });
        float loudest = 0;
        for (int run = 0; run < PHRASE; run++) {
            plugin.run(HostedPlugin.MOST_FRAMES);
            for (int channel = 0; channel < plugin.info().audioOutputs().size(); channel++) {
                loudest = Math.max(loudest, peak(plugin.output(channel), HostedPlugin.MOST_FRAMES));
            }
        }
        return loudest;
    }

    private static float peak(MemorySegment block, int frames) {
        float peak = 0;
        for (int i = 0; i < frames; i++) {
            float value = Math.abs(block.getAtIndex(JAVA_FLOAT, i));
            if (!(value <= peak)) {
                peak = value;
            }
            if (Float.isNaN(value)) {
                return value;
            }
        }
        return peak;
    }

    /** True if the thread does not calculate with numbers as small as there are. */
    static boolean flushesToZero() {
        return half(Float.MIN_NORMAL) == 0;
    }

    private static float half(float value) {
        return value * Holder.half;
    }

    /** Not a constant, so that the processor calculates. */
    private static final class Holder {
        private static volatile float half = 0.5f;

        private Holder() { }
    }
}

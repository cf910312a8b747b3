package org.chronus.hosting;

import java.nio.file.Path;
import java.util.List;

/**
 * What a plugin is and has, known from a scan without its being loaded. Immutable; any thread.
 *
 * @param scheme       its format's
 * @param id           a URI, or whatever names it in its format
 * @param name         for people
 * @param maker        who made it; may be empty
 * @param bundle       the file or folder that it is in
 * @param audioInputs  symbols of its audio inputs, in the order of the plugin; the first two are left and right
 * @param audioOutputs likewise
 * @param notes        true if it takes notes: without audio inputs it is an instrument
 * @param parameters   that a host may set, in the order of the plugin
 * @param presets      names of the presets that come with it
 * @param refusal      why it cannot be hosted, in a line; empty if it can
 */
public record PluginInfo(String scheme, String id, String name, String maker, Path bundle, List<String> audioInputs, List<String> audioOutputs,
                         boolean notes, List<PluginParameter> parameters, List<String> presets, String refusal) {
    /** Copies the lists. */
    public PluginInfo {
        audioInputs = List.copyOf(audioInputs);
        audioOutputs = List.copyOf(audioOutputs);
        parameters = List.copyOf(parameters);
        presets = List.copyOf(presets);
    }

    /** The same, which cannot be hosted for this reason. */
    public PluginInfo refused(String reason) {
        return new PluginInfo(scheme, id, name, maker, bundle, audioInputs, audioOutputs, notes, parameters, presets, reason);
    }

    /** How presets name it: {@code lv2:URI}. */
    public String type() {
        return scheme + ":" + id;
    }

    /** True if it plays notes and nothing else; false for an effect. */
    public boolean isInstrument() {
        return notes && audioInputs.isEmpty() && !audioOutputs.isEmpty();
    }
}

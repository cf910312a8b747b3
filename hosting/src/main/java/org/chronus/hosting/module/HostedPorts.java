package org.chronus.hosting.module;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.chronus.hosting.HostedPlugin;
import org.chronus.hosting.PluginInfo;
import org.chronus.hosting.PluginParameter;
import org.chronus.modules.Input;

/**
 * The parameters of a plugin as inputs of the module that plays it. What a preset says of none has the value of the plugin's own preset or
 * state. Mutable; built by the loader, then the audio thread's.
 */
final class HostedPorts {
    /** What modules of plugins have themselves, and what stands beside ports in presets. */
    private static final Set<String> TAKEN = Set.of("in", "out", "preset", "state", "program", "bank", "isolate", "type", "per");

    private final List<PluginParameter> parameters;
    private final Input[] inputs;
    private final float[] sent;

    /** Declares them, by {@code declare}, in the module under construction. */
    HostedPorts(PluginInfo plugin, Function<String, Input> declare) {
        parameters = plugin.parameters();
        inputs = parameters.stream().map(parameter -> declare(parameter, declare)).toArray(Input[]::new);
        sent = new float[inputs.length];
    }

    private static Input declare(PluginParameter parameter, Function<String, Input> declare) {
        String symbol = TAKEN.contains(parameter.symbol()) ? parameter.symbol() + "_" : parameter.symbol();
        Input input = declare.apply(symbol).range(parameter.minimum(), parameter.maximum(), parameter.unit())
                .normally(parameter.normally()).held().means(meaning(parameter));
        return parameter.logarithmic() && parameter.minimum() > 0 ? input.logarithmic() : input;
    }

    private static String meaning(PluginParameter parameter) {
        Optional<String> points = parameter.points().entrySet().stream().sorted(java.util.Map.Entry.comparingByValue())
                .map(point -> point.getValue() + " " + point.getKey()).reduce((a, b) -> a + ", " + b);
        return parameter.name() + points.map(text -> ": " + text).orElse("");
    }

    /** [loader] The plugin was opened: its values are the usual ones from now on. */
    void follow(HostedPlugin plugin) {
        for (int i = 0; i < inputs.length; i++) {
            PluginParameter parameter = parameters.get(i);
            float value = plugin.parameter(i);
            inputs[i].normally(Float.isNaN(value) ? parameter.normally() : Math.clamp(value, parameter.minimum(), parameter.maximum()));
            sent[i] = Float.NaN;
        }
    }

    /** [audio] Tells the plugin what has changed since the last time. */
    void send(HostedPlugin plugin) {
        for (int i = 0; i < inputs.length; i++) {
            float value = inputs[i].data[0];
            if (value != sent[i]) {
                plugin.setParameter(0, i, value);
            }
        }
    }

    /** [audio] What was sent, to as many instances as there are, is known. */
    void sent() {
        for (int i = 0; i < inputs.length; i++) {
            sent[i] = inputs[i].data[0];
        }
    }
}

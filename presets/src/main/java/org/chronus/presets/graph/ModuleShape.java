package org.chronus.presets.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.chronus.modules.Choice;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;

/** What a module type has to cable and to set, read from a module that was made of it. Maps are in the order of declaration. */
public record ModuleShape(String type, Map<String, Input> inputs, List<String> outputs, Map<String, List<String>> choices) {
    static ModuleShape of(String type, Module module) {
        Map<String, Input> inputs = new LinkedHashMap<>();
        module.inputs().forEach(input -> inputs.put(input.symbol(), input));
        Map<String, List<String>> choices = new LinkedHashMap<>();
        for (Choice<?> choice : module.choices()) {
            choices.put(choice.symbol(), choice.names());
        }
        return new ModuleShape(type, inputs, module.outputs().stream().map(Output::symbol).toList(), choices);
    }

    /** True if a bare name means two outputs at once, one for each side. */
    boolean isStereo() {
        return !outputs.contains("out") && outputs.contains("left") && outputs.contains("right");
    }

    /** What a preset may write behind the module's type. */
    List<String> keys() {
        List<String> keys = new ArrayList<>(List.of("type", "per"));
        keys.addAll(choices.keySet());
        keys.addAll(inputs.keySet());
        return keys;
    }
}

package org.chronus.modules;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a module type declares. Immutable; any thread. The ports and choices are those of an example that never runs: only their
 * declarations are of interest.
 *
 * @param inputs  by symbol, in the order of declaration
 * @param outputs by symbol, in the order of declaration
 * @param choices by symbol, in the order of declaration
 * @param texts   settings that are texts, by symbol, in the order of declaration
 * @param latency frames by which the output comes later than the input, before the module is activated
 * @param tail    seconds for which it may sound on after its input has ended, with every input at its default; infinite if unknown
 * @param place   where it may stand
 */
public record ModuleShape(Map<String, Input> inputs, Map<String, Output> outputs, Map<String, Choice<?>> choices,
                          Map<String, TextSetting> texts, int latency, double tail, Module.Place place) {
    static ModuleShape of(Module example) {
        return new ModuleShape(bySymbol(example.inputs(), Input::symbol), bySymbol(example.outputs(), Output::symbol),
                bySymbol(example.choices(), Choice::symbol), bySymbol(example.texts(), TextSetting::symbol), example.latency(), example.tail(),
                example.place());
    }

    /** True if it has a left and a right output and none called {@code out}: then its bare name means both. */
    public boolean isStereo() {
        return !outputs.containsKey("out") && outputs.containsKey("left") && outputs.containsKey("right");
    }

    private static <T> Map<String, T> bySymbol(List<T> declared, Function<T, String> symbol) {
        Map<String, T> map = new LinkedHashMap<>();
        declared.forEach(each -> map.put(symbol.apply(each), each));
        return Collections.unmodifiableMap(map);
    }
}

package org.chronus.instrument.control.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.chronus.instrument.control.Refused;
import org.chronus.modules.ModuleCatalog;
import org.chronus.modules.ModuleShape;
import org.chronus.modules.ModuleSource;
import org.chronus.modules.ModuleType;
import org.chronus.modules.NoteSignal;

/**
 * What presets may name, for editors that complete words: module types with their ports and choices, and the signals of a note. Stateless; any
 * thread.
 */
public final class JsonCatalog {
    private JsonCatalog() { }

    /**
     * {@code {"note":[...],"types":[{"type":...,"meaning":...,"inputs":{...},"outputs":[...],"choices":{...}}]}}; settings that are texts are among
     * the choices, with the words that are known. Plugins are not in it.
     */
    public static Map<String, Object> object(ModuleCatalog catalog) {
        List<Map<String, Object>> types = new ArrayList<>();
        catalog.types().forEach(type -> types.add(object(type)));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("note", Stream.of(NoteSignal.values()).map(NoteSignal::symbol).toList());
        all.put("types", types);
        return all;
    }

    /** {@code [{"type":...,"meaning":...}]}: the plugins that are installed; the first time this may look for them, which takes its time. */
    public static List<Map<String, Object>> plugins(ModuleCatalog catalog) {
        return catalog.source().map(ModuleSource::names).orElse(List.of()).stream().flatMap(name -> catalog.find(name).stream())
                .map(type -> {
                    Map<String, Object> plugin = new LinkedHashMap<>();
                    plugin.put("type", type.name());
                    plugin.put("meaning", type.meaning());
                    return plugin;
                }).toList();
    }

    /** One of them, as the types of the catalog are. Refused if there is none. */
    public static Map<String, Object> plugin(ModuleCatalog catalog, String name) throws Refused {
        return catalog.find(name).map(JsonCatalog::object).orElseThrow(() -> new Refused("there is no plugin " + name,
                catalog.source().flatMap(source -> source.refusal(name)).orElse("chronus list plugins says what there is")));
    }

    private static Map<String, Object> object(ModuleType type) {
        ModuleShape shape = type.shape();
        Map<String, Object> inputs = new LinkedHashMap<>();
        shape.inputs().forEach((symbol, input) -> inputs.put(symbol, input.meaning()));
        Map<String, Object> choices = new LinkedHashMap<>();
        shape.choices().forEach((symbol, choice) -> choices.put(symbol, choice.names()));
        shape.texts().forEach((symbol, text) -> choices.put(symbol, text.known()));
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", type.name());
        object.put("meaning", type.meaning());
        object.put("inputs", inputs);
        object.put("outputs", List.copyOf(shape.outputs().keySet()));
        object.put("choices", choices);
        return object;
    }
}

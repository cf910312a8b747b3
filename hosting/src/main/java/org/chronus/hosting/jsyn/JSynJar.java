package org.chronus.hosting.jsyn;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

import org.chronus.hosting.PluginException;
import org.chronus.modules.ModuleType;

/**
 * What a jar of JSyn offers: a module type {@code jsyn:SimpleName} for every public class of units with a constructor without arguments, and
 * an instrument {@code jsyn:SimpleName/Preset} for every preset that a class of voices describes.
 * Immutable; any thread.
 *
 * @param types by name
 * @param left  why the other such classes are no modules, by their names
 */
public record JSynJar(List<ModuleType> types, Map<String, String> left) {
    private static final String SCHEME = "jsyn:";
    private static final String ENDING = ".class";

    /** Copies both. */
    public JSynJar {
        types = List.copyOf(types);
        left = Collections.unmodifiableMap(new TreeMap<>(left));
    }

    /** True for the jars that are read as JSyn. */
    public static boolean isOne(String fileName) {
        return fileName.startsWith("jsyn") && fileName.endsWith(".jar");
    }

    /**
     * Makes and tries one unit of each class, which takes a fraction of a second for all of JSyn.
     *
     * @param loader has the classes of the jar
     * @throws PluginException if it is not a JSyn that is known
     */
    public static JSynJar read(JarFile jar, ClassLoader loader) throws PluginException {
        JSynApi api = new JSynApi(loader);
        Map<String, ModuleType> types = new TreeMap<>();
        Map<String, String> left = new TreeMap<>();
        for (Class<?> type : units(jar, api)) {
            String name = SCHEME + type.getSimpleName();
            try {
                if (types.containsKey(name)) {
                    throw new PluginException("there is another " + type.getSimpleName() + " in this jar");
                }
                UnitShape shape = UnitShape.of(api, type);
                types.put(name, new ModuleType(name, JSynModule.meaning(shape), () -> new JSynModule(api, shape)));
                types.get(name).shape();
                addInstruments(api, shape, name, types, left);
            } catch (PluginException e) {
                left.put(name, e.getMessage());
            } catch (RuntimeException | LinkageError e) {
                left.put(name, "it cannot be read: " + e);
            }
        }
        return new JSynJar(List.copyOf(types.values()), left);
    }

    /** Of a class that describes its presets. */
    private static void addInstruments(JSynApi api, UnitShape shape, String name, Map<String, ModuleType> types, Map<String, String> left) {
        try {
            List<String> presets = api.presets(shape.type());
            for (int i = 0; i < presets.size(); i++) {
                int preset = i;
                String title = name + "/" + presets.get(preset);
                types.put(title, new ModuleType(title, "instrument of JSyn", () -> instrument(api, shape, preset)));
            }
        } catch (PluginException e) {
            left.put(name + "/", e.getMessage());
        }
    }

    private static VoiceInstrument instrument(JSynApi api, UnitShape shape, int preset) {
        try {
            return new VoiceInstrument(api, shape.atPreset(api, preset));
        } catch (PluginException e) {
            throw new IllegalStateException(shape.type().getSimpleName() + ": " + e.getMessage(), e);
        }
    }

    /** The classes that are meant, in the order of their names: those of unitgen first. */
    private static List<Class<?>> units(JarFile jar, JSynApi api) {
        List<String> names = new ArrayList<>(jar.stream().map(ZipEntry::getName).filter(name -> name.endsWith(ENDING))
                .map(name -> name.substring(0, name.length() - ENDING.length()).replace('/', '.')).sorted().toList());
        names.sort(Comparator.comparing(name -> !name.startsWith("com.jsyn.unitgen.")));
        List<Class<?>> found = new ArrayList<>();
        for (String name : names) {
            try {
                Class<?> type = Class.forName(name, false, api.loader);
                if (api.unit.isAssignableFrom(type) && isUsable(type)) {
                    found.add(type);
                }
            } catch (ClassNotFoundException | LinkageError e) {
                // A class that needs what is not there, such as a driver: no unit can be made of it.
                continue;
            }
        }
        return found;
    }

    private static boolean isUsable(Class<?> type) {
        int modifiers = type.getModifiers();
        if (!Modifier.isPublic(modifiers) || Modifier.isAbstract(modifiers)) {
            return false;
        }
        try {
            type.getConstructor();
            return true;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }
}

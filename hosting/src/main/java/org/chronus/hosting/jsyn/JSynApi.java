package org.chronus.hosting.jsyn;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.chronus.hosting.PluginException;

/**
 * JSyn as one jar has it: its classes, found by name in the jar's class loader. Immutable but for the engines that it keeps; any thread,
 * and the calls in it [audio].
 *
 * <p>Units ask a {@code SynthesisEngine} for the frame rate, and for nothing else that is needed here. There is one engine for each rate; it
 * never runs, has no device and no thread, and what its queue were given would stay there: so ports are written directly.
 */
final class JSynApi {
    /** Frames of JSyn's block. */
    static final int FRAMES = 8;
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.publicLookup();
    private static final int CHANNELS = 2;

    final ClassLoader loader;
    final Class<?> unit, inputPort, outputPort, gatePort, variablePort, source, voice, random, engine;
    final UnitCalls.Generate generate;
    final UnitCalls.SetVariable setVariable;
    final UnitCalls.SetSeed setSeed;
    private final Map<Integer, Object> engines = new HashMap<>();

    /** @throws PluginException if this is no JSyn of a kind that is known */
    JSynApi(ClassLoader loader) throws PluginException {
        this.loader = loader;
        unit = type("unitgen.UnitGenerator");
        source = type("unitgen.UnitSource");
        voice = type("unitgen.UnitVoice");
        inputPort = type("ports.UnitInputPort");
        outputPort = type("ports.UnitOutputPort");
        gatePort = type("ports.UnitGatePort");
        variablePort = type("ports.UnitVariablePort");
        engine = type("engine.SynthesisEngine");
        random = type("util.PseudoRandom");
        generate = UnitCalls.as(UnitCalls.Generate.class, handle(unit, "generate", int.class, int.class));
        setVariable = UnitCalls.as(UnitCalls.SetVariable.class, handle(variablePort, "set", double.class));
        setSeed = UnitCalls.as(UnitCalls.SetSeed.class, handle(random, "setSeed", int.class));
    }

    /** A new unit, which has no engine yet: what is set, is set at once. */
    Object make(Class<?> type) throws PluginException {
        try {
            return type.getConstructor().newInstance();
        } catch (InvocationTargetException e) {
            throw new PluginException("it cannot be made: " + e.getCause(), e);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new PluginException("it cannot be made: " + e, e);
        }
    }

    /** Gives a unit the engine of that rate. */
    void connect(Object made, int rate) throws PluginException {
        call(made, "setSynthesisEngine", new Class<?>[] {engine}, engine(rate));
    }

    /** The ports of a unit that are declared, in order. */
    List<Object> ports(Object made) throws PluginException {
        return new ArrayList<>((Collection<?>) call(made, "getPorts"));
    }

    String name(Object port) throws PluginException {
        return (String) call(port, "getName");
    }

    /** How many parts (channels) a port has. */
    int parts(Object port) throws PluginException {
        return (int) call(port, "getNumParts");
    }

    /** The 8 numbers of a part of an input or output: the same array for life, of an input that nothing in JSyn is connected to. */
    double[] values(Object port, int part) throws PluginException {
        return (double[]) call(port, "getValues", new Class<?>[] {int.class}, part);
    }

    boolean isConnected(Object port, int part) throws PluginException {
        return (boolean) call(port, "isConnected", new Class<?>[] {int.class}, part);
    }

    /** A number of a port or unit that a method without arguments gives. */
    double number(Object target, String getter) throws PluginException {
        return (double) call(target, getter);
    }

    /** What the unit makes, also if it is not declared; only of a {@code UnitSource}. */
    Object output(Object made) throws PluginException {
        return call(made, "getOutput");
    }

    /** The names of the presets of a class of voices, by its public {@code getVoiceDescription}; none if it has no such. */
    List<String> presets(Class<?> type) throws PluginException {
        if (!voice.isAssignableFrom(type)) {
            return List.of();
        }
        try {
            Object description = type.getMethod("getVoiceDescription").invoke(null);
            Method names = description.getClass().getSuperclass().getMethod("getPresetNames");
            return List.of((String[]) names.invoke(description));
        } catch (NoSuchMethodException e) {
            return List.of();
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new PluginException("its presets cannot be read: " + e, e);
        }
    }

    Object call(Object target, String method) throws PluginException {
        return call(target, method, new Class<?>[0]);
    }

    /** Calls a public method. */
    Object call(Object target, String method, Class<?>[] types, Object... values) throws PluginException {
        try {
            return target.getClass().getMethod(method, types).invoke(target, values);
        } catch (InvocationTargetException e) {
            throw new PluginException(method + " fails: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new PluginException("its " + method + " is not that of JSyn 17: take jsyn-17.2.0.jar", e);
        }
    }

    private synchronized Object engine(int rate) throws PluginException {
        Object made = engines.get(rate);
        if (made == null) {
            made = newEngine();
            call(made, "setRealTime", new Class<?>[] {boolean.class}, false);
            Class<?>[] numbers = {int.class, int.class, int.class, int.class, int.class};
            call(made, "start", numbers, rate, -1, CHANNELS, -1, CHANNELS);
            engines.put(rate, made);
        }
        return made;
    }

    /** One without a device; the constructor without an argument would look for sound cards. */
    private Object newEngine() throws PluginException {
        try {
            for (Constructor<?> constructor : engine.getConstructors()) {
                if (constructor.getParameterCount() == 1) {
                    return constructor.newInstance((Object) null);
                }
            }
            return engine.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new PluginException("its SynthesisEngine cannot be made: " + e, e);
        }
    }

    private Class<?> type(String name) throws PluginException {
        try {
            return Class.forName("com.jsyn." + name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new PluginException("it has no com.jsyn." + name + ": take jsyn-17.2.0.jar", e);
        }
    }

    private static MethodHandle handle(Class<?> type, String name, Class<?>... parameters) throws PluginException {
        try {
            Method method = type.getMethod(name, parameters);
            return LOOKUP.unreflect(method);
        } catch (ReflectiveOperationException e) {
            throw new PluginException("its " + type.getSimpleName() + "." + name + " is not that of JSyn 17: take jsyn-17.2.0.jar", e);
        }
    }
}

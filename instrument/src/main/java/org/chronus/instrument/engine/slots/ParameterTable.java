package org.chronus.instrument.engine.slots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.chronus.instrument.engine.state.ParameterNames;
import org.chronus.modules.patch.Part;
import org.chronus.modules.patch.Patch;
import org.chronus.modules.patch.cable.Parameter;

/**
 * The parameters of one patch by their numbers. A name that several parts have stands for all of them. Built by the loader, read on the
 * audio thread.
 */
final class ParameterTable {
    private static final String MIX = "mix/";
    private static final Parameter[] NONE = { };
    /** A knob has come to a value if it is as near as this: a step and a half of the 127 that it has. */
    private static final float NEAR = 1.5f / 127;

    /** By number; null for numbers of other patches. */
    private final Parameter[][] parameters;

    ParameterTable(Patch patch, ParameterNames names) {
        Map<Integer, List<Parameter>> found = new TreeMap<>();
        List<Part> parts = patch.parts();
        for (Part part : parts) {
            part.parameters().forEach((port, parameter) -> add(port.toString(), parameter, names, found));
            part.parameters().forEach((port, parameter) -> add(part.plan().id() + "/" + port, parameter, names, found));
        }
        patch.mixParameters().forEach((port, parameter) -> add(port.toString(), parameter, names, found));
        patch.mixParameters().forEach((port, parameter) -> add(MIX + port, parameter, names, found));
        parameters = new Parameter[found.keySet().stream().mapToInt(number -> number + 1).max().orElse(0)][];
        Arrays.fill(parameters, NONE);
        found.forEach((number, list) -> parameters[number] = list.toArray(Parameter[]::new));
    }

    private static void add(String name, Parameter parameter, ParameterNames names, Map<Integer, List<Parameter>> found) {
        names.give(name).ifPresent(number -> found.computeIfAbsent(number, key -> new ArrayList<>()).add(parameter));
    }

    /** [audio] A value in the port's unit; smoothed as the port declares unless {@code atOnce}. Nothing if this patch has no such port. */
    void set(int number, float value, boolean atOnce) {
        if (number < parameters.length) {
            Parameter[] all = parameters[number];
            for (int i = 0; i < all.length; i++) {
                if (atOnce) {
                    all[i].jump(value);
                } else {
                    all[i].set(value);
                }
            }
        }
    }

    /**
     * [audio] A knob is turned, see {@link org.chronus.midi.command.ParameterChange.Turn}. Returns the value that the parameter has now, in the
     * port's unit; not a number if nothing was changed.
     */
    float turn(int number, float from, float to, boolean picksUp) {
        Parameter[] all = number < parameters.length ? parameters[number] : NONE;
        if (all.length == 0 || picksUp && !isBetween(all[0].position(), from, to)) {
            return Float.NaN;
        }
        for (int i = 0; i < all.length; i++) {
            all[i].setPosition(to);
        }
        return all[0].target();
    }

    /** [audio] An endless knob is turned by a share of the range. Returns the same as {@link #turn}. */
    float nudge(int number, float by) {
        Parameter[] all = number < parameters.length ? parameters[number] : NONE;
        for (int i = 0; i < all.length; i++) {
            all[i].setPosition(all[i].position() + by);
        }
        return all.length == 0 ? Float.NaN : all[0].target();
    }

    /** [any thread, as of some moment] Where a parameter is going, in the port's unit; not a number if this patch has none. */
    float value(int number) {
        Parameter[] all = number < parameters.length ? parameters[number] : NONE;
        return all.length == 0 ? Float.NaN : all[0].target();
    }

    /** [any thread] The value that the preset gives it; likewise. */
    float initial(int number) {
        Parameter[] all = number < parameters.length ? parameters[number] : NONE;
        return all.length == 0 ? Float.NaN : all[0].initial();
    }

    private static boolean isBetween(float position, float from, float to) {
        return position >= Math.min(from, to) - NEAR && position <= Math.max(from, to) + NEAR;
    }
}

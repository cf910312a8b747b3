package org.chronus.hosting.clap;

import java.util.List;

import org.chronus.hosting.clap.abi.AnswerList;
import org.chronus.hosting.clap.abi.Calls;
import org.chronus.hosting.clap.abi.EventList;
import org.chronus.hosting.clap.abi.FloatingPoint;
import org.chronus.hosting.clap.abi.Memory;

/**
 * Values of a plugin's parameters: the present ones, and those that it had when it was opened. Mutable; its present values belong to the audio
 * thread, and to the main thread while nothing runs the plugin.
 */
final class ParameterValues {
    private final List<ClapParameter> parameters;
    private final float[] initial;
    private final float[] present;

    /** [main thread] Reads them. */
    ParameterValues(ClapInstance plugin, List<ClapParameter> parameters) {
        this.parameters = parameters;
        initial = new float[parameters.size()];
        for (int i = 0; i < initial.length; i++) {
            initial[i] = parameters.get(i).value(plugin);
        }
        present = initial.clone();
    }

    /** The present value of one. */
    float present(int index) {
        return present[index];
    }

    /** [audio] One gets a value at a frame. */
    void set(int frame, int index, float value, EventList events) {
        ClapParameter parameter = parameters.get(index);
        float nearest = parameter.nearest(value);
        present[index] = nearest;
        events.value(frame, parameter.id(), parameter.cookie(), nearest);
    }

    /** [audio] The plugin has changed some by itself. */
    void take(AnswerList answers) {
        int count = answers.count();
        for (int i = 0; i < count; i++) {
            int id = answers.id(i);
            for (int k = 0; k < present.length; k++) {
                if (parameters.get(k).id() == id) {
                    present[k] = (float) answers.value(i);
                }
            }
        }
        answers.clear();
    }

    /** [main thread] Asks the plugin for all of them. */
    void refresh(ClapInstance plugin) {
        for (int i = 0; i < present.length; i++) {
            present[i] = parameters.get(i).value(plugin);
        }
    }

    /** [main thread, not active] As when it was opened, so far as the plugin has others now. */
    void restore(ClapInstance plugin, EventList events, AnswerList answers) {
        events.clear();
        boolean differs = false;
        for (int i = 0; i < present.length; i++) {
            if (parameters.get(i).value(plugin) != initial[i]) {
                set(0, i, initial[i], events);
                differs = true;
            }
            present[i] = initial[i];
        }
        if (differs) {
            long flush = Memory.pointer(plugin.extension("clap.params") + 40);
            Calls.flush(flush, plugin.address(), events.address(), answers.address());
            FloatingPoint.restore();
        }
        events.clear();
        answers.clear();
    }
}

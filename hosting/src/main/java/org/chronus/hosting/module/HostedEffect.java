package org.chronus.hosting.module;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

import org.chronus.hosting.HostedPlugin;
import org.chronus.hosting.PluginFormat;
import org.chronus.hosting.PluginInfo;
import org.chronus.modules.Choice;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.TextSetting;

/**
 * A module of the mix that a plugin with audio inputs is. A plugin with one input and one output is there twice, once for either side; one
 * with a single input hears both sides' mean, and a single output is heard on both.
 */
final class HostedEffect extends Module {
    private final PluginInfo info;
    private final PluginFormat format;
    private final Input in = input("in");
    private final Output out = output("out");
    private final TextSetting preset;
    private final TextSetting state = text("state").file().means("a file with the plugin's state");
    private final Choice<PluginInstances.Isolation> isolate = choice("isolate", PluginInstances.Isolation.YES)
            .means("no: without a process of its own, for those who trust it");
    private final HostedPorts ports;
    private final PluginInstances plugins = new PluginInstances();
    private boolean leftAndRight;

    HostedEffect(PluginInfo info, PluginFormat format) {
        this.info = info;
        this.format = format;
        preset = text("preset").among(info.presets()).means("a preset of the plugin's own");
        ports = new HostedPorts(info, this::input);
    }

    @Override public Place place() {
        return Place.MIX;
    }

    @Override protected void activate() {
        boolean mono = info.audioInputs().size() == 1 && info.audioOutputs().size() == 1;
        leftAndRight = info.audioInputs().size() > 1;
        plugins.open(format, info, PluginInstances.setup(sampleRate(), preset, state, resources()), mono ? 2 : 1,
                isolate.value(), resources());
        ports.follow(plugins.get(0));
    }

    @Override protected void renew() {
        plugins.reset();
        ports.follow(plugins.get(0));
    }

    @Override protected void release() {
        plugins.close();
    }

    @Override public int latency() {
        return plugins.latency();
    }

    @Override public double tail() {
        return plugins.tail();
    }

    @Override public void generate(int start, int limit) {
        for (int i = 0; i < plugins.count(); i++) {
            ports.send(plugins.get(i));
        }
        ports.sent();
        if (plugins.count() == 2) {
            start(0, start, limit);
            start(1, start, limit);
            if (!(finish(0, start, limit) & finish(1, start, limit))) {
                clear(start, limit);
            }
            return;
        }
        HostedPlugin plugin = plugins.get(0);
        int inputs = info.audioInputs().size();
        for (int i = start; i < limit; i++) {
            float left = in.data[i * in.step], right = in.data[i * in.step + 1];
            if (leftAndRight) {
                plugin.input(0).setAtIndex(JAVA_FLOAT, i - start, left);
                plugin.input(1).setAtIndex(JAVA_FLOAT, i - start, right);
            } else if (inputs == 1) {
                plugin.input(0).setAtIndex(JAVA_FLOAT, i - start, 0.5f * (left + right));
            }
        }
        if (plugin.run(limit - start)) {
            plugins.read(out, start, limit);
        } else {
            clear(start, limit);
        }
    }

    private void start(int lane, int start, int limit) {
        HostedPlugin plugin = plugins.get(lane);
        MemorySegment input = plugin.input(0);
        for (int i = start; i < limit; i++) {
            input.setAtIndex(JAVA_FLOAT, i - start, in.data[i * in.step + lane]);
        }
        plugin.start(limit - start);
    }

    private boolean finish(int lane, int start, int limit) {
        HostedPlugin plugin = plugins.get(lane);
        boolean played = plugin.finish(limit - start);
        if (out.step != 0 && played) {
            MemorySegment output = plugin.output(0);
            for (int i = start; i < limit; i++) {
                out.data[i * LANES + lane] = output.getAtIndex(JAVA_FLOAT, i - start);
            }
        }
        return played;
    }

    private void clear(int start, int limit) {
        if (out.step != 0) {
            Arrays.fill(out.data, start * LANES, limit * LANES, 0);
        }
    }
}

package org.chronus.hosting.isolation;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

import org.chronus.hosting.HostedPlugin;
import org.chronus.hosting.PluginInfo;

/** A block of audio for each input and output of a plugin, on this side. Audio thread only, after construction. */
final class PluginBuffers {
    /** Where {@link HostedPlugin#input} leads. */
    final MemorySegment[] inputs;
    /** Where {@link HostedPlugin#output} leads. */
    final MemorySegment[] outputs;

    PluginBuffers(PluginInfo info, Arena arena) {
        inputs = blocks(info.audioInputs(), arena);
        outputs = blocks(info.audioOutputs(), arena);
    }

    private static MemorySegment[] blocks(List<String> channels, Arena arena) {
        return channels.stream().map(_ -> arena.allocate(4L * HostedPlugin.MOST_FRAMES, 64)).toArray(MemorySegment[]::new);
    }

    /** Gives the inputs of a piece to the other side. */
    void give(SharedBlock block, int frames) {
        for (int i = 0; i < inputs.length; i++) {
            MemorySegment.copy(inputs[i], 0, block.input(i), 0, 4L * frames);
        }
    }

    /** Takes the outputs of a piece from there. */
    void take(SharedBlock block, int frames) {
        for (int i = 0; i < outputs.length; i++) {
            MemorySegment.copy(block.output(i), 0, outputs[i], 0, 4L * frames);
        }
    }
}

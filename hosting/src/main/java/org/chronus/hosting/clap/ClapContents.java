package org.chronus.hosting.clap;

import java.nio.file.Path;
import java.util.List;

import org.chronus.hosting.PluginException;
import org.chronus.hosting.PluginInfo;
import org.chronus.hosting.clap.abi.FloatingPoint;

/** The ports and parameters of a plugin. Immutable; any thread. */
record ClapContents(List<AudioPort> inputs, List<AudioPort> outputs, NotePort notes, List<ClapParameter> parameters) {
    /** [main thread] Reads them from a plugin that is not active. */
    static ClapContents read(ClapInstance plugin) {
        try {
            return new ClapContents(AudioPort.read(plugin, true), AudioPort.read(plugin, false), NotePort.read(plugin),
                    ClapParameter.read(plugin));
        } finally {
            FloatingPoint.restore();
        }
    }

    /** What a scan says of it. */
    PluginInfo info(ClapLibrary.Descriptor plugin, Path bundle) {
        List<String> in = AudioPort.symbols(inputs, "in"), out = AudioPort.symbols(outputs, "out");
        return new PluginInfo(ClapFormat.SCHEME, plugin.id(), plugin.name(), plugin.vendor(), bundle, in, out, notes.exists(),
                parameters.stream().map(ClapParameter::parameter).toList(), List.of(), out.isEmpty() ? "it has no audio output" : "");
    }

    /** That it is still as a scan has found it. */
    void check(PluginInfo known) throws PluginException {
        List<String> symbols = parameters.stream().map(each -> each.parameter().symbol()).toList();
        if (AudioPort.channels(inputs) != known.audioInputs().size() || AudioPort.channels(outputs) != known.audioOutputs().size()
                || !symbols.equals(known.parameters().stream().map(each -> each.symbol()).toList())) {
            throw new PluginException(known.type() + " has other ports than when it was scanned: scan the plugins again");
        }
    }
}

package org.chronus.instrument.cli.options;

import org.chronus.instrument.jack.JackOptions;
import picocli.CommandLine.Option;

/** How a command is a client of JACK. */
public final class JackSettings {
    @Option(names = "--jack-name", paramLabel = "NAME", defaultValue = JackOptions.NAME, description = "name of the JACK client (${DEFAULT-VALUE})")
    private String name;
    @Option(names = "--connect", paramLabel = "PORT", defaultValue = "",
            description = "under JACK: connect to the ports whose name has this, instead of the first two of the hardware")
    private String target;
    @Option(names = "--no-connect", description = "under JACK: connect no audio")
    private boolean alone;

    /** For the usual server. */
    public JackOptions options() {
        return new JackOptions("", name, !alone, target);
    }
}

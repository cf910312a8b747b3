package org.chronus.instrument.cli.options;

import java.util.Optional;

import org.chronus.instrument.assembly.InstrumentSetup;
import org.chronus.presets.preset.Transition;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say how presets change while it plays. Set once; one thread. */
public final class ChangeOptions {
    private static final int MOST = 16;

    @Spec(Spec.Target.MIXEE) private CommandSpec spec;
    private int standby;
    @Option(names = "--transition", paramLabel = "ring|crossfade|cut", description = "how presets change (as each preset says)")
    private Transition transition;

    @Option(names = "--standby", paramLabel = "N", defaultValue = "" + InstrumentSetup.NEIGHBOURS,
            description = "neighbours in the set list that are made ready before they are asked for, the next first (${DEFAULT-VALUE})")
    void setStandby(int presets) {
        if (presets < 0 || presets > MOST) {
            throw new ParameterException(spec.commandLine(), "--standby is 0 to " + MOST + " presets, not " + presets);
        }
        standby = presets;
    }

    /** An instrument that changes presets like this. */
    public InstrumentSetup of(InstrumentSetup setup) {
        return setup.withTransition(Optional.ofNullable(transition)).withReady(standby);
    }

    /** How many neighbours in the set list the loader is told: those that are not made ready are read and checked. */
    public int neighbours() {
        return Math.max(standby, InstrumentSetup.NEIGHBOURS);
    }
}

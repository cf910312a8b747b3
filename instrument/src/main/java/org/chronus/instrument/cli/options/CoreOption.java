package org.chronus.instrument.cli.options;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.chronus.foreign.Processors;
import org.chronus.foreign.Scheduling;
import picocli.CommandLine.Option;

/** Which processors the audio thread has, and what it waits for. */
public final class CoreOption {
    private static final String ISOLATED = "auto", ANY = "none";

    @Option(names = "--cores", paramLabel = "auto|LIST|none", defaultValue = ISOLATED,
            description = "processors: the audio thread keeps to the first, plugins to the others; auto takes those that the kernel isolates, "
                    + "and none if there are none (${DEFAULT-VALUE})")
    private String cores;

    /** From now on audio threads keep to it, and plugins. */
    public void apply() throws Refusal, InterruptedException {
        Scheduling.keepAudioTo(switch (cores) {
            case ANY -> List.of();
            case ISOLATED -> allowed(Processors.isolated());
            default -> listed();
        });
    }

    private List<Integer> listed() throws Refusal, InterruptedException {
        List<Integer> wanted;
        try {
            wanted = Processors.parse(cores);
        } catch (IllegalArgumentException wrong) {
            throw Refusal.misuse("--cores: " + wrong.getMessage());
        }
        for (int processor : wanted) {
            if (!Processors.allow(processor)) {
                throw new Refusal("--cores: " + processor + " is not there, or not for this process: there are "
                        + allowed(Processors.online()).stream().map(String::valueOf).collect(Collectors.joining(", ")));
            }
        }
        return wanted;
    }

    private static List<Integer> allowed(List<Integer> processors) throws InterruptedException {
        List<Integer> allowed = new ArrayList<>();
        for (int processor : processors) {
            if (Processors.allow(processor)) {
                allowed.add(processor);
            }
        }
        return allowed;
    }
}

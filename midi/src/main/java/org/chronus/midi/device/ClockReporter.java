package org.chronus.midi.device;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntFunction;

import org.chronus.midi.decoder.ClockSource;

/** Reports which device sets the tempo, and when that ends, once each. Mutable; the thread "devices". */
final class ClockReporter {
    private final ClockSource clockSource;
    private final IntFunction<String> names;
    private final Consumer<String> say;
    private int followed = ClockSource.NOBODY;
    private int ignored = ClockSource.NOBODY;
    private String name = "";

    /** @param names of sources that are connected */
    ClockReporter(ClockSource clockSource, IntFunction<String> names, Consumer<String> say) {
        this.clockSource = clockSource;
        this.names = names;
        this.say = say;
    }

    /** Compares the clock source with what was reported last; to be called at regular intervals. */
    void look() {
        int leader = clockSource.leader(), other = clockSource.other();
        double tempo = clockSource.tempo();
        if (leader != followed && followed != ClockSource.NOBODY) {
            say.accept(name + " is silent; its tempo stays for what sounds");
            followed = ClockSource.NOBODY;
            ignored = ClockSource.NOBODY;
        }
        if (leader != followed && tempo > 0) {
            followed = leader;
            name = names.apply(leader);
            say.accept(String.format(Locale.ROOT, "%s, %.1f bpm", name, tempo));
        }
        if (followed != ClockSource.NOBODY && other != ignored && other != ClockSource.NOBODY) {
            ignored = other;
            say.accept(names.apply(other) + " has one, too, which is passed over while that of " + name + " runs");
        }
    }
}

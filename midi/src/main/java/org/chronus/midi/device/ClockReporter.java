package org.chronus.midi.device;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntFunction;

import org.chronus.midi.decoder.ClockSource;

/** Says whose clock is followed, once, and when that ends. The thread that looks after devices. */
final class ClockReporter {
    private final ClockSource lead;
    private final IntFunction<String> names;
    private final Consumer<String> say;
    private int followed = ClockSource.NOBODY;
    private int passedOver = ClockSource.NOBODY;
    private String name = "";

    /** @param names of sources that are connected */
    ClockReporter(ClockSource lead, IntFunction<String> names, Consumer<String> say) {
        this.lead = lead;
        this.names = names;
        this.say = say;
    }

    /** To be called often. */
    void look() {
        int leader = lead.leader(), other = lead.other();
        double tempo = lead.tempo();
        if (leader != followed && followed != ClockSource.NOBODY) {
            say.accept(name + " is silent; its tempo stays for what sounds");
            followed = ClockSource.NOBODY;
            passedOver = ClockSource.NOBODY;
        }
        if (leader != followed && tempo > 0) {
            followed = leader;
            name = names.apply(leader);
            say.accept(String.format(Locale.ROOT, "%s, %.1f bpm", name, tempo));
        }
        if (followed != ClockSource.NOBODY && other != passedOver && other != ClockSource.NOBODY) {
            passedOver = other;
            say.accept(names.apply(other) + " has one, too, which is passed over while that of " + name + " runs");
        }
    }
}

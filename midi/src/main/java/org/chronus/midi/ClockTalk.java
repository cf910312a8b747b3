package org.chronus.midi;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Says whose clock is followed, once, and when that ends. The thread that looks after devices. */
final class ClockTalk {
    private final ClockLead lead;
    private final IntFunction<String> names;
    private final Consumer<String> say;
    private int followed = ClockLead.NOBODY;
    private int passedOver = ClockLead.NOBODY;
    private String name = "";

    /** @param names of sources that are connected */
    ClockTalk(ClockLead lead, IntFunction<String> names, Consumer<String> say) {
        this.lead = lead;
        this.names = names;
        this.say = say;
    }

    /** To be called often. */
    void look() {
        int leader = lead.leader(), other = lead.other();
        double tempo = lead.tempo();
        if (leader != followed && followed != ClockLead.NOBODY) {
            say.accept(name + " is silent; its tempo stays for what sounds");
            followed = ClockLead.NOBODY;
            passedOver = ClockLead.NOBODY;
        }
        if (leader != followed && tempo > 0) {
            followed = leader;
            name = names.apply(leader);
            say.accept(String.format(Locale.ROOT, "%s, %.1f bpm", name, tempo));
        }
        if (followed != ClockLead.NOBODY && other != passedOver && other != ClockLead.NOBODY) {
            passedOver = other;
            say.accept(names.apply(other) + " has one, too, which is passed over while that of " + name + " runs");
        }
    }
}

package org.chronus.instrument.engine.state;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Numbers for the names of parameters, so that the audio thread need not look at text. A name is {@code module.port}, or
 * {@code part/module.port} where several parts have such a module ({@code mix/} is the mix). Patches that are built bring the names;
 * once given, a number stays for as long as the engine lives. Any thread but the audio thread.
 */
public final class ParameterNames {
    /** As many as a hundred large patches have; names that come later cannot be written to. */
    public static final int MOST = 1 << 14;

    private final ConcurrentHashMap<String, Integer> numbers = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();

    /** The number of a name that some patch has had. */
    public OptionalInt find(String name) {
        Integer number = numbers.get(name);
        return number == null || number >= MOST ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** The number of a name of a patch that is being built; none if there have been too many. */
    public OptionalInt give(String name) {
        if (next.get() < MOST) {
            numbers.computeIfAbsent(name, key -> next.getAndIncrement());
        }
        return find(name);
    }

    /** The names that have a number, in the order of these. */
    public List<String> all() {
        List<String> all = new ArrayList<>();
        for (int i = Math.min(next.get(), MOST); i > 0; i--) {
            all.add("");
        }
        numbers.forEach((name, number) -> {
            if (number < all.size()) {
                all.set(number, name);
            }
        });
        return all;
    }
}

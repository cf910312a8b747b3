package org.chronus.instrument.random;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What random commands are made of: the kinds with their weights, and the channels, keys, controllers, programs and parameters to choose
 * from. What is listed more than once comes more often. Set up by one thread; not changed once commands are made of it.
 */
public final class CommandMix {
    final int source;
    final Map<CommandKind, Integer> weights = new EnumMap<>(CommandKind.class);
    List<Integer> channels = List.of(0), controllers = List.of(1), programs = List.of(0), parameters = List.of(0);
    int lowestKey, keys = 128, mostHeld = 10;

    /** @param source of all commands, 0 or more */
    public CommandMix(int source) {
        this.source = source;
    }

    /** Every kind has the same weight. */
    public static CommandMix ofAll(int source) {
        CommandMix mix = new CommandMix(source);
        for (CommandKind kind : CommandKind.values()) {
            mix.weigh(kind, 1);
        }
        return mix;
    }

    /** How often a kind comes, relative to the other weights, 0 or more; 0 unless it is set. */
    public CommandMix weigh(CommandKind kind, int weight) {
        weights.put(kind, weight);
        return this;
    }

    /** Channels, 0..15, of whatever has one. */
    public CommandMix channels(Integer... some) {
        channels = List.of(some);
        return this;
    }

    /**
     * The keys that are played.
     *
     * @param lowest 0..127
     * @param count  up to 128 - lowest
     * @param most   that are held at a time: when so many are, a note-on becomes a note-off
     */
    public CommandMix keys(int lowest, int count, int most) {
        lowestKey = lowest;
        keys = count;
        mostHeld = most;
        return this;
    }

    /** Numbers, 0..119, of {@link CommandKind#CONTROLLER}. */
    public CommandMix controllers(Integer... some) {
        controllers = List.of(some);
        return this;
    }

    /** Programs, 0..127. */
    public CommandMix programs(List<Integer> some) {
        programs = List.copyOf(some);
        return this;
    }

    /** Numbers that the engine gave to parameters. */
    public CommandMix parameters(List<Integer> some) {
        parameters = List.copyOf(some);
        return this;
    }
}

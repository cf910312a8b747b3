package org.chronus.presets.graph;

import java.util.Optional;

/**
 * The name of a module or of a port, as people write it; all parsing of dots and slashes is here. Immutable; any thread.
 *
 * @param part the part that is written before it
 * @param name {@code module} or {@code module.port}
 */
public record PortWord(Optional<String> part, String name) {
    /** An end of a cable: {@code module} or {@code module.port}. */
    public static PortWord ofCable(String word) {
        return new PortWord(Optional.empty(), word);
    }

    /** What a controller sets: {@code module.port} or {@code part.module.port}. Nothing if it has other than two or three words. */
    public static Optional<PortWord> ofController(String words) {
        int first = words.indexOf('.'), last = words.lastIndexOf('.');
        if (first == last) {
            return Optional.of(ofCable(words)).filter(word -> !word.isBare());
        }
        PortWord inPart = new PortWord(Optional.of(words.substring(0, first)), words.substring(first + 1));
        return Optional.of(inPart).filter(word -> word.port().indexOf('.') < 0);
    }

    /** What is named from outside: {@code module} or {@code module.port}, perhaps with {@code part/} before it. */
    public static PortWord ofAddress(String address) {
        int slash = address.indexOf('/');
        return slash < 0 ? ofCable(address) : new PortWord(Optional.of(address.substring(0, slash)), address.substring(slash + 1));
    }

    /** True if no port is named. */
    public boolean isBare() {
        return name.indexOf('.') < 0;
    }

    /** {@code filter} of {@code filter.cutoff}. */
    public String module() {
        return isBare() ? name : name.substring(0, name.indexOf('.'));
    }

    /** {@code cutoff} of {@code filter.cutoff}; empty if none is named. */
    public String port() {
        return isBare() ? "" : name.substring(name.indexOf('.') + 1);
    }
}

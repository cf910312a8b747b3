package org.chronus.instrument.javasound;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the kernel says of ALSA's devices. Java Sound has to be asked with care: it opens a device once for its formats, and if another program
 * has it at that moment, it believes for good that there are none. It also renews its list only when the number of devices has changed.
 * Immutable. [housekeeping]
 */
final class KernelCards {
    /** What a device is good for. */
    enum State { FREE, TAKEN, NOT_THERE, UNKNOWN }

    /** "USB [plughw:1,0]": the card's id, its number, the device on it. */
    private static final Pattern NAME = Pattern.compile("(.*) \\[(?:plug)?hw:(\\d+),(\\d+).*]");

    /** Those of this machine. */
    static final KernelCards HERE = new KernelCards(Path.of("/proc/asound"));

    private final Path root;

    /** @param root where the kernel has its files of ALSA */
    KernelCards(Path root) {
        this.root = root;
    }

    /** Of what Java Sound calls so, as an output or an input. Unknown is what is no device of the kernel's. */
    State state(String name, JavaSoundCards.Way way) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches() || !Files.isDirectory(root)) {
            return State.UNKNOWN;
        }
        String direction = way == JavaSoundCards.Way.OUT ? "p" : "c";
        Path card = root.resolve("card" + parts.group(2)), device = card.resolve("pcm" + parts.group(3) + direction);
        try {
            if (!Files.isDirectory(device) || !Files.readString(card.resolve("id")).strip().equals(parts.group(1))) {
                return State.NOT_THERE;
            }
            try (DirectoryStream<Path> streams = Files.newDirectoryStream(device, "sub*")) {
                for (Path stream : streams) {
                    if (Files.readString(stream.resolve("status")).startsWith("closed")) {
                        return State.FREE;
                    }
                }
            }
            return State.TAKEN;
        } catch (IOException gone) {
            return State.NOT_THERE;
        }
    }

    /** The name without the number of the card, which changes with the order in which cards are connected. */
    static String lasting(String name) {
        Matcher parts = NAME.matcher(name);
        return parts.matches() ? parts.group(1) + " device " + parts.group(3) : name;
    }
}

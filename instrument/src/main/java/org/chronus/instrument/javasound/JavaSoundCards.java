package org.chronus.instrument.javasound;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;

/**
 * The outputs, or the inputs, that Java Sound has at a moment, the best first: USB, then analogue, then others, then HDMI. Immutable.
 * [housekeeping]
 */
public final class JavaSoundCards {
    /** Which way the sound goes. */
    public enum Way {
        /** To the ear. */
        OUT(SourceDataLine.class),
        /** From a microphone, or what else is connected. */
        IN(TargetDataLine.class);

        private final Class<?> line;

        Way(Class<?> line) {
            this.line = line;
        }
    }

    /** One of them. */
    record Found(Mixer.Info info, boolean isTaken) {
        String name() {
            return info.getName().strip();
        }
    }

    private final List<Found> all;

    private JavaSoundCards(List<Found> all) {
        this.all = all;
    }

    /** Looks. It may take its time. */
    static JavaSoundCards look(Way way, KernelCards kernel) {
        return new JavaSoundCards(Arrays.stream(AudioSystem.getMixerInfo()).flatMap(info -> find(info, way, kernel))
                .sorted(Comparator.comparingInt(found -> rank(found.info))).toList());
    }

    /** For a person: their names, each with what it is. */
    public static SequencedMap<String, String> described(Way way) {
        SequencedMap<String, String> described = new LinkedHashMap<>();
        look(way, KernelCards.HERE).all.forEach(found -> described.put(found.name(),
                found.info.getDescription().replaceFirst("^Direct Audio Device: ", "") + (found.isTaken ? "; busy" : "")));
        return described;
    }

    private static Stream<Found> find(Mixer.Info info, Way way, KernelCards kernel) {
        return switch (kernel.state(info.getName(), way)) {
            case NOT_THERE -> Stream.empty();
            case TAKEN -> Stream.of(new Found(info, true));
            case FREE, UNKNOWN -> hasLines(info, way) ? Stream.of(new Found(info, false)) : Stream.empty();
        };
    }

    private static boolean hasLines(Mixer.Info info, Way way) {
        try {
            return AudioSystem.getMixer(info).isLineSupported(new DataLine.Info(way.line, null));
        } catch (IllegalArgumentException gone) {
            return false;
        }
    }

    private static int rank(Mixer.Info info) {
        String text = text(info);
        return text.contains("usb") ? 0 : text.contains("hdmi") ? 3 : text.contains("analog") ? 1 : 2;
    }

    private static String text(Mixer.Info info) {
        return (info.getName() + " " + info.getDescription()).toLowerCase(Locale.ROOT);
    }

    /** Those of a name: the very one, or else those of which it is a part of name or description; for "" all of them. */
    List<Found> named(String wanted) {
        List<Found> exact = those(found -> found.name().equals(wanted));
        return exact.isEmpty() ? those(found -> text(found.info).contains(wanted.toLowerCase(Locale.ROOT))) : exact;
    }

    /** Those that are the same device, wherever it is connected now. */
    List<Found> same(String lasting) {
        return those(found -> KernelCards.lasting(found.name()).equals(lasting));
    }

    private List<Found> those(Predicate<Found> filter) {
        return all.stream().filter(filter).toList();
    }
}

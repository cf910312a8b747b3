package org.chronus.midi.song;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.chronus.midi.command.Command;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.Ranges;
import org.chronus.midi.command.Transport;
import org.chronus.midi.decoder.MidiDecoder;
import org.chronus.midi.decoder.VelocityCurve;

/**
 * Reads Standard MIDI Files of format 0 and 1, also wrapped or damaged. Immutable; any thread but the audio thread: it allocates, and it waits
 * for the disk.
 */
public final class SongReader {
    /** Bytes; many times the size of the longest piano piece. */
    private static final int LARGEST_BYTES = 8 << 20;
    private static final long LONGEST_NANOS = TimeUnit.DAYS.toNanos(1);

    private final int source;
    private final VelocityCurve curve;

    /**
     * A reader with the default curve, {@link VelocityCurve#SQUARE}. Any thread.
     *
     * @param source the source number of its commands, 0 or more
     */
    public SongReader(int source) {
        this(source, VelocityCurve.SQUARE);
    }

    /**
     * A reader. Any thread.
     *
     * @param source the source number of its commands, 0 or more, else {@link IllegalArgumentException}
     * @param curve  for note-ons
     */
    public SongReader(int source, VelocityCurve curve) {
        Ranges.sourceAndChannel(source, Command.ALL_CHANNELS);
        this.source = source;
        this.curve = Objects.requireNonNull(curve, "curve");
    }

    /**
     * Reads a whole song: merges its tracks by time, and applies its tempo changes. A file that is damaged is played as far as it can be.
     *
     * @param warning gets a line for the user, path, cause and cure, if something was passed over or guessed; else nothing
     * @throws MidiFileException if the file is missing, unreadable, no MIDI file, of another format, longer than a day, larger than 8 MiB,
     *                           or has nothing that can be played
     */
    public Song read(Path file, Consumer<String> warning) throws MidiFileException {
        SmfChunks chunks = new SmfChunks(file, bytes(file));
        Optional<String> faults = chunks.faults().summary();
        Song song;
        try {
            song = song(file, chunks);
        } catch (ArithmeticException overflow) {
            throw tooLong(file);
        }
        if (song.events().stream().allMatch(event -> event.command() instanceof Transport.Tempo)) {
            throw faults.isEmpty() ? new MidiFileException(file, "there is nothing in it to play", "give a file with notes")
                    : new MidiFileException(file, "there is nothing in it that can be played; " + faults.get(), "fetch or export it again");
        }
        faults.ifPresent(what -> warning.accept(file + ": " + what + ": export it again if something is missing"));
        return song;
    }

    private static byte[] bytes(Path file) throws MidiFileException {
        if (Files.isDirectory(file)) {
            throw new MidiFileException(file, "it is a folder", "give a .mid file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
            if (bytes.length > LARGEST_BYTES) {
                throw new MidiFileException(file, "it is larger than " + (LARGEST_BYTES >> 20) + " MiB", "split it into shorter songs");
            }
            return bytes;
        } catch (NoSuchFileException _) {
            throw new MidiFileException(file, "there is no such file", "check the path");
        } catch (AccessDeniedException _) {
            throw new MidiFileException(file, "it may not be read", "check its permissions");
        } catch (IOException failure) {
            throw new MidiFileException(file, "it cannot be read (" + failure.getMessage() + ")", "check the disk", failure);
        }
    }

    private Song song(Path file, SmfChunks chunks) throws MidiFileException {
        TickClock clock = TickClock.of(chunks.division());
        SameTickOrder order = new SameTickOrder();
        List<Event> events = new ArrayList<>(), sameTick = new ArrayList<>();
        MidiDecoder decoder = new MidiDecoder(source, curve, sameTick::add);
        long tick = 0, nanos = 0;
        for (TrackEvent next : merged(chunks.events())) {
            if (next.tick() > tick) {
                events.addAll(order.order(sameTick));
                sameTick.clear();
                tick = next.tick();
                nanos = clock.nanosAt(tick);
            }
            if (next.meta() == TrackEvent.MESSAGE) {
                decoder.decode(nanos, next.bytes(), 0, next.bytes().length);
            } else if (next.meta() == TrackEvent.TEMPO && next.bytes().length == 3) {
                long now = nanos;
                tempoChange(next.bytes(), clock).ifPresent(tempo -> sameTick.add(new Event(now, tempo)));
            }
        }
        events.addAll(order.order(sameTick));
        if (nanos > LONGEST_NANOS) {
            throw tooLong(file);
        }
        return new Song(name(file), events, nanos);
    }

    /** All tracks merged by tick. Events of one tick stay in the order of tracks, and within a track as written. */
    private static List<TrackEvent> merged(List<TrackEvent> events) {
        List<TrackEvent> all = new ArrayList<>(events);
        all.sort(Comparator.comparingLong(TrackEvent::tick));
        return all;
    }

    /** The tempo command of a beat's length; empty beyond the limits of a tempo. A beat of no length is ignored. */
    private Optional<Command> tempoChange(byte[] data, TickClock clock) {
        int microsPerBeat = (data[0] & 0xFF) << 16 | (data[1] & 0xFF) << 8 | data[2] & 0xFF;
        if (microsPerBeat > 0) {
            clock.tempo(microsPerBeat);
        }
        float tempo = 60e6f / microsPerBeat;
        return tempo >= Transport.Tempo.SLOWEST && tempo <= Transport.Tempo.FASTEST ? Optional.of(new Transport.Tempo(source, tempo))
                : Optional.empty();
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static MidiFileException tooLong(Path file) {
        return new MidiFileException(file, "it would last longer than a day", "the file is damaged; fetch or export it again");
    }
}

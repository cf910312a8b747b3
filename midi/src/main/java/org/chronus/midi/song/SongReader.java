package org.chronus.midi.song;

import java.io.ByteArrayInputStream;
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
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.Track;

import org.chronus.midi.command.Command;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.Ranges;
import org.chronus.midi.command.Transport;
import org.chronus.midi.decoder.MidiDecoder;
import org.chronus.midi.decoder.VelocityCurve;

/** Reads Standard MIDI Files of format 0 and 1. Immutable; any thread but the audio thread: it allocates, and it waits for the disk. */
public final class SongReader {
    /** Bytes; many times the size of the longest piano piece. */
    private static final int LARGEST_BYTES = 8 << 20;
    private static final long LONGEST_NANOS = TimeUnit.DAYS.toNanos(1);
    private static final int TEMPO = 0x51;

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
     * Reads a whole song: merges its tracks by time, and applies its tempo changes.
     *
     * @throws MidiFileException if the file is missing, unreadable, truncated, damaged, of another format, longer than a day,
     *                           larger than 8 MiB, or has nothing to play
     */
    public Song read(Path file) throws MidiFileException {
        byte[] bytes = bytes(file);
        SmfChunks.check(file, bytes);
        try {
            return song(file, MidiSystem.getSequence(new ByteArrayInputStream(bytes)));
        } catch (ArithmeticException overflow) {
            throw tooLong(file);
        } catch (InvalidMidiDataException | IOException | RuntimeException damage) {
            throw new MidiFileException(file, "a track is damaged", "fetch or export the file again", damage);
        }
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

    private Song song(Path file, Sequence sequence) throws MidiFileException {
        TickClock clock = TickClock.of(sequence.getDivisionType(), sequence.getResolution());
        SameTickOrder order = new SameTickOrder();
        List<Event> events = new ArrayList<>(), sameTick = new ArrayList<>();
        MidiDecoder decoder = new MidiDecoder(source, curve, sameTick::add);
        long tick = 0, nanos = 0;
        for (MidiEvent next : merged(sequence)) {
            if (next.getTick() < tick) {
                throw tooLong(file);
            }
            if (next.getTick() > tick) {
                events.addAll(order.order(sameTick));
                sameTick.clear();
                tick = next.getTick();
                nanos = clock.nanosAt(tick);
            }
            long now = nanos;
            if (next.getMessage() instanceof MetaMessage meta) {
                tempoChange(meta, clock).ifPresent(tempo -> sameTick.add(new Event(now, tempo)));
            }
            decoder.decode(nanos, next.getMessage());
        }
        events.addAll(order.order(sameTick));
        if (nanos > LONGEST_NANOS) {
            throw tooLong(file);
        }
        if (events.stream().allMatch(event -> event.command() instanceof Transport.Tempo)) {
            throw new MidiFileException(file, "there is nothing in it to play", "give a file with notes");
        }
        return new Song(name(file), events, nanos);
    }

    /** All tracks merged by tick. Events of one tick stay in the order of tracks, and within a track as written. */
    private static List<MidiEvent> merged(Sequence sequence) {
        List<MidiEvent> all = new ArrayList<>();
        for (Track track : sequence.getTracks()) {
            for (int i = 0; i < track.size(); i++) {
                all.add(track.get(i));
            }
        }
        all.sort(Comparator.comparingLong(MidiEvent::getTick));
        return all;
    }

    /** The tempo command of a meta event; empty for other meta events, and beyond the limits of a tempo. A beat of no length is ignored. */
    private Optional<Command> tempoChange(MetaMessage meta, TickClock clock) {
        byte[] data = meta.getData();
        if (meta.getType() == TEMPO && data.length == 3) {
            int microsPerBeat = (data[0] & 0xFF) << 16 | (data[1] & 0xFF) << 8 | data[2] & 0xFF;
            if (microsPerBeat > 0) {
                clock.tempo(microsPerBeat);
            }
            float tempo = 60e6f / microsPerBeat;
            if (tempo >= Transport.Tempo.SLOWEST && tempo <= Transport.Tempo.FASTEST) {
                return Optional.of(new Transport.Tempo(source, tempo));
            }
        }
        return Optional.empty();
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

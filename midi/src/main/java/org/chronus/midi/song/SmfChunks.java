package org.chronus.midi.song;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the tracks of a Standard MIDI File of format 0 or 1 and reads them; of any other, if there is but one. A length that does not
 * lead to another chunk is not believed.
 * The tracks that are there count, not those that the header announces. Mutable; the thread that reads the song.
 */
final class SmfChunks {
    private static final String TRACK = "MTrk", HEADER = "MThd";
    private static final int HEADER_LENGTH = 6;

    private final Path path;
    private final ChunkBytes file;
    private final SongSpan span;
    private final Faults faults = new Faults();
    private final List<TrackEvent> events = new ArrayList<>();
    private int tracks;

    /** Reads the whole file, or throws if it is no MIDI file, has several tracks in another format, or a division that does not exist. */
    SmfChunks(Path path, byte[] bytes) throws MidiFileException {
        this.path = path;
        file = new ChunkBytes(bytes);
        span = SongSpan.of(file);
        if (span.start() < 0) {
            throw new MidiFileException(path, "not a MIDI file", "give a Standard MIDI File (.mid) of format 0 or 1");
        }
        checkHeader();
        readTracks();
    }

    /** Of all tracks: one track after the other. */
    List<TrackEvent> events() {
        return events;
    }

    Faults faults() {
        return faults;
    }

    /** What a tick is: see {@link TickClock}. */
    int division() {
        return file.twoBytes(header() + 4);
    }

    private int header() {
        return span.start() + ChunkBytes.CHUNK_START;
    }

    private void checkHeader() throws MidiFileException {
        if (header() + HEADER_LENGTH > span.end()) {
            throw truncated();
        }
        if (file.bigEndian(header() - ChunkBytes.NAME) < HEADER_LENGTH) {
            throw new MidiFileException(path, "its header is too short", "the file is damaged; fetch or export it again");
        }
        if (!TickClock.isDivision(division())) {
            throw new MidiFileException(path, "its time division is none that exists", "the file is damaged; fetch or export it again");
        }
    }

    private void readTracks() throws MidiFileException {
        int announced = file.twoBytes(header() + 2);
        if (span.start() > 0 && !span.isWrapped()) {
            faults.add("there is something else in the first " + span.start() + " bytes");
        }
        long at = firstChunk();
        while (at < span.end()) {
            if (isTrack(at)) {
                at = readTrack((int) at);
            } else if (isChunk(at) && !file.has(at, HEADER)) {
                at += ChunkBytes.CHUNK_START + file.bigEndian((int) at + ChunkBytes.NAME);
            } else {
                at = passOver((int) at, announced);
            }
        }
        if (tracks == 0 && announced > 0) {
            throw truncated();
        }
        int format = file.twoBytes(header());
        if (format > 1 && tracks > 1) {
            throw new MidiFileException(path, "it has format " + format, "export it as format 0 or 1");
        }
        if (format > 2) {
            faults.add("it has format " + format + ", which does not exist");
        }
        if (tracks != announced) {
            faults.add("it announces " + count(announced) + " and has " + tracks);
        }
    }

    private long firstChunk() {
        long at = header() + file.bigEndian(header() - ChunkBytes.NAME);
        int track = isTrack(at) || isChunk(at) ? -1 : file.find(TRACK, header() + HEADER_LENGTH, span.end());
        if (track >= 0) {
            faults.add("its header has a wrong length");
        }
        return track >= 0 ? track : at;
    }

    /** What is no chunk, up to the next track; once all tracks are there, up to the end. Returns the place behind it. */
    private int passOver(int at, int announced) {
        int track = tracks > 0 && tracks >= announced ? -1 : file.find(TRACK, at + 1, span.end());
        if (track >= 0 || !span.isWrapped()) {
            faults.add("byte " + at + ": what is no chunk of a song is passed over");
        }
        return track < 0 ? span.end() : track;
    }

    /** Returns the place behind it. */
    private long readTrack(int at) {
        tracks++;
        int start = at + ChunkBytes.CHUNK_START;
        long claimed = start + file.bigEndian(at + ChunkBytes.NAME);
        boolean fits = claimed == span.end() || isTrack(claimed) || isChunk(claimed);
        int next = file.find(TRACK, start, span.end()), last = next < 0 ? span.end() : next;
        int first = fits || claimed < last ? (int) claimed : last;
        TrackReader track = new TrackReader(file, tracks, start, first);
        if (track.isCut() && first < last) {
            TrackReader longer = new TrackReader(file, tracks, start, last);
            track = longer.isEnded() ? longer : track;
        }
        events.addAll(track.events());
        faults.addAll(track.faults());
        if (track.isEnded()) {
            return behind(track.at(), at, claimed, fits);
        }
        if (claimed > span.end() && !track.isCut()) {
            faults.add(tracks, at, "the track is shorter than it claims");
        }
        return first;
    }

    /** Behind a track whose end was found at {@code end}, which is not always where it claims to end. */
    private long behind(int end, int at, long claimed, boolean fits) {
        if (end < claimed && fits && !isTrack(end)) {
            faults.add(tracks, end, "what follows the end of the track is passed over");
            return claimed;
        }
        if (end != claimed) {
            faults.add(tracks, at, "the track is " + (end < claimed ? "shorter" : "longer") + " than it claims");
        }
        return end;
    }

    private boolean isTrack(long at) {
        return at + ChunkBytes.CHUNK_START <= span.end() && file.has(at, TRACK);
    }

    private boolean isChunk(long at) {
        return at + ChunkBytes.CHUNK_START <= span.end() && file.hasName(at)
                && at + ChunkBytes.CHUNK_START + file.bigEndian((int) at + ChunkBytes.NAME) <= span.end();
    }

    private static String count(int tracks) {
        return tracks == 1 ? "1 track" : tracks + " tracks";
    }

    private MidiFileException truncated() {
        return new MidiFileException(path, "it ends in the middle", "the file is truncated; fetch or export it again");
    }
}

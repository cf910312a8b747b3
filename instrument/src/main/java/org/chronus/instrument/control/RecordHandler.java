package org.chronus.instrument.control;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.chronus.instrument.assembly.Instrument;
import org.chronus.instrument.audio.Recorder;
import org.chronus.instrument.audio.Tap;
import org.chronus.instrument.audio.WavWriter;

/** Records what is heard. Files are completed on a thread of their own, for disks are slow. */
final class RecordHandler {
    private static final String ENDING = ".wav";

    /** One that was begun here. */
    private record Recording(Recorder recorder, Path file, long begin) { }

    private final Instrument instrument;
    private final Tap tap;
    /** Empty also while one runs that was begun elsewhere. */
    private Optional<Recording> recording = Optional.empty();

    RecordHandler(Instrument instrument, Tap tap) {
        this.instrument = instrument;
        this.tap = tap;
    }

    Answer start(Request.StartRecording request) throws Refused {
        Path file = file(request.path());
        if (tap.isRecording()) {
            throw new Refused("it is recording already", "stop that first");
        }
        try {
            Recorder recorder = Recorder.live(file, instrument.engine().sampleRate().hertz(), WavWriter.Format.BITS_24, false);
            recording = Optional.of(new Recording(recorder, file, instrument.engine().position()));
            tap.begin(recorder);
        } catch (IOException e) {
            throw new Refused(e.getMessage());
        }
        return Answer.Done.of("path", file.toString());
    }

    CompletableFuture<Answer> stop() throws Refused {
        if (!tap.isRecording()) {
            throw new Refused("nothing is being recorded", "start one first");
        }
        Answer done = Answer.Done.of("path", path(), "seconds", seconds());
        recording = Optional.empty();
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        Thread.ofPlatform().name("record-end").start(() -> {
            try {
                tap.end();
                answer.complete(done);
            } catch (IOException | RuntimeException e) {
                answer.complete(new Answer.Refusal(e.getMessage() + ": look at the disk"));
            }
        });
        return answer;
    }

    Answer status() {
        return tap.isRecording() ? Answer.Done.of("state", "recording", "path", path(), "seconds", seconds(),
                "lost", recording.map(now -> now.recorder().lost()).orElse(0L)) : Answer.Done.of("state", "idle");
    }

    private String path() {
        return recording.map(now -> now.file().toString()).orElse("");
    }

    private float seconds() {
        return (instrument.engine().position() - recording.map(Recording::begin).orElse(0L)) / (float) instrument.engine().sampleRate().hertz();
    }

    private static Path file(String word) throws Refused {
        try {
            if (word.endsWith(ENDING)) {
                return Path.of(word).toAbsolutePath();
            }
        } catch (InvalidPathException impossible) {
            throw new Refused("that is no path", "name a file that ends in " + ENDING);
        }
        throw new Refused("a recording ends in " + ENDING, "name it " + word + ENDING);
    }
}

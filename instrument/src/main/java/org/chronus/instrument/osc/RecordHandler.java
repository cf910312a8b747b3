package org.chronus.instrument.osc;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import org.chronus.instrument.audio.Recorder;
import org.chronus.instrument.audio.Tap;
import org.chronus.instrument.audio.WavWriter;

/** Records what is heard. Files are completed on a thread of their own, for disks are slow. */
final class RecordHandler {
    private static final String ENDING = ".wav";

    private final ControlContext context;
    private final Tap tap;
    private final PendingAnswers waiting;
    private Recorder recorder;
    private Path file;
    private long begin;

    RecordHandler(ControlContext context, PendingAnswers waiting) {
        this.context = context;
        this.waiting = waiting;
        tap = context.tap();
    }

    void start(Arguments arguments, Reply reply) throws Refused {
        Path place = place(arguments.text(0));
        if (tap.isRecording()) {
            throw new Refused("it is recording already", "send /record/stop first");
        }
        try {
            recorder = Recorder.live(place, context.sampleRate(), WavWriter.Format.BITS_24);
        } catch (IOException e) {
            throw new Refused(e.getMessage());
        }
        file = place;
        begin = context.engine().position();
        tap.begin(recorder);
        reply.ok(place.toString());
    }

    void stop(Reply reply) throws Refused {
        if (!tap.isRecording()) {
            throw new Refused("nothing is being recorded", "send /record/start first");
        }
        String name = file == null ? "" : file.toString();
        float seconds = seconds();
        FutureTask<Void> end = new FutureTask<>(() -> {
            tap.end();
            return null;
        });
        waiting.add(() -> end.isDone() && tell(end, name, seconds, reply));
        recorder = null;
        file = null;
        begin = 0;
        Thread.ofPlatform().name("record-end").start(end);
    }

    void status(Reply reply) {
        if (tap.isRecording()) {
            reply.ok("recording", file == null ? "" : file.toString(), seconds(), recorder == null ? 0 : (int) recorder.lost());
        } else {
            reply.ok("idle");
        }
    }

    private float seconds() {
        return (context.engine().position() - begin) / (float) context.sampleRate();
    }

    private static boolean tell(FutureTask<Void> end, String name, float seconds, Reply reply) {
        try {
            end.get();
            reply.ok(name, seconds);
        } catch (ExecutionException e) {
            reply.error(e.getCause().getMessage() + ": look at the disk");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    private static Path place(String word) throws Refused {
        try {
            if (word.endsWith(ENDING)) {
                return Path.of(word).toAbsolutePath().normalize();
            }
        } catch (InvalidPathException impossible) {
            throw new Refused("that is no path", "name a file that ends in " + ENDING);
        }
        throw new Refused("a recording ends in " + ENDING, "send /record/start " + word + ENDING);
    }
}

package org.chronus.instrument.socket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.ExecutionException;

import org.chronus.instrument.control.Answer;
import org.chronus.instrument.control.ControlRoom;
import org.chronus.instrument.control.Refused;
import org.chronus.instrument.control.json.JsonAnswers;
import org.chronus.instrument.control.json.JsonRequests;

/**
 * One that asks: its lines are answered in their order, one after the other, until it leaves or is made to. It waits for nobody but itself.
 * A virtual thread of its own.
 */
final class Connection {
    /** Bytes in a line: two paths as long as Linux knows them. */
    private static final int LONGEST_LINE = 8_192;

    private final SocketChannel channel;
    private final ControlRoom room;
    private volatile long heardNanos = System.nanoTime();

    Connection(SocketChannel channel, ControlRoom room) {
        this.channel = channel;
        this.room = room;
    }

    /** [any thread] When it was heard last, by {@link System#nanoTime}. */
    long heardNanos() {
        return heardNanos;
    }

    /** Answers all that comes. Whatever becomes of it, it ends without an exception. */
    void run() {
        try (channel) {
            LineReader lines = new LineReader(channel, LONGEST_LINE);
            for (byte[] line = lines.read(); line != null; line = lines.read()) {
                heardNanos = System.nanoTime();
                if (line == LineReader.TOO_LONG || !isBlank(line)) {
                    send(JsonAnswers.line(answer(line)));
                }
            }
        } catch (IOException gone) {
            // There is nobody to tell; whoever comes back connects again.
            return;
        }
    }

    private static boolean isBlank(byte[] line) {
        for (byte each : line) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }

    private Answer answer(byte[] line) {
        try {
            return carryOut(line);
        } catch (RuntimeException | Error thrown) {
            room.faults().count("ours");
            return new Answer.Refusal(thrown + ": this is a mistake of ours");
        }
    }

    private Answer carryOut(byte[] line) {
        if (line == LineReader.TOO_LONG) {
            room.faults().count("long");
            return new Answer.Refusal("a line has no more than " + LONGEST_LINE + " bytes: send a shorter one");
        }
        try {
            Answer answer = room.ask(JsonRequests.of(JsonRequests.parse(line)), heardNanos).get();
            if (answer instanceof Answer.Refusal) {
                room.faults().count("refused");
            }
            return answer;
        } catch (Refused refused) {
            room.faults().count("request");
            return new Answer.Refusal(refused.getMessage());
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Refusal("the instrument ends: start another");
        }
    }

    private void send(byte[] line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(line);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** [any thread] Ends it, also while it waits. */
    void close() {
        try {
            channel.close();
        } catch (IOException closed) {
            return;
        }
    }
}

package org.chronus.instrument.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.chronus.instrument.audio.FlakyDevice.Mood;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A device comes, goes and hangs, and the instrument is called all the time: once for each frame, and by one thread at a time. */
class DeviceBackendTest {
    private static final int RATE = 48_000, PERIOD = 64, FADE = RATE / 50;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final Set<Thread> others = Thread.getAllStackTraces().keySet();
    private final FlakyDevice device = new FlakyDevice();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final AtomicInteger inside = new AtomicInteger();
    private volatile boolean twoAtOnce;
    private volatile Thread caller;
    private volatile long frame;
    private DeviceBackend backend;

    /** Every sample is the number of its frame. */
    private void instrument(float[] left, float[] right, int frames) {
        twoAtOnce |= inside.incrementAndGet() > 1;
        caller = Thread.currentThread();
        for (int i = 0; i < frames; i++) {
            left[i] = frame + i;
            right[i] = left[i];
        }
        frame += frames;
        inside.decrementAndGet();
    }

    private void start() throws IOException {
        backend = DeviceBackend.open(device, RATE, PERIOD);
        backend.report(lines::add);
        backend.start(this::instrument);
    }

    private static void await(String what, BooleanSupplier happens) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!happens.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "never: " + what);
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** The instrument is called on. */
    private void awaitCalls() {
        long from = frame;
        await("another hundred periods", () -> frame > from + 100 * PERIOD);
    }

    private void awaitSound(int line) {
        await("sound on line " + line, () -> device.lines.size() > line && device.lines.get(line).periods.size() > 40);
    }

    @AfterEach void end() {
        device.release.countDown();
        backend.close();
        long last = frame;
        assertFalse(twoAtOnce, "two threads called the instrument at once");
        await("what hung is back", () -> device.hanging.get() == 0);
        await("no thread is left", () -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().matches("audio.*|output") && !others.contains(thread)));
        assertEquals(last, frame, "it was called after it was closed");
        for (FlakyDevice.FlakyLine line : device.lines) {
            assertTrue(line.closed > 0, "a line was left open");
            checkFrames(line);
        }
    }

    /** Once the sound has come in, every frame is the one after the one before. */
    private static void checkFrames(FlakyDevice.FlakyLine line) {
        float expected = Float.NaN;
        int seen = 0;
        for (float[] period : line.periods) {
            for (float sample : period) {
                if (seen > FADE) {
                    assertEquals(expected, sample, "a frame was left out or came twice");
                }
                expected = sample + 1;
                seen++;
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TAKES_NOTHING", "THROWS", "HANGS"})
    void aDeviceThatIsLostIsReplacedByTheClockAndPlaysWhenItIsBack(Mood how) throws Exception {
        start();
        awaitSound(0);
        device.mood = how;
        await("it is said", () -> !lines.isEmpty());
        awaitCalls();
        device.mood = Mood.NOT_THERE;
        awaitCalls();
        device.mood = Mood.PLAYS;
        awaitSound(1);
        assertEquals(2, lines.size(), "lost, and back: " + lines);
        assertTrue(lines.getFirst().contains("connect it") && lines.getLast().contains("plays on Card"), lines::toString);
        assertTrue(backend.late() >= 1, "it is counted");
    }

    @Test void theSoundComesInSoftlyAndIsWholeAfterTwentyMilliseconds() throws Exception {
        start();
        device.mood = Mood.NOT_THERE;
        awaitCalls();
        device.mood = Mood.TAKES_NOTHING;
        await("lost", () -> backend.waits().isPresent());
        device.mood = Mood.PLAYS;
        await("back", () -> backend.waits().isEmpty());
        FlakyDevice.FlakyLine line = device.last();
        await("whole", () -> line.periods.size() > 40);
        assertEquals(0, line.periods.getFirst()[0], "from nothing");
        float first = line.periods.get(FADE / PERIOD)[0] - FADE;
        for (int i = 1; i < FADE; i++) {
            float share = line.periods.get(i / PERIOD)[i % PERIOD] / (first + i);
            assertEquals(i / (double) FADE, share, 1e-3, "at frame " + i);
        }
    }

    @Test void aThreadThatHangsInAWriteNeverCallsAgainAndAnotherDoes() throws Exception {
        start();
        awaitSound(0);
        device.mood = Mood.HANGS;
        await("it hangs", () -> device.hanging.get() == 1);
        Thread hung = caller;
        await("another calls", () -> caller != hung);
        awaitCalls();
        device.mood = Mood.PLAYS;
        awaitSound(1);
        device.release.countDown();
        hung.join();
        assertTrue(caller != hung);
        awaitCalls();
    }

    @Test void aDriverThatHangsInCloseHoldsUpNothing() throws Exception {
        start();
        awaitSound(0);
        device.closeHangs = true;
        device.mood = Mood.TAKES_NOTHING;
        await("it hangs", () -> device.hanging.get() == 1);
        device.mood = Mood.PLAYS;
        awaitSound(1);
        device.closeHangs = false;
    }

    @Test void aDeviceThatIsNotThereIsWaitedFor() throws Exception {
        device.mood = Mood.NOT_THERE;
        start();
        assertEquals(List.of("waits: it is not there"), lines);
        awaitCalls();
        device.mood = Mood.PLAYS;
        awaitSound(0);
        assertEquals(List.of("waits: it is not there", "plays on Card (Test)"), lines);
    }

    @Test void aDeviceThatIsBusyIsSaidToBeOnceAndWaitedFor() throws Exception {
        device.mood = Mood.BUSY;
        start();
        awaitCalls();
        awaitCalls();
        awaitCalls();
        device.mood = Mood.PLAYS;
        awaitSound(0);
        assertEquals(List.of("waits: it is busy", "plays on Card (Test)"), lines);
    }

    @Test void aDeviceThatHangsInOpenDoesNotKeepTheInstrumentFromStarting() throws Exception {
        device.mood = Mood.HANGS_IN_OPEN;
        start();
        assertTrue(lines.getFirst().contains("does not answer yet"), lines::toString);
        awaitCalls();
        device.mood = Mood.PLAYS;
        awaitSound(0);
    }

    @Test void aDeviceThatCannotDoWhatIsAskedOfItIsRefused() throws Exception {
        device.mood = Mood.UNFIT;
        assertEquals("it cannot", assertThrows(IOException.class, () -> DeviceBackend.open(device, RATE, PERIOD)).getMessage());
        device.mood = Mood.PLAYS;
        start();
    }

    @Test void nothingHappensWhileItPlays() throws Exception {
        start();
        awaitSound(0);
        device.mood = Mood.PLAYS;
        for (int i = 0; i < 5; i++) {
            awaitCalls();
        }
        assertEquals(1, device.lines.size(), "it is not even looked for");
        assertEquals(List.of(), lines);
    }
}

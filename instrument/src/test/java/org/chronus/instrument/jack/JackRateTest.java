package org.chronus.instrument.jack;

import static org.chronus.instrument.jack.JackRig.A;
import static org.chronus.instrument.jack.JackRig.awaitTrue;
import static org.chronus.instrument.jack.JackRig.frequency;
import static org.chronus.instrument.jack.JackRig.peak;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

import org.chronus.instrument.control.Request;
import org.chronus.instrument.engine.SampleRate;
import org.chronus.midi.command.Gesture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JACK server that comes back at another rate: what played plays on, in tune, in the same process. */
class JackRateTest {
    private static final double HERTZ = 440;
    /** In seconds, from when the server answers. A machine that is busy with other tests has its time, too. */
    private static final double LONGEST = 2;

    @TempDir
    private Path folder;

    @Test void thePitchIsRightAndProgramControllersValuesAndKeysAreKept() throws Exception {
        try (JackRig rig = new JackRig(folder)) {
            rig.ask(new Request.Program(0, JackRig.TONE));
            rig.ask(new Request.SetValue("voices/trim", "gain", 0.5));
            rig.send(new Gesture.Controller(0, 0, 7, 0.9f));
            rig.press(A);
            awaitTrue("it sounds", () -> rig.instrument.engine().voices() == 1);
            float[] before = rig.hear();
            assertEquals(HERTZ, 48_000 * frequency(before), 0.1);
            for (int rate : new int[] {44_100, 96_000}) {
                rig.server.kill();
                awaitTrue("it is said", () -> rig.said.stream().anyMatch(line -> line.startsWith("JACK has ended")));
                rig.server.start(rate);
                long there = System.nanoTime();
                try (JackEar ear = new JackEar(rig.server.name)) {
                    awaitTrue("it is back", () -> ear.connect("chronus:out_left"));
                    awaitTrue("and heard", () -> ear.level() > 0.01);
                }
                double seconds = (System.nanoTime() - there) / 1e9;
                System.out.printf("jack: back at %d Hz, and heard %.2f s after the server was there%n", rate, seconds);
                assertTrue(seconds < LONGEST, seconds + " s");
                awaitTrue("it is said", () -> rig.said.contains("JACK is back, as chronus, at " + rate + " Hz"));
                float[] after = rig.hear();
                assertEquals(HERTZ, rate * frequency(after), 0.1);
                assertEquals(peak(before), peak(after), 0.002, "its volume, and the value that was set");
                Map<String, Object> status = rig.ask(new Request.Status());
                assertEquals(rate, status.get("audio/rate"));
                assertEquals("Tone", status.get("preset"));
                assertEquals(JackRig.TONE, status.get("program/number"));
                rig.said.clear();
            }
            rig.lift(A);
            awaitTrue("no note hangs", () -> rig.instrument.engine().voices() == 0);
            SampleRate last = rig.instrument.engine().sampleRate();
            assertEquals(96_000, last.hertz());
        }
    }

    @Test void aRecordingEndsWithItsRateAndAProgramCanBeChangedThereafter() throws Exception {
        try (JackRig rig = new JackRig(folder)) {
            Path file = folder.resolve("take.wav");
            rig.ask(new Request.StartRecording(file.toString()));
            assertEquals("recording", rig.ask(new Request.RecordingStatus()).get("state"));
            rig.server.kill();
            awaitTrue("it is said", () -> rig.said.stream().anyMatch(line -> line.startsWith("JACK has ended")));
            rig.server.start(44_100);
            awaitTrue("it ends", () -> rig.ask(new Request.RecordingStatus()).get("state").equals("idle"));
            rig.ask(new Request.Program(0, JackRig.TONE));
            rig.press(A);
            awaitTrue("it sounds", () -> rig.instrument.engine().voices() == 1);
            assertEquals(HERTZ, 44_100 * frequency(rig.hear()), 0.1);
        }
    }

    @Test void anotherPeriodIsFollowedWithAFade() throws Exception {
        try (JackRig rig = new JackRig(folder); JackEar ear = new JackEar(rig.server.name)) {
            rig.ask(new Request.Program(0, JackRig.TONE));
            rig.press(A);
            awaitTrue("it sounds", () -> ear.connect("chronus:out_left") && ear.level() > 0.1);
            for (int period : new int[] {64, 1_024, 8_192, JackRig.PERIOD}) {
                double loud = ear.level();
                assertTrue(ear.setPeriod(period));
                float[] heard = ear.heardSince(4_800);
                assertTrue(peak(Arrays.copyOf(heard, 96)) <= 0.12 * loud, "a tenth of the fade: a tenth of the level");
                assertEquals(loud, peak(Arrays.copyOfRange(heard, 960, 4_800)), 0.02 * loud);
                assertEquals(HERTZ, 48_000 * frequency(Arrays.copyOfRange(heard, 960, 4_800)), 1);
                awaitTrue("the status says so", () -> rig.ask(new Request.Status()).get("audio/period").equals(period));
            }
        }
    }
}

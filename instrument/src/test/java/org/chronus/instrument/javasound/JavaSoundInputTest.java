package org.chronus.instrument.javasound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.chronus.instrument.audio.AudioBackend;
import org.chronus.instrument.audio.DeviceBackend;
import org.chronus.instrument.audio.OutputDevice.Reason;
import org.chronus.instrument.audio.OutputDevice.Refused;
import org.chronus.instrument.audio.PcmFormat;
import org.chronus.instrument.capture.InputBackend;
import org.chronus.instrument.engine.Stage;
import org.chronus.modules.testkit.measure.Spectrum;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A microphone of Java Sound as the input of what plays, by clocks that differ; it comes, goes, and is open only while it is heard. */
class JavaSoundInputTest {
    private static final int RATE = Stage.RATE, PERIOD = 64, WINDOW = 32_768;
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final String DEAF = Stage.TONE, HEARS = Stage.TONE + "mix:\n  cables: [voices -> out, input.left -> out]\n";
    private static final double STEP = 1.0 / 32_768;

    private final Stage stage = new Stage();
    private final TestCard card = new TestCard("Card");
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private AudioBackend audio;

    @BeforeEach void plugIn() throws Exception {
        TestCards.warm();
        TestCards.plugIn(card);
    }

    @AfterEach void end() throws Exception {
        if (audio != null) {
            audio.close();
        }
        TestCards.pullOutAll();
    }

    private static void await(String what, BooleanSupplier happens) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!happens.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "never: " + what);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private void start(String preset) throws Exception {
        stage.offer(preset);
        audio = new InputBackend(DeviceBackend.open(new JavaSoundDevice("", List.of(PcmFormat.BITS_16)), RATE, PERIOD),
                new JavaSoundInput(""));
        audio.report(lines::add);
        audio.start(stage.engine);
    }

    /** What went to the card, on the left. */
    private float[] played() {
        byte[] bytes = card.last().taken();
        float[] left = new float[bytes.length / 4];
        for (int i = 0; i < left.length; i++) {
            left[i] = (bytes[4 * i] & 0xFF | bytes[4 * i + 1] << 8) / 32_768f;
        }
        return left;
    }

    private void awaitFrames(int frames) {
        long from = stage.engine.position();
        await(frames + " frames more", () -> stage.engine.position() >= from + frames);
    }

    /** Of the input, to the output, as an engine without a device has it. */
    private static double gain() {
        Stage offline = new Stage();
        offline.offer(HEARS);
        float[] tone = Waves.sine(TestMicrophone.HERTZ, TestMicrophone.LEVEL, RATE, RATE), left = new float[RATE], right = new float[RATE];
        offline.engine.hear(tone, tone);
        offline.engine.render(left, right, RATE);
        return Waves.peak(Arrays.copyOfRange(left, RATE / 2, RATE)) / TestMicrophone.LEVEL;
    }

    @ParameterizedTest
    @CsvSource({"2, 1.0", "1, 1.0005", "2, 0.9995"})
    void aToneArrivesWithItsPitchAndItsLevelAndWithoutAStep(int channels, double clock) throws Exception {
        TestMicrophone microphone = new TestMicrophone("Microphone", channels, clock);
        TestCards.plugIn(microphone);
        start(HEARS);
        await("it is heard", () -> stage.engine.listens() && microphone.open.get() == 1);
        awaitFrames(4 * RATE);
        audio.close();
        assertEquals(0, microphone.open.get());
        float[] all = played();
        double level = TestMicrophone.LEVEL * gain(), slope = level * (2 * Math.PI * TestMicrophone.HERTZ / RATE * 1.005 + 1 / 64.0) + 4 * STEP;
        assertTrue(Waves.steepestStep(all) < slope, "a step of " + Waves.steepestStep(all) + " where " + slope + " is the tone's own");
        Spectrum best = null;
        for (int from = 0; from + WINDOW <= all.length; from += WINDOW / 8) {
            Spectrum now = Spectrum.of(Arrays.copyOfRange(all, from, from + WINDOW), RATE);
            best = best == null || now.amplitudeNear(TestMicrophone.HERTZ) > best.amplitudeNear(TestMicrophone.HERTZ) ? now : best;
        }
        assertEquals(level, best.amplitudeNear(TestMicrophone.HERTZ), 0.02 * level);
        assertEquals(TestMicrophone.HERTZ * clock, best.strongest(), 0.5);
    }

    @Test void itIsOpenOnlyWhileAPresetHearsIt() throws Exception {
        TestMicrophone microphone = new TestMicrophone("Microphone", 2, 1);
        TestCards.plugIn(microphone);
        start(DEAF);
        awaitFrames(RATE / 2);
        assertEquals(0, microphone.opened.get());
        stage.offer(HEARS);
        await("it is open", () -> microphone.open.get() == 1);
        stage.offer(DEAF);
        await("it is closed", () -> microphone.open.get() == 0);
        assertEquals(List.of("hears Microphone, 16 bit (Java Sound)"), lines);
    }

    @Test void oneThatGoesIsSilentAndHeardAgainWhenItIsBack() throws Exception {
        TestMicrophone microphone = new TestMicrophone("Microphone", 1, 1), again = new TestMicrophone("Microphone", 1, 1);
        TestCards.plugIn(microphone);
        start(HEARS);
        await("it is heard", card::sounds);
        microphone.die();
        await("it is said", () -> lines.size() == 2);
        await("silence", () -> !card.sounds());
        assertEquals(0, microphone.open.get());
        TestCards.plugIn(new TestMicrophone("Other", 1, 1));
        TestCards.plugIn(again);
        await("it is heard again", card::sounds);
        assertEquals(1, again.open.get());
        assertEquals("Microphone, 16 bit, mono (Java Sound)", audio.input().orElseThrow().device());
        assertTrue(audio.input().orElseThrow().gaps() >= 1);
        assertTrue(lines.get(1).contains("has gone: connect it again"), lines::toString);
    }

    @Test void whatIsNotThereOrBusyIsSaidInALine() {
        assertEquals("there is no audio input: connect one, and it is heard", refused("").getMessage());
        TestMicrophone microphone = new TestMicrophone("Microphone", 1, 1);
        microphone.busy = true;
        TestCards.plugIn(microphone);
        assertEquals(Reason.BUSY, refused("").reason());
        assertEquals("the audio input 'Guitar' is not there: connect it, and it is heard, or name one that is: Microphone",
                refused("Guitar").getMessage());
    }

    private static Refused refused(String name) {
        return assertThrows(Refused.class, () -> new JavaSoundInput(name).open(RATE, PERIOD));
    }
}

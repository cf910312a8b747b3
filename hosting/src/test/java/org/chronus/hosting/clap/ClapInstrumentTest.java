package org.chronus.hosting.clap;

import static org.chronus.hosting.clap.ClapRig.GAIN;
import static org.chronus.hosting.clap.ClapRig.RATE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a CLAP instrument does with notes and parameters. */
class ClapInstrumentTest {
    private ClapRig rig;

    @BeforeEach void open() throws Exception {
        rig = new ClapRig(TestPlugins.own("sine"));
    }

    // Whatever a test did, each call was made on the right thread, in the right order.
    @AfterEach void close() throws Exception {
        if (rig != null) {
            assertEquals(0, rig.count("mistakes"));
            rig.close();
        }
    }

    /** Cycles per second, by the first and last passage upwards through zero. */
    private static double pitch(float[] sound) {
        double first = -1, last = -1;
        int cycles = -1;
        for (int i = 1; i < sound.length; i++) {
            if (sound[i - 1] < 0 && sound[i] >= 0) {
                last = i - 1 + sound[i - 1] / (sound[i - 1] - (double) sound[i]);
                first = first < 0 ? last : first;
                cycles++;
            }
        }
        return cycles * RATE / (last - first);
    }

    private static double cents(double pitch, double of) {
        return 1_200 * Math.log(pitch / of) / Math.log(2);
    }

    @Test void aNoteBeginsAndEndsAtItsFrame() {
        rig.run(64);
        rig.plugin.noteOn(17, 0, 69, 0, 1);
        float[] sound = rig.run(64);
        assertArrayEquals(new float[17], Arrays.copyOf(sound, 17));
        assertEquals(0.5f, sound[17]);
        rig.plugin.noteOff(40, 0, 69, 0);
        float[] end = rig.run(64);
        assertTrue(end[39] != 0);
        assertArrayEquals(new float[24], Arrays.copyOfRange(end, 40, 64));
    }

    @Test void aNoteIsTunedToTheCent() {
        rig.plugin.noteOn(0, 0, 69, 0, 1);
        assertEquals(0, cents(pitch(rig.play(48_000)), 440), 0.1);
        rig.plugin.noteOff(0, 0, 69, 0);
        rig.plugin.noteOn(0, 0, 60, 0.37f, 1);
        assertEquals(37, cents(pitch(rig.play(48_000)), 440 * Math.pow(2, -9 / 12.0)), 0.1);
    }

    @Test void twoStrikesOfAKeyHaveTheirOwnTunings() {
        rig.plugin.noteOn(0, 0, 69, 0, 1);
        rig.run(64);
        rig.plugin.noteOn(0, 0, 69, 12, 1);
        float[] both = rig.play(64);
        for (int i = 0; i < 64; i++) {
            double low = Math.cos(2 * Math.PI * 440 * (i + 64) / RATE), high = Math.cos(2 * Math.PI * 880 * i / RATE);
            assertEquals(0.5 * (low + high), both[i], 1e-5);
        }
    }

    @Test void aParameterMovesAtItsFrame() {
        rig.plugin.noteOn(0, 0, 69, 0, 1);
        float[] plain = rig.play(64);
        rig.plugin.noteOff(0, 0, 69, 0);
        rig.plugin.noteOn(0, 0, 69, 0, 1);
        rig.plugin.setParameter(10, GAIN, 0.25f);
        rig.plugin.setParameter(30, GAIN, 1f);
        float[] moved = rig.play(64);
        for (int i = 0; i < 64; i++) {
            assertEquals(plain[i] * (i < 10 ? 1 : i < 30 ? 0.5f : 2), moved[i], 1e-6, "frame " + i);
        }
        assertEquals(1, rig.plugin.parameter(GAIN));
    }

    @Test void eventsOutOfOrderAreSortedByFrameAndStayInOrderWithinOne() {
        rig.plugin.setParameter(50, GAIN, 0.25f);
        rig.plugin.noteOn(20, 0, 69, 0, 1);
        rig.plugin.setParameter(20, GAIN, 0.75f);
        rig.plugin.setParameter(20, GAIN, 1f);
        rig.plugin.noteOff(60, 0, 69, 0);
        float[] sound = rig.play(64);
        assertEquals(0, sound[19]);
        assertEquals(1, sound[20]);
        assertEquals(0.25 * Math.cos(2 * Math.PI * 440 * 30 / RATE), sound[50], 1e-6);
        assertEquals(0, sound[60]);
    }

    @Test void aKeyIsPressed() {
        rig.plugin.noteOn(0, 3, 69, 0, 1);
        rig.plugin.midi(0, 0xA3, 69, 127);
        assertEquals(0.75f, rig.run(64)[0]);
    }

    @Test void notesAreMessagesForAPluginThatKnowsNoOthers() throws Exception {
        try (ClapRig midi = new ClapRig(TestPlugins.own("midi"))) {
            midi.plugin.noteOn(5, 2, 69, 0.3f, 1);
            midi.plugin.midi(5, 0xA2, 69, 100);
            float[] sound = midi.run(64);
            assertEquals(0, sound[4]);
            assertEquals(0.5 * (1 + 0.5 * 100 / 127), sound[5], 1e-6, "pressed, too");
            midi.plugin.noteOff(0, 2, 69, 0.5f);
            assertArrayEquals(new float[64], midi.run(64));
            assertEquals(0, midi.count("mistakes"));
        }
    }

    @Test void aValueThatThePluginChangesItselfIsKnown() {
        rig.run(64);
        rig.plugin.midi(8, 0xB0, 7, 127);
        rig.run(64);
        assertEquals(1, rig.plugin.parameter(GAIN));
    }

    @Test void twoInstancesKnowNothingOfEachOther() throws Exception {
        try (ClapRig other = new ClapRig(TestPlugins.own("sine"))) {
            other.plugin.setParameter(0, GAIN, 1);
            other.plugin.noteOn(0, 0, 81, 0, 1);
            rig.plugin.noteOn(3, 0, 69, 0, 1);
            float[] here = rig.play(640), there = other.play(640);
            for (int i = 0; i < 640; i++) {
                assertEquals(i < 3 ? 0 : 0.5 * Math.cos(2 * Math.PI * 440 * (i - 3) / RATE), here[i], 1e-5);
                assertEquals(Math.cos(2 * Math.PI * 880 * i / RATE), there[i], 1e-5);
            }
        }
    }

    @Test void moreEventsThanThereIsRoomForStillLetANoteEnd() {
        rig.plugin.noteOn(0, 0, 69, 0, 1);
        rig.run(64);
        for (int i = 0; i < 5_000; i++) {
            rig.plugin.setParameter(i / 100, GAIN, 0.5f);
        }
        rig.plugin.noteOff(60, 0, 69, 0);
        assertEquals(0, rig.run(64)[60]);
    }
}

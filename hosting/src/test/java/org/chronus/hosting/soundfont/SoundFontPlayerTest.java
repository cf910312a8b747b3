package org.chronus.hosting.soundfont;

import static org.chronus.hosting.soundfont.SoundFontRig.RATE;
import static org.chronus.hosting.soundfont.SoundFontRig.loudest;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.chronus.hosting.HostedPlugin;
import org.chronus.hosting.PluginThread;
import org.chronus.modules.testkit.Allocations;
import org.junit.jupiter.api.Test;

/** What a SoundFont does with notes, programs and tunings. */
class SoundFontPlayerTest {
    private static final String ORGAN = "16", PIANO = "0", STRINGS = "48";

    private static int onset(float[] sound) {
        for (int i = 0; i < sound.length; i++) {
            if (Math.abs(sound[i]) > 1e-6) {
                return i;
            }
        }
        return sound.length;
    }

    /** The period in samples at which a sound is most like itself, with fraction. */
    private static double period(float[] sound, int from, int to) {
        double[] likeness = new double[to + 2];
        int best = from;
        for (int lag = from - 1; lag <= to + 1; lag++) {
            for (int i = 0; i < sound.length - to - 1; i++) {
                likeness[lag] += sound[i] * sound[i + lag];
            }
            best = lag >= from && lag <= to && likeness[lag] > likeness[best] ? lag : best;
        }
        double before = likeness[best - 1], here = likeness[best], after = likeness[best + 1];
        return best + 0.5 * (before - after) / (before - 2 * here + after);
    }

    // The library fades a voice in, within its first block, from the level at which it was left.
    private static void assertAlike(float[] expected, float[] sound) {
        assertArrayEquals(Arrays.copyOf(expected, 64), Arrays.copyOf(sound, 64), 0.1f);
        assertArrayEquals(Arrays.copyOfRange(expected, 64, expected.length), Arrays.copyOfRange(sound, 64, sound.length));
    }

    @Test void aNoteBeginsWithinABlockOfItsFrame() throws Exception {
        try (SoundFontRig rig = new SoundFontRig(ORGAN)) {
            assertArrayEquals(new float[640], rig.play(640));
            rig.player.noteOn(20, 0, 69, 0, 1);
            int onset = onset(rig.play(480));
            assertTrue(onset >= 20 && onset < 128, "at " + onset);
        }
    }

    @Test void aNoteEndsAndItIsSilentThen() throws Exception {
        try (SoundFontRig rig = new SoundFontRig(ORGAN)) {
            rig.player.noteOn(0, 0, 69, 0, 1);
            assertTrue(loudest(rig.play(48_000)) > 0.02);
            rig.player.noteOff(0, 0, 69, 0);
            rig.play(96_000);
            assertArrayEquals(new float[4_800], rig.play(4_800));
        }
    }

    @Test void howTheTimeIsCutChangesNoBit() throws Exception {
        try (SoundFontRig whole = new SoundFontRig(PIANO); SoundFontRig cut = new SoundFontRig(PIANO)) {
            Random random = new Random(5);
            for (int block = 0; block < 300; block++) {
                int key = 40 + random.nextInt(40), frame = random.nextInt(64), border = 1 + random.nextInt(63);
                whole.player.noteOn(frame, 0, key, 0, 0.7f);
                float[] expected = whole.run(64);
                if (frame < border) {
                    cut.player.noteOn(frame, 0, key, 0, 0.7f);
                }
                float[] first = cut.run(border);
                if (frame >= border) {
                    cut.player.noteOn(frame - border, 0, key, 0, 0.7f);
                }
                float[] second = cut.run(64 - border);
                assertArrayEquals(Arrays.copyOf(expected, border), first);
                assertArrayEquals(Arrays.copyOfRange(expected, border, 64), second);
            }
        }
    }

    @Test void aNoteIsTuned() throws Exception {
        try (SoundFontRig plain = new SoundFontRig("80"); SoundFontRig tuned = new SoundFontRig("80")) {
            plain.player.noteOn(0, 0, 69, 0, 1);
            tuned.player.noteOn(0, 0, 69, 0.37f, 1);
            plain.play(4_800);
            tuned.play(4_800);
            // Over ten periods, so that a fraction of a sample is a fraction of a cent.
            double usual = period(plain.play(24_000), 1_060, 1_120), higher = period(tuned.play(24_000), 1_030, 1_100);
            assertEquals(37, 1_200 * Math.log(usual / higher) / Math.log(2), 1);
        }
    }

    @Test void aFingerBendsTheNotesOfItsChannelAsFarAsFingersDo() throws Exception {
        try (SoundFontRig plain = new SoundFontRig("80"); SoundFontRig bent = new SoundFontRig("80")) {
            plain.player.noteOn(0, 1, 69, 0, 1);
            bent.player.midi(0, 0xE1, 0, 96);
            bent.player.noteOn(0, 1, 60, 0, 1);
            bent.player.noteExpression(0, 1, 60, HostedPlugin.Expression.BEND, 8);
            plain.play(4_800);
            bent.play(4_800);
            double usual = period(plain.play(24_000), 1_060, 1_120), same = period(bent.play(24_000), 1_060, 1_120);
            assertEquals(0, 1_200 * Math.log(usual / same) / Math.log(2), 2, "by one semitone and eight");
            bent.player.noteOff(0, 1, 60, 0);
            bent.player.noteOn(0, 1, 68, 0, 1);
            bent.play(9_600);
            assertEquals(0, 1_200 * Math.log(usual / period(bent.play(24_000), 1_060, 1_120)) / Math.log(2), 2, "the next note by the one");
        }
    }

    @Test void aPresetIsChosenByNumberOrName() throws Exception {
        float[] sounds = null;
        for (String preset : new String[] {STRINGS, "0:48", "strings clp"}) {
            try (SoundFontRig rig = new SoundFontRig(preset)) {
                rig.player.noteOn(0, 5, 60, 0, 0.8f);
                float[] sound = rig.play(9_600);
                assertTrue(loudest(sound) > 0.01);
                sounds = sounds == null ? sound : sounds;
                assertArrayEquals(sounds, sound);
            }
        }
    }

    @Test void eachChannelHasAProgramOfItsOwnAndTheTenthHasDrums() throws Exception {
        try (SoundFontRig all = SoundFontRig.generalMidi(); SoundFontRig organ = new SoundFontRig(ORGAN);
                SoundFontRig drums = new SoundFontRig("128:0")) {
            all.player.midi(0, 0xC3, 16, 0);
            all.player.noteOn(0, 3, 60, 0, 1);
            organ.player.noteOn(0, 3, 60, 0, 1);
            assertArrayEquals(organ.play(4_800), all.play(4_800));
            all.player.midi(0, 0xB3, 120, 0);
            all.play(4_800);
            all.player.noteOn(0, 9, 38, 0, 1);
            drums.player.noteOn(0, 9, 38, 0, 1);
            assertAlike(drums.play(4_800), all.play(4_800));
        }
    }

    @Test void afterAResetItPlaysAsWhenItWasOpened() throws Exception {
        try (SoundFontRig used = new SoundFontRig(PIANO); SoundFontRig fresh = new SoundFontRig(PIANO)) {
            used.player.setParameter(0, 0, 3);
            used.player.midi(0, 0xC0, 30, 0);
            used.player.midi(0, 0xE0, 0, 127);
            used.player.midi(0, 0xB0, 64, 127);
            used.player.noteOn(0, 0, 60, 0.5f, 1);
            used.play(4_800 + 13);
            PluginThread.call(() -> {
                used.player.reset();
                return null;
            });
            assertEquals(SoundFontPlayer.GAIN, used.player.parameter(0));
            assertArrayEquals(new float[6_400], used.play(6_400));
            used.player.noteOn(0, 0, 60, 0, 0.6f);
            fresh.player.noteOn(0, 0, 60, 0, 0.6f);
            assertAlike(fresh.play(9_600), used.play(9_600));
        }
    }

    @Test void gainIsAFactor() throws Exception {
        try (SoundFontRig one = new SoundFontRig(ORGAN); SoundFontRig half = new SoundFontRig(ORGAN)) {
            half.player.setParameter(0, 0, SoundFontPlayer.GAIN / 2);
            one.player.noteOn(0, 0, 60, 0, 1);
            half.player.noteOn(0, 0, 60, 0, 1);
            assertEquals(loudest(one.play(9_600)) / 2, loudest(half.play(9_600)), 1e-4);
        }
    }

    @Test void aRunAllocatesNothing() throws Exception {
        try (SoundFontRig rig = SoundFontRig.generalMidi()) {
            assertEquals(0, Allocations.least(4, () -> {
                for (int i = 0; i < 2_500; i++) {
                    rig.player.setParameter(0, 0, i % 2);
                    rig.player.midi(1, 0xC0 | i & 15, i & 127, 0);
                    rig.player.midi(1, 0xE0 | i & 15, 0, 64);
                    rig.player.noteExpression(2, i & 15, 60, HostedPlugin.Expression.BEND, i % 24);
                    rig.player.noteOn(5, i & 15, 40 + i % 40, i % 3 / 10f, 0.5f);
                    rig.player.noteOff(50, i & 15, 40 + i % 40, 0);
                    rig.player.run(64);
                }
            }));
        }
    }

    @Test void itIsAnInstrumentInStereo() throws Exception {
        try (SoundFontRig rig = new SoundFontRig(PIANO)) {
            assertTrue(rig.player.info().isInstrument());
            assertFalse(rig.player.output(0).equals(rig.player.output(1)));
            assertEquals(0, rig.player.latency());
            assertEquals(48_000, RATE);
        }
    }
}

package org.chronus.hosting.clap;

import static org.chronus.hosting.HostedPlugin.Expression.BEND;
import static org.chronus.hosting.HostedPlugin.Expression.BRIGHTNESS;
import static org.chronus.hosting.HostedPlugin.Expression.PRESSURE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.hosting.PluginException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a CLAP instrument hears of single fingers: as note expressions, or as MPE. */
class ClapExpressionTest {
    private static final int SECOND = 48_000;

    private ClapRig rig;

    private void open(String name) throws PluginException {
        rig = new ClapRig(TestPlugins.own(name));
    }

    @AfterEach void close() throws PluginException {
        if (rig != null) {
            assertEquals(0, rig.count("mistakes"));
            rig.close();
        }
    }

    /** How far a tone is from the pitch of a key, in cents, by the first and last passage upwards through zero. */
    private static double cents(float[] sound, double key) {
        double first = -1, last = -1;
        int cycles = -1;
        for (int i = 1; i < sound.length; i++) {
            if (sound[i - 1] < 0 && sound[i] >= 0) {
                last = i - 1 + sound[i - 1] / (sound[i - 1] - (double) sound[i]);
                first = first < 0 ? last : first;
                cycles++;
            }
        }
        return 100 * (12 * Math.log(cycles * (double) SECOND / (last - first) / 440) / Math.log(2) + 69 - key);
    }

    /** The amplitude of a key's tone, 1 for a note that nobody presses. */
    private static double level(float[] sound, double key) {
        double re = 0, im = 0, turn = 2 * Math.PI * 440 * Math.pow(2, (key - 69) / 12) / SECOND;
        for (int i = 0; i < sound.length; i++) {
            re += sound[i] * Math.cos(turn * i);
            im += sound[i] * Math.sin(turn * i);
        }
        return 2 * 2 * Math.hypot(re, im) / sound.length;
    }

    @Test void aFingerBendsItsNoteToTheCentBesideItsTuning() throws PluginException {
        open("sine");
        rig.plugin.noteOn(0, 3, 60, 0.37f, 1);
        rig.plugin.noteExpression(0, 3, 60, BEND, 7.5f);
        assertEquals(0, cents(rig.play(SECOND), 60 + 0.37 + 7.5), 0.1);
        rig.plugin.noteExpression(0, 3, 60, BEND, 0);
        assertEquals(0, cents(rig.play(SECOND), 60.37), 0.1);
    }

    @Test void theLevelFollowsThePressureAtItsFrame() throws PluginException {
        open("sine");
        rig.plugin.noteOn(0, 0, 69, 0, 1);
        float[] plain = rig.run(64);
        rig.plugin.noteOff(0, 0, 69, 0);
        rig.plugin.noteOn(0, 0, 69, 0, 1);
        rig.plugin.noteExpression(20, 0, 69, PRESSURE, 0.5f);
        float[] pressed = rig.run(64);
        for (int i = 0; i < 64; i++) {
            assertEquals(plain[i] * (i < 20 ? 1 : 1.25f), pressed[i], 1e-6, "frame " + i);
        }
    }

    @Test void aFingerColoursItsNoteAndNoOther() throws PluginException {
        open("sine");
        rig.plugin.noteOn(0, 1, 60, 0, 1);
        rig.plugin.noteOn(0, 2, 67, 0, 1);
        rig.plugin.noteExpression(0, 2, 67, BRIGHTNESS, 0.25f);
        float[] sound = rig.play(SECOND);
        assertEquals(0.25, level(sound, 79), 0.005);
        assertEquals(0, level(sound, 72), 0.005);
    }

    @Test void fingersAreChannelsOfMpeWhereAPluginKnowsThoseAlone() throws PluginException {
        open("mpe");
        assertTrue(rig.plugin.hearsFingers());
        rig.plugin.noteOn(0, 1, 60, 0, 1);
        rig.plugin.noteOn(0, 2, 67, 0, 1);
        rig.plugin.noteExpression(0, 1, 60, BEND, -12);
        rig.plugin.noteExpression(0, 2, 67, PRESSURE, 1);
        float[] sound = rig.play(SECOND);
        assertEquals(1, level(sound, 48), 0.001);
        assertEquals(1.5, level(sound, 67), 0.001);
        rig.plugin.noteOff(0, 2, 67, 0);
        assertEquals(0, cents(rig.play(SECOND), 48), 0.3);
        rig.plugin.noteOff(0, 1, 60, 0);
        rig.plugin.noteOn(0, 1, 60, 0, 1);
        assertEquals(0, cents(rig.play(SECOND), 60), 0.3, "a note begins where its key is");
    }

    @Test void whatBendsAllChannelsOfMpeBendsEachOfThemOnce() throws PluginException {
        open("mpe");
        rig.plugin.noteOn(0, 0, 60, 0, 1);
        rig.plugin.midi(0, 0xE0, 0, 96);
        assertEquals(0, cents(rig.play(SECOND), 61), 0.3, "the first channel by itself");
        rig.plugin.noteOff(0, 0, 60, 0);
        rig.plugin.noteOn(0, 5, 72, 0, 1);
        rig.plugin.midi(0, 0xE5, 0, 96);
        rig.plugin.noteExpression(0, 5, 72, BEND, 3);
        assertEquals(0, cents(rig.play(SECOND), 76), 0.6, "a member with both");
        rig.plugin.midi(0, 0xE0, 0, 64);
        assertEquals(0, cents(rig.play(SECOND), 76), 0.6, "whatever the first one does");
    }

    @Test void aResetIsFollowedByTheZoneOfMpe() throws PluginException {
        open("mpe");
        rig.plugin.noteOn(0, 1, 60, 0, 1);
        rig.plugin.noteExpression(0, 1, 60, BEND, 5);
        rig.run(64);
        rig.reset();
        rig.plugin.noteOn(0, 1, 60, 0, 1);
        rig.plugin.noteExpression(0, 1, 60, BEND, 5);
        assertEquals(0, cents(rig.play(SECOND), 65), 0.3);
    }

    @Test void plainMidiKnowsNoFingers() throws PluginException {
        open("midi");
        assertFalse(rig.plugin.hearsFingers());
        rig.plugin.noteOn(0, 0, 60, 0, 1);
        rig.plugin.noteExpression(0, 0, 60, BEND, 5);
        assertEquals(0, cents(rig.play(SECOND), 60), 0.1);
    }
}

package org.chronus.instrument.osc;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent in one bundle is heard in its order, with the real clock, whatever the period. */
class LiveTimeLineTest {
    private static final double C = 440 * Math.pow(2, -9 / 12.0), G = C * Math.pow(2, 7 / 12.0);
    private static final double HEARD = 0.02;
    /** Two periods of latency, the prime, and a tenth of a second to listen to. */
    private static final int LISTENED = 9_600, SETTLED = 12_000;
    private static final int TRIES = 8;
    private static final long AT_ONCE = 1;
    private static final String TONE = """
            chronus: 1
            name: Tone
            modules:
              osc: {type: sine}
              level: {type: vca, gain: 1}
              env: {type: adsr, attack: 5 ms, release: 20 ms}
              amp: {type: vca}
            cables: [osc * 0.25 -> level -> amp -> out, env -> amp.gain]
            """;
    private static final String OCTAVE = TONE.replace("name: Tone", "name: Octave").replace("{type: sine}", "{type: sine, tune: 12 st}");

    @TempDir
    private Path folder;

    /** What is heard some time after a bundle was sent while the first program played. */
    private float[] after(OscRig rig, OscClient client, byte[]... bundle) throws Exception {
        client.ask("/panic");
        client.ok("/program", 0);
        rig.hear(LISTENED);
        client.send(OscClient.bundle(AT_ONCE, bundle));
        rig.hear(SETTLED);
        return rig.hear(LISTENED);
    }

    private OscRig rig(int period) throws Exception {
        Files.writeString(folder.resolve("tone.yaml"), TONE);
        Files.writeString(folder.resolve("octave.yaml"), OCTAVE);
        Path bank = Files.writeString(folder.resolve("bank.yaml"), "chronus: 1\nbank: Two\nprograms: {0: tone.yaml, 1: octave.yaml}\n");
        return new OscRig(folder, period, bank);
    }

    private static byte[] note(int key) {
        return OscClient.packet("/note", key, 100);
    }

    private static boolean isHeard(float[] sound, double hertz) {
        return OscRig.tone(sound, hertz) > HEARD;
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 1_024, 4_096})
    void aNoteBeforeAProgramChangeIsTheOldPresetsAndOneAfterItTheNew(int period) throws Exception {
        try (OscRig rig = rig(period); OscClient client = rig.client()) {
            boolean newNoteInNewPreset = false;
            for (int i = 0; i < TRIES && !newNoteInNewPreset; i++) {
                float[] sound = after(rig, client, note(60), OscClient.packet("/program", 1), note(67));
                assertTrue(isHeard(sound, C) && !isHeard(sound, 2 * C), "the first note is the old preset's");
                assertTrue(isHeard(sound, G) || isHeard(sound, 2 * G), "the second note is not lost");
                newNoteInNewPreset = isHeard(sound, 2 * G) && !isHeard(sound, G);
            }
            // With a period of 64 frames there is not always time to prime.
            assertTrue(newNoteInNewPreset || period == 64, "the second note is the new preset's, which was ready in time");
            client.ok("/program", 1);
            client.ok("/note", 67, 100);
            rig.hear(SETTLED);
            assertTrue(isHeard(rig.hear(LISTENED), 2 * G), "and so is any later one");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 1_024, 4_096})
    void aValueBeforeAProgramChangeIsTheOldPresets(int period) throws Exception {
        try (OscRig rig = rig(period); OscClient client = rig.client()) {
            after(rig, client, note(60), OscClient.packet("/mod/level/gain", 0.1f), OscClient.packet("/program", 1));
            client.ok("/note", 67, 100);
            rig.hear(SETTLED);
            float[] sound = rig.hear(LISTENED);
            assertTrue(OscRig.tone(sound, 2 * G) > 4 * OscRig.tone(sound, C),
                    "soft: " + OscRig.tone(sound, C) + ", loud: " + OscRig.tone(sound, 2 * G));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 1_024, 4_096})
    void aValueAfterAProgramChangeIsTheNewPresetsToo(int period) throws Exception {
        try (OscRig rig = rig(period); OscClient client = rig.client()) {
            after(rig, client, OscClient.packet("/program", 1), OscClient.packet("/mod/level/gain", 0.1f));
            client.ok("/note", 67, 100);
            rig.hear(SETTLED);
            float[] sound = rig.hear(LISTENED);
            double level = OscRig.tone(sound, 2 * G);
            assertTrue(level > 0.003 && level < 0.05, "a tenth of the level: " + level);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 1_024, 4_096})
    void aNoteBeforeACommitIsTheOldPatchs(int period) throws Exception {
        try (OscRig rig = rig(period); OscClient client = rig.client()) {
            client.ok("/patch/load", "Octave");
            float[] sound = after(rig, client, note(60), OscClient.packet("/patch/commit"));
            assertTrue(isHeard(sound, C) && !isHeard(sound, 2 * C), "the note is the old patch's");
            client.ok("/note", 67, 100);
            rig.hear(SETTLED);
            assertTrue(isHeard(rig.hear(LISTENED), 2 * G), "and later ones the new patch's");
        }
    }
}

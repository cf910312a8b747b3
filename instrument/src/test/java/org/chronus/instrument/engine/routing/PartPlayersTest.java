package org.chronus.instrument.engine.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.chronus.instrument.engine.Stage;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.KeyPitches;
import org.chronus.midi.command.Release;
import org.chronus.midi.command.Setting;
import org.chronus.midi.command.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Players of a part, heard through the whole engine: what sounds is the gates of its notes. At 120 beats per minute a sixteenth is 6,000 frames. */
class PartPlayersTest {
    private static final int RATE = Stage.RATE, STEP = 6_000;
    private static final String SIXTEENTHS = "{type: arpeggiator, step: 0.25 beat, gate: 50 %}";

    private Stage stage = new Stage();
    private float last;

    /** A patch that gives out its gates, half as loud as it can, times their velocity. */
    private static String gates(String players) {
        return """
                chronus: 1
                name: Gates
                players: [%s]
                modules: {amp: {type: vca, gain: 1}}
                cables: [note.gate * note.velocity * 0.1 -> amp -> out]
                """.formatted(players);
    }

    private static String tones(String players) {
        return Stage.TONE + "players: [" + players + "]\n";
    }

    private PartPlayersTest send(Command command) {
        stage.engine.schedule(stage.engine.position(), command);
        return this;
    }

    /** Frames of the next ones at which a gate rises, and, with a minus, those at which one falls. */
    private List<Integer> edges(int frames) {
        float[] sound = stage.left(frames);
        List<Integer> edges = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            if (Math.abs(sound[i] - last) > 0.01) {
                edges.add(sound[i] > last ? i : -i);
            }
            last = sound[i];
        }
        return edges;
    }

    @Test void stepsAreExactToTheFrame() {
        stage.offer(gates(SIXTEENTHS));
        stage.press(101, 60);
        assertEquals(List.of(101, -3_101, 6_101, -9_101, 12_101, -15_101), edges(18_000));
    }

    @Test void aPresetsOwnTempoIsThatOfItsSteps() {
        stage.offer(gates(SIXTEENTHS) + "tempo: 90 bpm\n");
        stage.press(0, 60);
        assertEquals(List.of(0, -4_000, 8_000, -12_000, 16_000), edges(16_001));
    }

    @Test void aClockSetsTheTempoAndASongTheBeat() {
        stage.offer(gates(SIXTEENTHS));
        stage.engine.schedule(0, new Transport.Tempo(0, 90));
        stage.engine.schedule(0, new Transport.SongPosition(0, 3));
        stage.press(100, 60);
        assertEquals(List.of(8_000, -12_000, 16_000), edges(16_001));
    }

    @Test void aPatchThatTakesOverFindsItsPlaceInTheSong() {
        stage.offer(gates(SIXTEENTHS));
        stage.engine.schedule(160, new Transport.SongPosition(0, 0));
        stage.engine.schedule(160, new Transport.Tempo(0, 120));
        stage.left(1_000);
        stage.offer(gates(SIXTEENTHS).replace("Gates", "Others"));
        stage.press(2_000, 60);
        assertEquals(List.of(5_160, -8_160, 11_160), edges(12_000));
        send(new Transport.OwnTempo(0));
        stage.lift(15_500, 60).press(16_500, 60);
        assertEquals(List.of(-2_160, 3_500), edges(4_000), "there is no song any more: at once");
    }

    @Test void theHoldPedalHoldsWhatGoesInAndNotWhatComesOut() {
        stage.offer(gates(SIXTEENTHS));
        stage.move(0, 64, 1).press(0, 60).lift(10, 60);
        assertEquals(List.of(0, -3_000, 6_000, -9_000), edges(12_000));
        stage.move(12_100, 64, 0);
        assertEquals(List.of(0, -3_000), edges(24_000));
    }

    @Test void theSostenutoPedalHoldsTheKeysThatItFindsDown() {
        stage.offer(gates("{type: arpeggiator, order: chord, gate: 50 %}"));
        stage.press(0, 60).move(10, 66, 1).press(20, 64).lift(30, 60).lift(30, 64);
        assertEquals(List.of(0, -3_000, 6_000, -9_000), edges(12_000));
        stage.move(12_100, 66, 0);
        assertEquals(List.of(0, -3_000), edges(24_000));
    }

    @Test void whereNothingArpeggiatesPedalsHoldNotes() {
        stage.offer(gates("{type: chord, notes: [0, 7]}"));
        stage.move(0, 64, 1).press(0, 60).lift(10, 60).move(5_000, 64, 0);
        assertEquals(List.of(0, -5_000), edges(12_000));
    }

    @ParameterizedTest @ValueSource(booleans = {false, true}) void everyKindOfReleaseEndsAnArpeggio(boolean latched) {
        String players = latched ? SIXTEENTHS.replace("}", ", latch: yes}") : SIXTEENTHS;
        for (Command release : List.of(new Release.AllNotesOff(0, 0), new Release.AllSoundOff(0, 0), new Release.ReleaseSource(0),
                new Setting.VoiceMode(0, 0, true), new Setting.MpeZone(0, 0, 3))) {
            stage = new Stage();
            stage.offer(gates(players));
            stage.press(0, 60).press(0, 64);
            if (latched) {
                stage.lift(10, 60);
            }
            stage.engine.schedule(13_000, release);
            assertTrue(edges(18_000).size() > 4, "it plays before");
            assertEquals(List.of(), edges(RATE), release.toString());
            assertTrue(stage.engine.isSilent(), release.toString());
        }
    }

    @Test void allSoundOffIsSilenceAtOnce() {
        stage.offer(tones("{type: arpeggiator, gate: 100 %}"));
        stage.press(0, 60);
        stage.engine.schedule(1_000, new Release.AllSoundOff(0, 0));
        float[] sound = stage.left(RATE);
        assertEquals(0, Stage.rms(sound, 1_000 + RATE / 200 + 64, RATE), 1e-4);
    }

    @Test void anArpeggioIsHeldWhileItRests() {
        stage.offer(gates("{type: arpeggiator, step: 8 beat, gate: 1 %}"));
        stage.press(0, 60).left(2 * RATE);
        assertFalse(stage.engine.isSilent());
        stage.offer(gates(SIXTEENTHS).replace("Gates", "Others") + "hold: 0 s\n");
        assertEquals(List.of(2 * RATE, -(2 * RATE + 1_920)), edges(3 * RATE), "the old patch waits for its next step");
    }

    @Test void whatIsHeldArpeggiatesOnBesideTheNextPatchUntilItIsLetGo() {
        stage.offer(gates(SIXTEENTHS));
        stage.press(0, 60);
        edges(7_000);
        stage.offer(gates("{type: arpeggiator, step: 1 beat}").replace("Gates", "Others"));
        assertEquals(List.of(-2_000, 5_000, -8_000), edges(9_000));
        stage.lift(16_000, 60);
        assertEquals(List.of(), edges(RATE));
    }

    @Test void whatIsLatchedEndsWithItsPatch() {
        stage.offer(gates("{type: arpeggiator, latch: yes}"));
        stage.press(0, 60).lift(10, 60);
        edges(7_000);
        stage.offer(gates(SIXTEENTHS).replace("Gates", "Others"));
        assertEquals(List.of(-2_000), edges(RATE));
    }

    @Test void aPartPlaysItsOwnKeysAndWhatItsPlayersMakeOfThem() {
        stage.offer("""
                chronus: 1
                parts:
                  low:
                    keys: .. B3
                    players: [{type: chord, notes: [0, 12]}]
                    modules: {a: {type: vca, gain: 1}}
                    cables: [note.gate * 0.1 -> a -> out]
                  high: {keys: C4 .., modules: {b: {type: vca, gain: 1}}, cables: [note.gate * 0.3 -> b -> out]}
                """);
        float[] sound = stage.press(0, 59).press(500, 60).left(1_000);
        assertEquals(2 / 3.0, sound[0] / (sound[500] - sound[499]), 0.001, "two notes of the lower part, one of the upper");
    }

    @Test void aChordSoundsInTheKeysOfItsTuning() {
        float[] pitches = new float[128];
        Arrays.fill(pitches, Float.NaN);
        pitches[67] = 68;
        stage.offer(tones("{type: chord, notes: [0, 7]}"));
        send(new Setting.KeyTuning(0, 1, new KeyPitches(pitches), false));
        float[] sound = stage.press(0, 60).left(RATE);
        assertTrue(Stage.tone(sound, RATE / 2, RATE, 60) > 0.05 && Stage.tone(sound, RATE / 2, RATE, 68) > 0.05);
        assertTrue(Stage.tone(sound, RATE / 2, RATE, 67) < 0.01);
    }

    @Test void aKeysPressureAndAFingersBendAreThoseOfItsNotes() {
        stage.offer(tones("{type: chord, notes: [0, 7]}").replace("env -> amp.gain", "env -> amp.gain, note.pressure * 12 st -> note.pitch"));
        stage.press(0, 60).left(RATE / 4);
        send(new Gesture.PolyPressure(0, 0, 60, 1));
        stage.left(RATE / 4);
        float[] sound = stage.left(RATE / 2);
        assertTrue(Stage.tone(sound, 0, RATE / 2, 72) > 0.05 && Stage.tone(sound, 0, RATE / 2, 79) > 0.05, "pressed up an octave");
        send(new Release.AllSoundOff(0, 0)).send(new Setting.MpeZone(0, 0, 15)).send(new Gesture.NoteOn(0, 1, 60, 1));
        send(new Gesture.PitchBend(0, 1, 5 / 48f));
        stage.left(RATE / 2);
        sound = stage.left(RATE / 2);
        assertTrue(Stage.tone(sound, 0, RATE / 2, 65) > 0.05 && Stage.tone(sound, 0, RATE / 2, 72) > 0.05, "bent up a fourth");
    }

    @Test void wholeStepsAreLegatoInALegatoPart() {
        String legato = gates("{type: arpeggiator, gate: 100 %}") + "voices: {mode: legato}\n";
        stage.offer(legato);
        stage.press(0, 60).press(0, 64);
        assertEquals(List.of(0), edges(10 * STEP), "one gate");
    }

    @Test void aScaleLockedKeyEndsWithItself() {
        stage.offer(tones("{type: scale, root: D, notes: [0, 2, 4, 5, 7, 9, 11]}"));
        float[] sound = stage.press(0, 60).lift(RATE / 2, 60).left(RATE);
        assertTrue(Stage.tone(sound, RATE / 4, RATE / 2, 59) > 0.05, "B, of C and C# the lower neighbour");
        assertEquals(0, Stage.rms(sound, RATE - 1_000, RATE), 1e-6);
        assertEquals(0, stage.engine.voices());
    }
}

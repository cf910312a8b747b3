package org.chronus.midi.decoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.chronus.midi.command.Command;
import org.chronus.midi.command.KeyPitches;
import org.chronus.midi.command.Setting.KeyTuning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The MIDI Tuning Standard, from its bytes to pitches. */
class TuningMessageTest {
    private static final int ALL = 0xFFFF;

    private final List<Command> commands = new ArrayList<>();
    private final MidiDecoder decoder = new MidiDecoder(3, VelocityCurve.LINEAR, event -> commands.add(event.command()));

    private void send(int... stream) {
        byte[] bytes = new byte[stream.length];
        for (int i = 0; i < stream.length; i++) {
            bytes[i] = (byte) stream[i];
        }
        decoder.decode(0, bytes, 0, bytes.length);
    }

    /** The only command, a tuning. */
    private KeyTuning tuning() {
        assertEquals(1, commands.size(), commands::toString);
        assertEquals(0, decoder.strays().bytes());
        return (KeyTuning) commands.getFirst();
    }

    private static float[] none() {
        float[] pitches = new float[128];
        Arrays.fill(pitches, Float.NaN);
        return pitches;
    }

    private static int[] joined(int[]... parts) {
        return Arrays.stream(parts).flatMapToInt(Arrays::stream).toArray();
    }

    /** A quarter tone above the key, for all keys. */
    private static int[] dump() {
        int[] data = joined(new int[] {0x7E, 0, 8, 1, 9}, new int[16], IntStream.range(0, 128).flatMap(key -> IntStream.of(key, 64, 0)).toArray());
        int sum = Arrays.stream(data).reduce(0, (a, b) -> a ^ b);
        return joined(new int[] {0xF0}, data, new int[] {sum, 0xF7});
    }

    @Test
    void singleNotesHaveSemitonesAndSixteenThousandSteps() {
        send(0xF0, 0x7F, 5, 8, 2, 77, 3, 60, 61, 0, 1, 69, 68, 127, 127, 70, 0x7F, 0x7F, 0x7F, 0xF7);
        float[] pitches = none();
        pitches[60] = 61 + 1 / 16_384f;
        pitches[69] = 68 + 16_383 / 16_384f;
        assertEquals(new KeyTuning(3, ALL, new KeyPitches(pitches), true), tuning());
    }

    @ParameterizedTest
    @ValueSource(ints = {0x7E, 0x7F})
    void singleNotesOfABankMayWaitForTheNextNote(int when) {
        send(0xF0, when, 5, 8, 7, 1, 2, 1, 60, 62, 0, 0, 0xF7);
        float[] pitches = none();
        pitches[60] = 62;
        assertEquals(new KeyTuning(3, ALL, new KeyPitches(pitches), when == 0x7F), tuning());
    }

    @Test
    void aHundredAndTwentySevenNotesFit() {
        send(joined(new int[] {0xF0, 0x7F, 5, 8, 7, 1, 2, 127}, IntStream.range(0, 127).flatMap(key -> IntStream.of(key, 64, 0, 0)).toArray(),
                new int[] {0xF7}));
        assertEquals(64, tuning().pitches().of(126));
    }

    @Test
    void aDumpTunesAllKeysFromTheNextNoteOn() {
        send(dump());
        assertEquals(60.5f, tuning().pitches().of(60));
        assertEquals(127.5f, tuning().pitches().of(127));
        assertTrue(!tuning().sounding() && tuning().channels() == ALL);
    }

    @Test
    void aDumpWithAWrongSumIsRefusedAndCounted() {
        int[] dump = dump();
        dump[100] ^= 1;
        send(dump);
        assertEquals(List.of(), commands);
        assertEquals(406, decoder.strays().bytes());
    }

    @Test
    void anOctaveIsInCentsAndForSomeChannels() {
        send(0xF0, 0x7F, 5, 8, 8, 1, 2, 4, 0, 127, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 0xF7);
        assertEquals(1 << 14 | 1 << 8 | 1 << 2, tuning().channels());
        assertEquals(60 - 0.64f, tuning().pitches().of(60));
        assertEquals(73 + 0.63f, tuning().pitches().of(73));
        assertEquals(64, tuning().pitches().of(64));
    }

    @Test
    void anOctaveInTwoBytesReachesASemitone() {
        send(joined(new int[] {0xF0, 0x7E, 5, 8, 9, 3, 127, 127, 0, 0, 127, 127, 96, 0},
                IntStream.range(0, 9).flatMap(_ -> IntStream.of(64, 0)).toArray(), new int[] {0xF7}));
        assertEquals(ALL, tuning().channels());
        assertEquals(List.of(59f, 62 - 1 / 8192f, 62.5f, 63f), IntStream.range(60, 64).mapToObj(tuning().pitches()::of).toList());
        assertTrue(!tuning().sounding());
    }

    @Test
    void whatIsTooShortTooLongOrCutIsDroppedAndCounted() {
        send(0xF0, 0x7F, 5, 8, 2, 0, 2, 60, 61, 0, 0, 0xF7);
        assertEquals(10, decoder.strays().bytes());
        send(0xF0, 0x7F, 5, 8, 8, 3, 127, 127, 1, 2, 3, 0xF7);
        assertEquals(20, decoder.strays().bytes());
        send(0xF0, 0x7F, 5, 8, 2, 0, 1, 60, 61, 0, 0);
        send(0x90, 60, 0x40);
        assertEquals(30, decoder.strays().bytes());
        send(joined(new int[] {0xF0, 0x7F, 5, 8, 2, 0, 1}, new int[10_000], new int[] {0xF7}));
        assertEquals(30 + 516, decoder.strays().bytes(), "as far as it was kept");
        assertEquals(1, commands.size(), "the note");
    }

    @Test
    void requestsAreNoTunings() {
        send(0xF0, 0x7E, 5, 8, 0, 1, 0xF7, 0xF0, 0x7E, 5, 8, 2, 0, 0, 0xF7, 0xF0, 0x7F, 5, 8, 0xF7);
        assertEquals(List.of(), commands);
        assertEquals(0, decoder.strays().bytes());
    }

    @Test
    void pitchesAreWithinTheirRange() {
        assertThrows(IllegalArgumentException.class, () -> new KeyPitches(new float[127]));
        float[] pitches = none();
        pitches[3] = 129.1f;
        assertThrows(IllegalArgumentException.class, () -> new KeyPitches(pitches));
        pitches[3] = 3.5f;
        assertEquals("3:3.5", new KeyPitches(pitches).toString());
    }
}

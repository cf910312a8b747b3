package org.chronus.midi.decoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.ShortMessage;

import org.chronus.midi.command.Gesture.NoteOff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where messages begin and end in a stream of bytes, and what belongs to none. */
class MidiStreamTest extends DecoderSession {
    @Test
    void runningStatusNeedsNoStatusByte() {
        send(0x90, 60, 127, 64, 127, 60, 0);
        expect(MIDDLE_C, E, new NoteOff(SOURCE, 0, 60, NoteOff.USUAL_VELOCITY));
    }

    @Test
    void clockMayTickInsideAMessage() {
        send(0x90, 0xF8, 60, 0xFE, 127, 0xF8, 64, 0xFF, 127);
        expect(MIDDLE_C, E);
        assertEquals(0, decoder.strays().bytes());
    }

    @Test
    void aMessageMayArriveByteByByte() {
        send(0x90);
        send(60);
        expect();
        send(127);
        expect(MIDDLE_C);
    }

    @Test
    void systemExclusiveOfAnyLengthIsPassedOver() {
        send(0xF0);
        decoder.decode(0, new byte[1_000_000], 0, 1_000_000);
        send(0xF8, 0xF7, 0x90, 60, 127);
        expect(MIDDLE_C);
        assertEquals(0, decoder.strays().bytes());
    }

    @Test
    void anyOtherStatusEndsSystemExclusive() {
        send(0xF0, 1, 2, 3, 0x90, 60, 127);
        expect(MIDDLE_C);
    }

    @Test
    void systemExclusiveEndsRunningStatus() {
        send(0x90, 60, 127, 0xF0, 1, 0xF7, 64, 127);
        expect(MIDDLE_C);
        assertEquals(2, decoder.strays().bytes());
    }

    @Test
    void systemCommonMessagesTakeTheirDataAndEndRunningStatus() {
        send(0x90, 60, 127, 0xF1, 1, 0xF2, 1, 2, 0xF3, 1, 0xF6);
        assertEquals(0, decoder.strays().bytes());
        send(64, 127);
        expect(MIDDLE_C);
        assertEquals(2, decoder.strays().bytes());
    }

    @Test
    void dataWithoutAStatusIsStray() {
        send(60, 127);
        assertEquals(2, decoder.strays().bytes());
    }

    @Test
    void aMessageCutShortIsStrayAndTheNextIsHeard() {
        send(0x91, 60, 0x90, 60, 127);
        expect(MIDDLE_C);
        assertEquals(2, decoder.strays().bytes());
    }

    @Test
    void onlyTheRestOfARunningMessageIsStray() {
        send(0x90, 60, 127, 64, 0x90, 64, 127);
        expect(MIDDLE_C, E);
        assertEquals(1, decoder.strays().bytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {0xF4, 0xF5, 0xF7, 0xF9, 0xFD})
    void anUndefinedOrUnpairedStatusIsStray(int status) {
        send(status);
        assertEquals(1, decoder.strays().bytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {0xF4, 0xF5, 0xF7})
    void anUndefinedStatusEndsRunningStatus(int status) {
        send(0x90, 60, 127, status, 64, 127);
        expect(MIDDLE_C);
        assertEquals(3, decoder.strays().bytes());
    }

    @Test
    void theMetaMessagesOfFilesAreNoReset() throws InvalidMidiDataException {
        decoder.decode(0, new ShortMessage(0x90, 60, 127));
        decoder.decode(0, new MetaMessage(0x51, new byte[] {7, 8, 9}, 3));
        expect(MIDDLE_C);
        assertEquals(0, decoder.strays().bytes());
    }

    @Test
    void aFailingSinkDoesNotDisturbTheStream() {
        var failsOnce = new MidiDecoder(SOURCE, VelocityCurve.LINEAR, event -> {
            events.add(event);
            if (events.size() == 1) {
                throw new IllegalStateException("queue closed");
            }
        });
        assertThrows(IllegalStateException.class, () -> failsOnce.decode(0, new byte[] {(byte) 0x90, 60, 127}, 0, 3));
        failsOnce.decode(0, new byte[] {64, 127}, 0, 2);
        expect(MIDDLE_C, E);
    }

    @Test
    void noStreamOfBytesIsAnError() {
        Random dice = new Random(42);
        byte[] noise = new byte[4096];
        long[] commands = new long[1];
        var robust = new MidiDecoder(SOURCE, VelocityCurve.SQUARE, event -> commands[0]++);
        for (int chunk = 0; chunk < 1_000; chunk++) {
            dice.nextBytes(noise);
            int cut = dice.nextInt(noise.length);
            robust.decode(chunk, noise, 0, cut);
            robust.decode(chunk, noise, cut, noise.length - cut);
        }
        assertTrue(commands[0] > 100_000 && robust.strays().bytes() > 100_000, commands[0] + " commands, " + robust.strays().bytes() + " stray");
    }
}

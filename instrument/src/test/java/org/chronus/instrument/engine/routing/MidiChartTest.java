package org.chronus.instrument.engine.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.chronus.instrument.engine.Stage;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.Release;
import org.chronus.midi.command.Selection;
import org.chronus.midi.command.Transport;
import org.chronus.midi.decoder.MidiChart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every row of the implementation chart, from its bytes to what is heard; and the document that shows it. */
class MidiChartTest extends ChartSession {
    @ParameterizedTest
    @EnumSource
    void everyRowIsTrue(MidiChart row) {
        stage.offer(ALL);
        stage.left(64);
        switch (row) {
            case NOTE_ON -> play().heard(0.5);
            case NOTE_OFF -> play().wait(64).send(0x80, KEY, 64).wait(SETTLED).heard(0);
            case POLY_PRESSURE -> play().send(0x90, 72, 127, 0xA0, KEY, 127, 0xA0, 72, 0).heard(1);
            case CHANNEL_PRESSURE -> play().send(0xD0, 127).heard(1);
            case PITCH_BEND -> play().send(0xE0, 127, 127).heardAt(KEY + 2);
            case PROGRAM_CHANGE -> {
                send(0xC0, 5);
                assertEquals(List.of(new Selection.ProgramChange(0, 0, 0, 5)), commands);
            }
            case BANK -> {
                send(0xB0, 0, 1, 32, 2, 0xC0, 5);
                assertEquals(List.of(new Selection.ProgramChange(0, 0, 130, 5)), commands);
            }
            case BODY -> play().send(0xB0, 1, 127).heard(0.75);
            case PORTAMENTO_TIME -> assertTrue(send(0xB0, 65, 127, 5, 64).play().wait(SETTLED).glides());
            case DATA_ENTRY -> play().send(0xB0, 101, 0, 100, 0, 6, 6, 38, 100, 0xE0, 127, 127).heardAt(KEY + 7);
            case VOLUME -> play().send(0xB0, 7, 50).heard(0.125);
            case PAN -> play().send(0xB0, 10, 127).heard(0);
            case EXPRESSION -> play().send(0xB0, 11, 64).heard(0.5 * Math.pow(64 / 127.0, 2));
            case FINE -> play().send(0xB0, 20, 63, 52, 64).heard(0.75);
            case HOLD -> play().send(0xB0, 64, 64).wait(64).send(0x80, KEY, 64).wait(SETTLED).heard(0.5);
            case PORTAMENTO -> assertTrue(send(0xB0, 5, 64, 65, 127).play().wait(SETTLED).glides());
            case SOSTENUTO -> play().wait(64).send(0xB0, 66, 64).wait(64).send(0x80, KEY, 64).wait(SETTLED).heard(0.5);
            case SOFT -> send(0xB0, 67, 127).play().heard(0.63 * 0.5);
            case ORIGIN -> assertTrue(play().wait(SETTLED).send(0xB0, 5, 64, 65, 0, 84, KEY).wait(64).glides());
            case OTHERS -> play().send(0xB0, 20, 127).heard(1);
            case STEP -> {
                play().send(0xB0, 101, 0, 100, 2);
                for (int i = 0; i < 5; i++) {
                    send(0xB0, 96, 0);
                }
                heardAt(KEY + 5);
            }
            case NON_REGISTERED -> play().send(0xB0, 99, 0, 98, 40, 6, 127).heard(0.6);
            case REGISTERED -> play().send(0xB0, 101, 0, 100, 2, 101, 127, 100, 127, 6, 70).heardAt(KEY);
            case BEND_RANGE -> play().send(0xB0, 101, 0, 100, 0, 6, 7, 0xE0, 127, 127).heardAt(KEY + 7);
            case FINE_TUNING -> play().send(0xB0, 101, 0, 100, 1, 6, 0).heardAt(KEY - 1);
            case COARSE_TUNING -> play().send(0xB0, 101, 0, 100, 2, 6, 67).heardAt(KEY + 3);
            case MODULATION_DEPTH -> play().send(0xB0, 1, 127, 101, 0, 100, 5, 6, 1).heard(1);
            case SOUND_OFF -> {
                play().wait(SETTLED).send(0xB0, 120, 0).wait(240);
                assertEquals(0, Stage.rms(stage.left(960), 128, 960), 1e-3);
            }
            case RESET -> play().send(0xB0, 1, 127, 11, 64, 0xE0, 0, 0, 0xD0, 127).wait(64).send(0xB0, 121, 0).heard(0.5);
            case NOTES_OFF -> endsNotes(123);
            case OMNI -> {
                endsNotes(124);
                endsNotes(125);
                send(0x91, KEY, 127).heard(0.5);
            }
            case MONO_POLY -> {
                endsNotes(126);
                play().send(0x90, 72, 127).heard(0);
                heardAt(72);
                endsNotes(127);
                play().send(0x90, 72, 127).heard(0.5);
            }
            case MASTER_VOLUME -> play().send(0xF0, 0x7F, 0x7F, 4, 1, 0, 64, 0xF7).heard(0.5 * Math.pow(64 / 127.0, 2));
            case MASTER_TUNING -> play().send(0xF0, 0x7F, 0x7F, 4, 4, 0, 67, 0xF7, 0xF0, 0x7F, 0x7F, 4, 3, 0, 0, 0xF7).heardAt(KEY + 2);
            case GENERAL_MIDI_ON -> {
                play().send(0xB0, 7, 10, 1, 127, 101, 0, 100, 2, 6, 70).wait(SETTLED).send(0xF0, 0x7E, 0x7F, 9, 1, 0xF7).heard(0);
                play().heard(0.5);
                assertTrue(commands.contains(new Selection.ProgramChange(0, Command.ALL_CHANNELS, 0, 0)));
            }
            case TUNING_PROGRAM -> passedOver(0xB0, 101, 0, 100, 3, 6, 1, 100, 4, 6, 1);
            case MPE_ZONE -> zone().send(0x91, KEY, 127, 0x92, 72, 127, 0xE1, 0, 0).heardAt(72);
            case MPE_BEND -> zone().send(0x91, KEY, 127, 0xB2, 101, 0, 100, 0, 6, 5, 0xE1, 127, 127).heardAt(KEY + 5);
            case MPE_PRESSURE -> zone().send(0x91, KEY, 127, 0xD1, 127).heard(1);
            case MPE_TIMBRE -> zone().send(0x91, KEY, 127, 0xB1, 74, 0).heard(0.25);
            case MPE_OTHERS -> zone().send(0xB0, 64, 127, 0x91, KEY, 127, 0xB1, 7, 0).wait(64).send(0x81, KEY, 64).wait(SETTLED).heard(0.5);
            case LOCAL -> passedOver(0xB0, 122, 0, 122, 127);
            case GENERAL_MIDI_OFF -> passedOver(0xF0, 0x7E, 0x7F, 9, 2, 0xF7);
            case IDENTITY -> onAKeyboard(keyboard -> {
                keyboard.sendExclusive(new byte[] {(byte) 0xF0, 0x7E, 5, 6, 1, (byte) 0xF7});
                await(() -> keyboard.heard().equals(List.of("f07e0506027d0000000000000000f7")));
            });
            case TUNING_NOTES -> {
                play().send(0xF0, 0x7F, 0x7F, 8, 2, 0, 1, KEY, KEY + 3, 0, 0, 0xF7).heardAt(KEY + 3);
                send(0xF0, 0x7E, 0x7F, 8, 7, 5, 9, 1, KEY, KEY + 5, 0, 0, 0xF7).heardAt(KEY + 3);
                send(0x80, KEY, 64).wait(SETTLED).play().heardAt(KEY + 5);
            }
            case TUNING_DUMP -> {
                play().send(dump()).heardAt(KEY);
                send(0x80, KEY, 64).wait(SETTLED).play().heardAt(KEY + 2);
            }
            case TUNING_OCTAVE -> {
                play().send(0xF0, 0x7F, 0x7F, 8, 9, 0, 0, 1, 127, 127,
                        64, 0, 64, 0, 64, 0, 64, 0, 64, 0, 64, 0, 64, 0, 64, 0, 64, 0, 64, 0, 64, 0, 0xF7);
                heardAt(KEY + 1);
                send(0xF0, 0x7F, 0x7F, 8, 8, 3, 127, 126, 0, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 0xF7).heardAt(KEY + 1);
            }
            case TUNING_OTHERS -> passedOver(0xF0, 0x7E, 0x7F, 8, 0, 1, 0xF7);
            case EXCLUSIVE -> passedOver(0xF0, 0x43, 1, 2, 3, 0xF7);
            case TIME_CODE -> passedOver(0xF1, 0, 0xF3, 0, 0xF6);
            case CLOCK -> {
                stage.offer(ALL + ECHO);
                clock(48).wait(3 * SETTLED).play().wait(QUARTER_SECOND - SETTLED + 300).heard(0.5);
            }
            case START -> {
                clock(24).send(0xFA).clock(25).send(0xFC).clock(7).send(0xFB).clock(1);
                assertEquals(List.of(new Transport.SongPosition(0, 0), new Transport.SongPosition(0, 25 / 24.0)), positions());
            }
            case SONG_POSITION -> {
                clock(24).send(0xF2, 6, 0, 0xFB).clock(1);
                assertEquals(List.of(new Transport.SongPosition(0, 1.5)), positions());
            }
            case SENSING -> onAKeyboard(keyboard -> {
                keyboard.send(0xFE);
                await(() -> commands.contains(new Release.ReleaseSource(1)));
            });
            case SYSTEM_RESET -> passedOver(0xFF);
        }
        assertEquals(row.isRecognised(), row == MidiChart.IDENTITY || !commands.isEmpty(), "what the chart says");
    }

    @Test void theDocumentIsWhatTheCodeSays() throws IOException {
        Path document = Path.of("").toAbsolutePath().getParent().resolve("docs/midi-implementation.md");
        assertEquals(MidiChart.text(), Files.readString(document), "chronus describe midi > docs/midi-implementation.md");
    }

    @Test void withoutWhatTheRowsSendTheNoteIsPlain() {
        stage.offer(ALL);
        stage.left(64);
        play().heard(0.5);
        assertNotEquals(true, glides());
    }
}

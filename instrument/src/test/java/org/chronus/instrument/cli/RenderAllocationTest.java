package org.chronus.instrument.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

import org.chronus.instrument.ChildJvm;
import org.chronus.instrument.assembly.FuzzSize;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Nothing is allocated while a render runs: in machine after machine, for what allocates does so once in many. */
@Tag("fuzz")
class RenderAllocationTest {
    private static final int MACHINES = FuzzSize.of(3, 60), TICKS = 480;
    @TempDir
    private Path folder;

    private List<Long> allocated(Sequence song, String... options) throws Exception {
        Path midi = folder.resolve("song.mid"), report = folder.resolve("report.json");
        MidiSystem.write(song, 0, midi.toFile());
        List<Long> bytes = new ArrayList<>();
        for (int i = 0; i < MACHINES; i++) {
            String[] words = Stream.concat(Stream.of("render", midi.toString(), "-o", folder.resolve("song.wav").toString(), "--report",
                    report.toString()), Stream.of(options)).toArray(String[]::new);
            ChildJvm.Said said = ChildJvm.run(List.of(), Main.class, words);
            assertEquals(0, said.code(), said.text());
            bytes.add(JsonMapper.shared().readTree(report.toFile()).get("allocatedBytes").asLong());
        }
        return bytes;
    }

    @Test void aSongOfThreeSecondsOfSilenceAllocatesNothing() throws Exception {
        Sequence song = new Sequence(Sequence.PPQ, TICKS);
        song.createTrack().add(new MidiEvent(new ShortMessage(ShortMessage.CONTROL_CHANGE, 0, 20, 0), 6 * TICKS));
        assertEquals(0, allocated(song).stream().mapToLong(Long::longValue).max().orElseThrow());
    }

    @Test void aSongOfManyNotesAndProgramChangesAllocatesNothing() throws Exception {
        Sequence song = new Sequence(Sequence.PPQ, TICKS);
        Track track = song.createTrack();
        for (int beat = 0; beat < 200; beat++) {
            int key = 36 + beat * 7 % 48, channel = beat % 3;
            if (beat % 8 == 0) {
                track.add(new MidiEvent(new ShortMessage(ShortMessage.PROGRAM_CHANGE, 0, beat / 8 % 12, 0), beat * TICKS));
            }
            track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_ON, channel, key, 1 + beat * 5 % 127), beat * TICKS));
            track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_OFF, channel, key, 64), beat * TICKS + 900));
            track.add(new MidiEvent(new ShortMessage(ShortMessage.PITCH_BEND, channel, 0, beat * 11 % 128), beat * TICKS + 200));
            track.add(new MidiEvent(new ShortMessage(ShortMessage.CONTROL_CHANGE, channel, beat % 2 == 0 ? 1 : 7, beat * 13 % 128), beat * TICKS
                    + 300));
            track.add(new MidiEvent(new ShortMessage(ShortMessage.CHANNEL_PRESSURE, channel, beat * 3 % 128, 0), beat * TICKS + 400));
        }
        assertEquals(0, allocated(song).stream().mapToLong(Long::longValue).max().orElseThrow());
    }

    @Test void aSongThatPlayersPlayAllocatesNothing() throws Exception {
        Path preset = Files.writeString(folder.resolve("players.yaml"), """
                chronus: 1
                players:
                  - {type: scale, root: A, notes: [0, 2, 3, 5, 7, 8, 10]}
                  - {type: chord, notes: [0, 3, 7]}
                  - {type: arpeggiator, order: up_down, octaves: 2, step: 0.125 beat, gate: 100 %, swing: 20 %}
                modules: {osc: {type: saw}, env: {type: adsr}, amp: {type: vca}}
                cables: [osc -> amp -> out, env -> amp.gain]
                """);
        Sequence song = new Sequence(Sequence.PPQ, TICKS);
        Track track = song.createTrack();
        for (int beat = 0; beat < 100; beat++) {
            track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_ON, 0, 40 + beat * 7 % 36, 1 + beat * 5 % 127), beat * TICKS));
            track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_OFF, 0, 40 + beat * 7 % 36, 64), beat * TICKS + 700));
            track.add(new MidiEvent(new ShortMessage(ShortMessage.CONTROL_CHANGE, 0, 64, beat % 8 == 0 ? 127 : 0), beat * TICKS + 100));
            track.add(new MidiEvent(new ShortMessage(ShortMessage.POLY_PRESSURE, 0, 40 + beat * 7 % 36, beat), beat * TICKS + 200));
        }
        assertEquals(0, allocated(song, "--preset", preset.toString()).stream().mapToLong(Long::longValue).max().orElseThrow());
    }
}

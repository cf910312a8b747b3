package org.chronus.midi.song;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.chronus.midi.command.Command;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.Gesture.Controller;
import org.chronus.midi.command.Gesture.NoteOff;
import org.chronus.midi.command.Gesture.NoteOn;
import org.chronus.midi.command.Selection.ProgramChange;
import org.chronus.midi.command.Setting;
import org.chronus.midi.command.Transport;
import org.chronus.midi.decoder.VelocityCurve;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SongReaderTest {
    private static final int SOURCE = 5;

    @TempDir
    Path folder;

    @Test
    void withoutATempoThereAreTwoBeatsASecond() throws Exception {
        assertEquals(List.of(0L, 500_000_000L, 1_000_000_000L), times(Score.inBeats(480).noteOn(0, 60).noteOn(480, 62).noteOn(960, 64)));
    }

    @Test
    void everyTempoHoldsUntilTheNext() throws Exception {
        Score score = Score.inBeats(480)
                .tempo(0, 600_000).noteOn(0, 60).noteOn(480, 62)
                .tempo(720, 1_000_000).noteOn(720, 64).noteOn(960, 65)
                .tempo(960, 250_000).noteOn(1440, 67);
        assertEquals(List.of(0L, 600_000_000L, 900_000_000L, 1_400_000_000L, 1_650_000_000L), times(score));
    }

    @Test
    void theTempoTrackRulesAllTracks() throws Exception {
        Score score = Score.inBeats(96).tempo(0, 1_000_000).tempo(96, 500_000)
                .newTrack().noteOn(96, 60).noteOn(192, 62)
                .newTrack().noteOn(288, 64);
        assertEquals(List.of(1_000_000_000L, 1_500_000_000L, 2_000_000_000L), times(score));
    }

    @Tag("L23")
    @Test
    void roundingDoesNotAddUpOverManyTempoChanges() throws Exception {
        Score score = Score.inBeats(7);
        for (int tick = 0; tick < 70_000; tick++) {
            score.tempo(tick, 500_000 + tick % 2);
        }
        assertEquals(List.of(5_000_005_000_000L), times(score.noteOn(70_000, 60)));
    }

    @Test
    void aSongMayBeginWithGeneralMidiAndSetTheMasterVolume() throws Exception {
        Path file = Score.inBeats(480).exclusive(0, 0xF0, 0x7E, 0x7F, 9, 1, 0xF7).put(0, 0xC0, 7, 0).noteOn(0, 60)
                .exclusive(480, 0xF0, 0x7F, 0x7F, 4, 1, 0, 64, 0xF7).exclusive(480, 0xF0, 0x7F, 0x7F, 4, 1, 0).noteOff(480, 60)
                .writeTo(folder.resolve("song.mid"));
        List<Command> commands = new SongReader(SOURCE).read(file, Assertions::fail).events().stream().map(Event::command).toList();
        assertEquals(List.of(new ProgramChange(SOURCE, Command.ALL_CHANNELS, 0, 0), new ProgramChange(SOURCE, 0, 0, 7)), commands.subList(0, 2));
        assertEquals(List.of(new NoteOn(SOURCE, 0, 60, 1), new Setting.MasterVolume(SOURCE, 64 / 127f), new NoteOff(SOURCE, 0, 60, 1)),
                commands.subList(commands.size() - 3, commands.size()));
    }

    @Test
    void theTempoIsPartOfTheSong() throws Exception {
        Song song = read(Score.inBeats(480).tempo(0, 500_000).tempo(480, 666_667).tempo(960, 16_777_215).noteOn(480, 60));
        assertEquals(List.of(new Transport.Tempo(SOURCE, 120), new Transport.Tempo(SOURCE, 60e6f / 666_667), on(60)), commands(song));
        assertEquals(List.of(0L, 500_000_000L, 500_000_000L), song.events().stream().map(Event::nanos).toList());
    }

    @Test
    void aTempoAloneIsNothingToPlay() {
        assertThrows(MidiFileException.class, () -> read(Score.inBeats(480).tempo(0, 500_000)));
    }

    @Test
    void aBeatOfNoLengthIsNoTempo() throws Exception {
        assertEquals(List.of(400_000_000L), times(Score.inBeats(480).tempo(0, 400_000).tempo(0, 0).noteOn(480, 60)));
    }

    @ParameterizedTest
    @CsvSource({"24, 2400, 1000000000", "25, 2500, 1000000000", "29.97, 3000, 1001000000", "30, 3000, 1000000000", "29.97, 1, 333667"})
    void framesOfFilmCountSecondsWhateverTheTempo(float framesPerSecond, long tick, long nanos) throws Exception {
        assertEquals(List.of(nanos), times(Score.in(framesPerSecond, 100).tempo(0, 123_456).noteOn(tick, 60)));
    }

    @Test
    void theSongLastsUntilItsLongestTrackEnds() throws Exception {
        Song song = read(Score.inBeats(480).noteOn(0, 60).noteOff(480, 60).newTrack().noteOn(0, 64).noteOff(480, 64).end(1920));
        assertEquals(2_000_000_000L, song.lengthNanos());
    }

    @Test
    void atOneTickProgramsComeFirstThenControllersThenNoteOffsThenNoteOns() throws Exception {
        Song song = read(Score.inBeats(480).noteOn(0, 60)
                .noteOn(480, 62).noteOff(480, 60).put(480, 0xB0, 7, 127)
                .newTrack().put(480, 0xC0, 9, 0).put(480, 0xB0, 1, 127));
        assertEquals(List.of(on(60),
                new ProgramChange(SOURCE, 0, 0, 9), new Controller(SOURCE, 0, 7, 1), new Controller(SOURCE, 0, 1, 1), off(60), on(62)),
                commands(song));
    }

    @Test
    void aKeyStruckAgainIsReleasedFirst() throws Exception {
        Song song = read(Score.inBeats(480).noteOn(0, 60).noteOn(480, 60).noteOff(480, 60).noteOff(960, 60));
        assertEquals(List.of(on(60), off(60), on(60), off(60)), commands(song));
    }

    @Test
    void aNoteOfNoLengthDoesNotHang() throws Exception {
        Song song = read(Score.inBeats(480).noteOn(480, 60).noteOff(480, 60));
        assertEquals(List.of(on(60), off(60)), commands(song));
    }

    @Test
    void aNoteOfNoLengthAfterAHeldOneDoesNotHangEither() throws Exception {
        Song song = read(Score.inBeats(480).noteOn(0, 60).noteOff(480, 60).noteOn(480, 60).noteOff(480, 60));
        assertEquals(List.of(on(60), off(60), on(60), off(60)), commands(song));
    }

    @ParameterizedTest
    @ValueSource(ints = {120, 123})
    void norAfterAllNotesWereLetGo(int controller) throws Exception {
        Song song = read(Score.inBeats(480).noteOn(0, 60).put(240, 0xB0, controller, 0).noteOn(480, 60).noteOff(480, 60));
        assertEquals(List.of(on(60), off(60)), commands(song).subList(2, 4));
    }

    @Test
    void theBankIsLatchedInTheOrderOfTimeAcrossTracks() throws Exception {
        Song song = read(Score.inBeats(480)
                .put(480, 0xC0, 1, 0).put(1440, 0xC0, 2, 0)
                .newTrack().put(0, 0xB0, 0, 3).put(960, 0xB0, 32, 4));
        assertEquals(List.of(new ProgramChange(SOURCE, 0, 3 * 128, 1), new ProgramChange(SOURCE, 0, 3 * 128 + 4, 2)), commands(song));
    }

    @Test
    void formatsZeroAndOneOfOnePieceSoundTheSame() throws Exception {
        Song zero = read(Score.inBeats(96).tempo(0, 400_000).noteOn(0, 60).noteOn(48, 64).noteOff(96, 60).noteOff(96, 64));
        Song one = read(Score.inBeats(96).tempo(0, 400_000)
                .newTrack().noteOn(0, 60).noteOff(96, 60)
                .newTrack().noteOn(48, 64).noteOff(96, 64));
        assertEquals(zero, one);
    }

    @Test
    void theSongKnowsItsNameItsChannelsAndItsProgramChanges() throws Exception {
        Song song = read(Score.inBeats(96)
                .put(0, 0x99, 36, 100).put(0, 0x93, 60, 100).put(96, 0x83, 60, 0)
                .put(0, 0xC0, 5, 0).put(96, 0xC3, 6, 0));
        assertEquals("song", song.name());
        assertEquals(Set.of(3, 9), song.noteChannels());
        assertEquals(3, song.noteChannels().first());
        assertEquals(2, song.programChanges());
    }

    @Test
    void velocitiesFollowTheCurve() throws Exception {
        Path file = Score.inBeats(96).put(0, 0x90, 60, 64).writeTo(folder.resolve("curve.mid"));
        Song song = new SongReader(SOURCE, VelocityCurve.LINEAR).read(file, Assertions::fail);
        assertEquals(List.of(new NoteOn(SOURCE, 0, 60, 64 / 127f)), commands(song));
    }

    private Song read(Score score) throws IOException, MidiFileException {
        return new SongReader(SOURCE).read(score.writeTo(folder.resolve("song.mid")), Assertions::fail);
    }

    private List<Long> times(Score score) throws IOException, MidiFileException {
        return read(score).events().stream().filter(event -> !(event.command() instanceof Transport.Tempo)).map(Event::nanos).toList();
    }

    private static List<Command> commands(Song song) {
        return song.events().stream().map(Event::command).toList();
    }

    private static NoteOn on(int key) {
        return new NoteOn(SOURCE, 0, key, 1);
    }

    private static NoteOff off(int key) {
        return new NoteOff(SOURCE, 0, key, 1);
    }
}

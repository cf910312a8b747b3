package org.chronus.instrument.cli.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.chronus.instrument.assembly.Instrument;
import org.chronus.instrument.assembly.InstrumentSetup;
import org.chronus.instrument.audio.ClockedBackend;
import org.chronus.instrument.audio.Tap;
import org.chronus.instrument.cli.options.Session;
import org.chronus.instrument.cli.options.SoundLibrary;
import org.chronus.instrument.cli.terminal.StatusLine;
import org.chronus.instrument.control.Answer;
import org.chronus.instrument.control.ControlRoom;
import org.chronus.instrument.control.Request;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.settings.BindingsFile;
import org.chronus.instrument.settings.LastProgram;
import org.chronus.instrument.settings.LastProgramFile;
import org.chronus.presets.library.ProgramAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code play} begins with after what was played before. */
class PlayMemoryTest {
    private static final int RATE = 48_000;
    private static final String GIG = """
            chronus: 1
            bank: Friday gig
            programs:
              0: Init
              1: {preset: Init, level: -2 dB}
              2: {preset: Init, level: -3 dB}
            set: [0, 1, 0, 2]
            """;

    @TempDir
    Path folder;
    private final SoundLibrary sounds = new SoundLibrary();
    private Path gig;
    private LastProgramFile file;

    @BeforeEach void write() throws IOException {
        gig = Files.writeString(folder.resolve("gig.yaml"), GIG);
        file = new LastProgramFile(folder.resolve("state/last-program.json"));
    }

    /** Plays, and says where that began; then a program change and so many steps. */
    private String play(Path bank, Integer program, Integer change, int steps) throws Exception {
        Session session = Session.of(sounds, bank.toString(), program);
        PlayMemory memory = new PlayMemory(session, file, StatusLine.onStandardError());
        try (memory; Instrument instrument = instrument(session)) {
            SwapReport first = memory.begin(sounds, instrument);
            String began = "program " + first.request().program() + ", place " + instrument.setList().place();
            instrument.start(new ClockedBackend("null", RATE, 64, null), instrument.engine(), () -> { });
            if (change != null) {
                settle(instrument.change(System.nanoTime(), 0, change));
            }
            for (int step = 0; step < steps; step++) {
                settle(instrument.step(System.nanoTime(), 1));
            }
            return began;
        }
    }

    private Instrument instrument(Session session) {
        return new Instrument(InstrumentSetup.live(sounds.library(), session.bank(), sounds.catalog(), RATE).unhurried());
    }

    private static void settle(SwapReport report) throws InterruptedException {
        for (int look = 0; look < 6000 && !report.isSettled(); look++) {
            Thread.sleep(10);
        }
        assertTrue(report.isSettled());
    }

    @Test void theProgramAndThePlaceInTheSetComeBackUnlessAnotherIsNamed() throws Exception {
        assertEquals("program 0, place 0", play(gig, null, null, 2));
        assertEquals("program 0, place 2", play(gig, null, null, 0), "the second of two places of a program");
        assertEquals("program 1, place 1", play(gig, 1, null, 2));
        assertEquals("program 2, place 3", play(gig, null, 1, 0));
        assertEquals("program 1, place 1", play(gig, null, null, 0));
    }

    @Test void aProgramThatMovesInTheOrderWhileItPlaysIsRememberedWhereItIsNow() throws Exception {
        Session session = Session.of(sounds, gig.toString(), null);
        PlayMemory memory = new PlayMemory(session, file, StatusLine.onStandardError());
        try (memory; Instrument instrument = instrument(session)) {
            memory.begin(sounds, instrument);
            Tap tap = new Tap(instrument.engine());
            ControlRoom room = new ControlRoom(instrument, tap, new BindingsFile(folder.resolve("learned.yaml")));
            instrument.start(new ClockedBackend("null", RATE, 64, null), tap, () -> { });
            done(room, new Request.Program(0, 2));
            done(room, new Request.OrderBank(false, 0, List.of(2, 0, 1), Optional.empty(), false));
        }
        LastProgram last = file.read(line -> { }).orElseThrow();
        assertEquals(new ProgramAddress(0, 0), last.address());
        assertEquals("program 0, place 3", play(gig, null, null, 0), "the set goes on naming it in its last place");
        assertTrue(Files.readString(gig).contains("0: {preset: Init, level: -3 dB}"), Files.readString(gig));
    }

    private static void done(ControlRoom room, Request request) throws Exception {
        assertInstanceOf(Answer.Done.class, room.ask(request, System.nanoTime()).get(60, TimeUnit.SECONDS));
    }

    @Test void anotherBankBeginsAtItsBeginning() throws Exception {
        play(gig, null, null, 1);
        Path other = Files.writeString(folder.resolve("other.yaml"), GIG);
        assertEquals("program 0, place 0", play(other, null, null, 0));
        assertEquals("program 1, place 1", play(gig, null, null, 0), "what only begins is not remembered");
    }

    @Test void aProgramThatIsGoneOrBrokenCostsALineAndNotTheStart() throws Exception {
        play(gig, null, null, 3);
        Files.writeString(gig, GIG.replace("  2: {preset: Init, level: -3 dB}\n", "").replace(", 2]", "]"));
        assertEquals("program 0, place 0", play(gig, null, null, 0));
        Files.writeString(gig, GIG.replace("2: {preset: Init", "2: {preset: mine.yaml"));
        Files.writeString(folder.resolve("mine.yaml"), "chronus: 1\nname: Broken\nmodules: {a: {type: nothing}}\n");
        assertEquals("program 0, place 0", play(gig, null, null, 0));
    }

    @Test void aPresetThatIsNamedIsPlayedWhateverWasPlayedLast() throws Exception {
        Session single = Session.of(sounds, "Init", null);
        file.write(LastProgram.of(single.bank(), new ProgramAddress(0, 3), 3));
        try (PlayMemory memory = new PlayMemory(single, file, StatusLine.onStandardError());
                Instrument instrument = instrument(single)) {
            assertEquals("Init", memory.begin(sounds, instrument).preset());
        }
    }

    @Test void aProgramThatIsNamedIsPlayedAlsoIfTheSetLeavesItOut() throws Exception {
        Files.writeString(gig, GIG.replace(", 2]", "]"));
        assertEquals("program 2, place 0", play(gig, 2, null, 0));
    }

    @Test void aFolderThatCannotBeWrittenToHindersNothing() throws Exception {
        Files.writeString(folder.resolve("state"), "in the way");
        assertEquals("program 0, place 0", play(gig, null, null, 1));
        assertEquals(Optional.empty(), file.read(line -> { }));
    }
}

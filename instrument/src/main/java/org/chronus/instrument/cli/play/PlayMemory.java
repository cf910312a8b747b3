package org.chronus.instrument.cli.play;

import java.io.IOException;
import java.util.Optional;

import org.chronus.instrument.assembly.Instrument;
import org.chronus.instrument.assembly.InstrumentEvent;
import org.chronus.instrument.cli.options.Refusal;
import org.chronus.instrument.cli.options.Session;
import org.chronus.instrument.cli.options.SoundLibrary;
import org.chronus.instrument.cli.terminal.StatusLine;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.engine.slots.SwapRequest;
import org.chronus.instrument.settings.LastProgram;
import org.chronus.instrument.settings.LastProgramFile;
import org.chronus.instrument.settings.LatestWriter;
import org.chronus.presets.library.Bank;
import org.chronus.presets.library.ProgramAddress;

/** What {@code play} remembers from one start to the next: the program, and the place in the set. Any thread but the audio thread. */
final class PlayMemory implements AutoCloseable {
    private final Session session;
    private final StatusLine status;
    private final LastProgramFile file;
    private final LatestWriter<LastProgram> writer = new LatestWriter<>(this::write);
    private boolean refused;

    PlayMemory(Session session, LastProgramFile file, StatusLine status) {
        this.session = session;
        this.file = file;
        this.status = status;
    }

    /** Begins with what was played last, if nothing else was named, and remembers from then on. Refused if nothing can be played. */
    SwapReport begin(SoundLibrary sounds, Instrument instrument) throws Refusal {
        Optional<LastProgram> last = session.isOpen() ? file.read(this::say).filter(program -> program.isOf(session.bank())) : Optional.empty();
        SwapReport report = last.isPresent() ? resume(sounds, instrument, last.get()) : session.begin(sounds, instrument);
        file.sweep();
        instrument.listen(event -> hear(instrument, event));
        return report;
    }

    private SwapReport resume(SoundLibrary sounds, Instrument instrument, LastProgram last) throws Refusal {
        Optional<Session> resumed = session.resumed(last.address());
        if (resumed.isEmpty()) {
            say(session.bank().name() + " has lost the program that was played last: it begins with its first");
            return session.begin(sounds, instrument);
        }
        try {
            instrument.setList().resume(last.place());
            return resumed.get().begin(sounds, instrument);
        } catch (Refusal broken) {
            say("the program that was played last cannot be played (" + broken.getMessage().lines().findFirst().orElse("") + ")");
            instrument.setList().resume(0);
            return session.begin(sounds, instrument);
        }
    }

    /** The bank as it is now: it may have been read again, with another name or other programs. */
    private void hear(Instrument instrument, InstrumentEvent event) {
        Bank bank = instrument.setList().bank();
        if (event instanceof InstrumentEvent.Moved(ProgramAddress program)) {
            writer.offer(LastProgram.of(bank, program, instrument.setList().place()));
        }
        if (event instanceof InstrumentEvent.Settled(SwapReport report) && report.request().program() != SwapRequest.NO_PROGRAM && isThere(report)) {
            bank.address(report.request().bank(), report.request().program())
                    .ifPresent(address -> writer.offer(LastProgram.of(bank, address, instrument.setList().place())));
        }
    }

    private static boolean isThere(SwapReport report) {
        return switch (report.outcome()) {
            case PENDING, SWAPPED, SAME -> true;
            case UNKNOWN, FAILED, SUPERSEDED -> false;
        };
    }

    /** A disk that is full or write-protected is said once; it plays on. */
    private void write(LastProgram last) {
        try {
            file.write(last);
            refused = false;
        } catch (IOException wrong) {
            if (!refused) {
                say("the program is not remembered: " + wrong.getMessage());
            }
            refused = true;
        }
    }

    private void say(String line) {
        status.say("chronus: " + line);
    }

    @Override public void close() {
        writer.close();
    }
}

package org.chronus.instrument.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.chronus.instrument.assembly.Instrument;
import org.chronus.instrument.assembly.InstrumentSetup;
import org.chronus.instrument.audio.Recorder;
import org.chronus.instrument.audio.WavWriter;
import org.chronus.instrument.cli.options.Refusal;
import org.chronus.instrument.cli.options.SoundLibrary;
import org.chronus.instrument.cli.terminal.NamedThread;
import org.chronus.instrument.cli.terminal.StatusLine;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.render.BankTour;
import org.chronus.instrument.render.RenderReport;
import org.chronus.instrument.render.SongRenderer;
import org.chronus.presets.files.OutputPlace;
import org.chronus.presets.library.Bank;

/** A sound file and a picture of each program of a bank, on its own phrase. */
final class BankAlbum {
    private static final int RATE = 48_000, PERIOD = 256;
    private static final double TAIL_SECONDS = 6;

    private final SoundLibrary sounds;
    private final Bank bank;
    private final StatusLine status;

    BankAlbum(SoundLibrary sounds, Bank bank, StatusLine status) {
        this.sounds = sounds;
        this.bank = bank;
        this.status = status;
    }

    /** Files are named by number and name, {@code 001-drawbar-organ.wav}, and replace those that are there. The folder is made. */
    void write(List<BankTour.Stop> stops, Path folder) throws Exception {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Refusal(folder + ": no folder can be made there: " + e.getMessage());
        }
        for (BankTour.Stop stop : stops) {
            write(stop, folder);
        }
    }

    private void write(BankTour.Stop stop, Path folder) throws Exception {
        Instrument instrument = new Instrument(InstrumentSetup.offline(sounds.library(), bank, sounds.catalog(), RATE));
        try (instrument) {
            SwapReport first = instrument.begin(stop.program());
            if (first.outcome() == SwapReport.Outcome.FAILED) {
                throw new Refusal(first.reason());
            }
            String slug = first.preset().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
            String name = String.format(Locale.ROOT, "%03d-%s", stop.program().program(), slug);
            Path sound = folder.resolve(name + ".wav");
            RenderReport report;
            try (Recorder recorder = new Recorder(sound, RATE, WavWriter.Format.BITS_24)) {
                report = NamedThread.call("render", () -> new SongRenderer(BankTour.of(List.of(stop)), instrument, PERIOD, 0, TAIL_SECONDS)
                        .run(recorder));
                recorder.finish();
            }
            RenderPicture.draw(sound, report, OutputPlace.of(folder.resolve(name + ".png")));
            status.say(sound + ": " + report.words());
        } catch (IOException e) {
            throw Refusal.of(e);
        }
    }
}

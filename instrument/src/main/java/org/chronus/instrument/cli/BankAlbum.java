package org.chronus.instrument.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    private final boolean packs;

    /** @param packs true for FLAC in the place of WAV */
    BankAlbum(SoundLibrary sounds, Bank bank, StatusLine status, boolean packs) {
        this.sounds = sounds;
        this.bank = bank;
        this.status = status;
        this.packs = packs;
    }

    /** Files are named by number and name, {@code 001-drawbar-organ.wav}, and replace those that are there. The folder is made. */
    void write(List<BankTour.Stop> stops, Path folder) throws Exception {
        if (packs) {
            flac("--version");
        }
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
            if (packs) {
                flac("--best", "--silent", "--force", "--delete-input-file", sound.toAbsolutePath().toString());
                sound = folder.resolve(name + ".flac");
            }
            status.say(sound + ": " + report.words());
        } catch (IOException e) {
            throw Refusal.of(e);
        }
    }

    /** The encoder of the Xiph.Org Foundation: there is no library for Java that is kept up. */
    private static void flac(String... words) throws Refusal, InterruptedException {
        List<String> command = new ArrayList<>(List.of("flac"));
        command.addAll(List.of(words));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new Refusal(said.lines().reduce((_, last) -> last).orElse("flac has failed"));
            }
        } catch (IOException e) {
            throw new Refusal("the program flac cannot be run: install it (Debian: flac), or leave --flac out");
        }
    }
}

package org.chronus.instrument.cli.play;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.chronus.instrument.audio.Recorder;
import org.chronus.instrument.audio.Tap;
import org.chronus.instrument.audio.WavWriter;
import org.chronus.instrument.cli.terminal.CommandFiles;
import org.chronus.instrument.cli.options.AudioChoice;
import org.chronus.instrument.cli.options.Refusal;
import org.chronus.instrument.cli.options.Session;
import org.chronus.instrument.cli.options.SoundLibrary;
import org.chronus.instrument.settings.DeviceFile;
import org.chronus.instrument.settings.WatchedFile;
import org.chronus.presets.tuning.Tuning;

/** What {@code play} writes besides what OSC asks for: its recording, and sound that goes into a file. Immutable. */
record PlayOutputs(Optional<Path> recording) {
    /** Refuses what cannot be written, or is read as well. */
    static PlayOutputs check(SoundLibrary sounds, Session session, Optional<Tuning> keys, Path record, String audio) throws Refusal {
        CommandFiles files = new CommandFiles().reads("a file of the bank", () -> sounds.library().filesOf(session.bank()))
                .reads("a file of the preset", () -> session.single().map(sounds.library()::filesOf).orElse(List.of())).reads(keys)
                .reads("the file of devices", DeviceFile.of(System.getenv()))
                .reads("the file of learned controllers", WatchedFile.of(System.getenv(), WatchedFile.LEARNED));
        if (record != null && files.writesSound("--record", record).isTaken()) {
            throw new Refusal(record + ": is there already, and is not recorded over: name another file");
        }
        if (AudioChoice.file(audio).isPresent()) {
            files.writesSound("--audio", AudioChoice.file(audio).get());
        }
        return new PlayOutputs(Optional.ofNullable(record));
    }

    /** Begins to record, if that is wished. */
    void record(Tap tap, int sampleRate) throws Refusal {
        try {
            if (recording.isPresent()) {
                tap.begin(Recorder.live(recording.get(), sampleRate, WavWriter.Format.BITS_24, true));
            }
        } catch (IOException e) {
            throw Refusal.of(e);
        }
    }
}

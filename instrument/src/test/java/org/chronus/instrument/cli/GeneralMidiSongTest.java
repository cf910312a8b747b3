package org.chronus.instrument.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

import org.chronus.modules.testkit.measure.Spectrum;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * A song of sixteen channels, each with its program, volume and place, through the preset General MIDI: as FluidSynth's own program plays it
 * with the same font. First every channel plays a note alone, then all play chords.
 */
class GeneralMidiSongTest {
    private static final int RATE = 48_000, HEADER = 80, CHANNELS = 16, DRUMS = 9, BLOCK = 64, SEARCH = 2 * BLOCK;
    /** In milliseconds, which are ticks: multiples of four, so that they are whole blocks of both. */
    private static final int FIRST = 500, EACH = 600, LENGTH = 400, CHORDS = FIRST + CHANNELS * EACH + 600, CHORD = 400, COUNT = 8;
    private static final int[] PROGRAMS = {0, 4, 11, 16, 24, 33, 40, 46, 48, 0, 56, 65, 73, 79, 80, 88};
    private static final int[] KEYS = {60, 64, 72, 55, 52, 36, 67, 60, 64, 38, 62, 58, 76, 74, 69, 57};
    private static final Path FONT = Path.of("/usr/share/sounds/sf2/default-GM.sf2"), PLAYER = Path.of("/usr/bin/fluidsynth");
    private static final String GAIN = "0.8";

    private static float[] ours;
    private static float[] theirs;

    @BeforeAll static void render(@TempDir Path folder) throws Exception {
        assumeTrue(Files.exists(FONT), "needs a General MIDI font: apt install timgm6mb-soundfont");
        assumeTrue(Files.exists(PLAYER), "needs FluidSynth's program: apt install fluidsynth");
        Path midi = folder.resolve("song.mid"), wav = folder.resolve("ours.wav"), report = folder.resolve("report.json");
        Path raw = folder.resolve("theirs");
        MidiSystem.write(song(), 1, midi.toFile());
        assertEquals(0, Main.run("render", midi.toString(), "-o", wav.toString(), "--preset", "general-midi", "--channels", "all", "--bits", "32f",
                "--report", report.toString()));
        long begin = System.nanoTime();
        Process player = new ProcessBuilder(PLAYER.toString(), "-ni", "-R", "0", "-C", "0", "-g", GAIN, "-r", "" + RATE, "-T", "raw", "-O", "float",
                "-F", raw.toString(), FONT.toString(), midi.toString()).redirectErrorStream(true).redirectOutput(new File("/dev/null")).start();
        assertEquals(0, player.waitFor());
        double seconds = (System.nanoTime() - begin) / 1e9;
        ours = mono(wav, HEADER);
        theirs = mono(raw, 0);
        System.out.printf(Locale.ROOT, "General MIDI: %.0f times real time here, from the first frame on; %.0f by fluidsynth, its start included%n",
                JsonMapper.shared().readTree(report.toFile()).get("realTimeFactor").asDouble(), theirs.length / (double) RATE / seconds);
    }

    private static Sequence song() throws InvalidMidiDataException {
        Sequence song = new Sequence(Sequence.PPQ, 500);
        for (int channel = 0; channel < CHANNELS; channel++) {
            Track track = song.createTrack();
            add(track, 0, ShortMessage.PROGRAM_CHANGE, channel, PROGRAMS[channel], 0);
            add(track, 0, ShortMessage.CONTROL_CHANGE, channel, 7, 90 + channel);
            add(track, 0, ShortMessage.CONTROL_CHANGE, channel, 10, 30 + 4 * channel);
            note(track, channel, KEYS[channel], 70 + 3 * channel, FIRST + channel * EACH, LENGTH);
            add(track, CHORDS - 100, ShortMessage.CONTROL_CHANGE, channel, 7, 60);
            for (int i = 0; i < COUNT; i++) {
                note(track, channel, KEYS[channel] + (channel == DRUMS ? 0 : i % 3 * 2), 80, CHORDS + i * CHORD, CHORD - 100);
            }
        }
        add(song.getTracks()[3], CHORDS - 100, ShortMessage.PROGRAM_CHANGE, 3, 19, 0);
        return song;
    }

    private static void note(Track track, int channel, int key, int velocity, int from, int length) throws InvalidMidiDataException {
        add(track, from, ShortMessage.NOTE_ON, channel, key, velocity);
        add(track, from + length, ShortMessage.NOTE_OFF, channel, key, 64);
    }

    private static void add(Track track, int tick, int kind, int channel, int first, int second) throws InvalidMidiDataException {
        track.add(new MidiEvent(new ShortMessage(kind, channel, first, second), tick));
    }

    private static float[] mono(Path file, int header) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).position(header);
        float[] mono = new float[bytes.remaining() / 8];
        for (int i = 0; i < mono.length; i++) {
            mono[i] = (bytes.getFloat() + bytes.getFloat()) / 2;
        }
        return mono;
    }

    private static int frame(int millis) {
        return millis * (RATE / 1_000);
    }

    /** In milliseconds. */
    private static List<Integer> onsets() {
        List<Integer> onsets = new ArrayList<>();
        for (int i = 0; i < CHANNELS; i++) {
            onsets.add(FIRST + i * EACH);
        }
        for (int i = 0; i < COUNT; i++) {
            onsets.add(CHORDS + i * CHORD);
        }
        return onsets;
    }

    private static float[] part(float[] sound, int millis, int length, int shift) {
        return Waves.part(sound, frame(millis) + shift, frame(millis + length) + shift);
    }

    /** By how many frames theirs comes later, as far as the waves tell: of low notes to a frame. */
    private static int lag(int millis) {
        float[] here = part(ours, millis, LENGTH, 0);
        int best = 0;
        for (int shift = -SEARCH; shift <= SEARCH; shift++) {
            if (Waves.correlation(here, part(theirs, millis, LENGTH, shift)) > Waves.correlation(here, part(theirs, millis, LENGTH, best))) {
                best = shift;
            }
        }
        return best;
    }

    @Test void everyNoteBeginsWithinABlock() {
        List<Executable> facts = new ArrayList<>();
        List<Integer> lags = onsets().stream().map(GeneralMidiSongTest::lag).toList();
        System.out.println("General MIDI: fluidsynth is later by " + lags + " frames");
        for (int i = 0; i < lags.size(); i++) {
            int lag = lags.get(i), at = onsets().get(i);
            facts.add(() -> assertTrue(Math.abs(lag) <= BLOCK + 1, () -> "at " + at + " ms by " + lag + " frames"));
        }
        assertAll(facts);
    }

    @Test void everyNoteIsAsLoud() {
        List<Executable> facts = new ArrayList<>();
        List<String> all = new ArrayList<>();
        for (int at : onsets()) {
            double difference = Waves.decibels(Waves.rms(part(ours, at, LENGTH, 0)) / Waves.rms(part(theirs, at, LENGTH, lag(at))));
            all.add(String.format(Locale.ROOT, "%.2f", difference));
            facts.add(() -> assertEquals(0, difference, 1, "dB at " + at + " ms"));
        }
        System.out.println("General MIDI: louder by " + all + " dB");
        assertAll(facts);
    }

    @Test void thirdOctavesAreAlike() {
        List<Executable> facts = new ArrayList<>();
        double worst = 0;
        for (int at : onsets()) {
            Spectrum here = Spectrum.of(part(ours, at, LENGTH, 0), RATE), there = Spectrum.of(part(theirs, at, LENGTH, lag(at)), RATE);
            double whole = there.band(40, 18_000);
            for (double low = 50; low < 16_000; low *= Math.cbrt(2)) {
                double hertz = low, difference = here.band(low, low * Math.cbrt(2)) - there.band(low, low * Math.cbrt(2));
                if (there.band(low, low * Math.cbrt(2)) > whole - 60) {
                    worst = Math.max(worst, Math.abs(difference));
                    facts.add(() -> assertEquals(0, difference, 1.5, () -> "dB at " + at + " ms, " + Math.round(hertz) + " Hz"));
                }
            }
        }
        System.out.printf(Locale.ROOT, "General MIDI: third octaves within %.2f dB%n", worst);
        assertAll(facts);
    }
}

package org.chronus.instrument.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.imageio.ImageIO;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

import org.chronus.instrument.audio.WavReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sound that is drawn, from the command line. */
class PicturesTest {
    @TempDir
    private Path folder;
    private Path bank;
    private Path song;

    @BeforeEach void writeASongAndABank() throws Exception {
        bank = Files.writeString(folder.resolve("bank.yaml"), "chronus: 1\nbank: Two\nprograms: {0: Pluck, 5: Init}\n");
        Sequence sequence = new Sequence(Sequence.PPQ, 480);
        Track track = sequence.createTrack();
        track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_ON, 0, 60, 100), 0));
        track.add(new MidiEvent(new ShortMessage(ShortMessage.PROGRAM_CHANGE, 0, 5, 0), 480));
        track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_OFF, 0, 60, 0), 900));
        song = folder.resolve("song.mid");
        MidiSystem.write(sequence, 0, song.toFile());
    }

    @Test void aRenderIsDrawnWithItsProgramChanges() throws Exception {
        Path sound = folder.resolve("song.wav"), picture = folder.resolve("song.png");
        Chronus.Said said = Chronus.run("render", song, "-o", sound, "--bank", bank, "--picture", picture);
        assertEquals(0, said.code(), said.err());
        BufferedImage image = ImageIO.read(picture.toFile());
        assertTrue(colors(image) > 100, "it is not empty");
    }

    private static long colors(BufferedImage image) {
        return Stream.iterate(0, y -> y + 1).limit(image.getHeight()).flatMap(y -> Stream.iterate(0, x -> x + 1).limit(image.getWidth())
                .map(x -> image.getRGB(x, y))).distinct().count();
    }

    @Test void whatGoesIntoAPipeIsNotDrawn() throws Exception {
        Chronus.Said said = Chronus.run("render", song, "-o", "-", "--picture", folder.resolve("song.png"));
        assertEquals(2, said.code());
        assertTrue(said.err().contains("--picture is drawn from the file that -o writes: name one"), said.err());
    }

    @Test void everyProgramOfABankHasItsSoundAndItsPicture() throws Exception {
        Path album = folder.resolve("album");
        Chronus.Said said = Chronus.run("demo", "--bank", bank, "-o", album);
        assertEquals(0, said.code(), said.err());
        assertEquals(List.of("000-pluck.png", "000-pluck.wav", "005-init.png", "005-init.wav"), names(album));
        assertTrue(Files.size(album.resolve("000-pluck.wav")) > 4 * 48_000 * 6, "four seconds and more");
        assertEquals(2, Chronus.run("demo", "-o", album).code());
    }

    /** What the encoder's own decoder gives back is what a render without it wrote, but for the header. */
    @Test void aBankIsPackedWithoutLoss() throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/bin/flac")), "flac is not installed");
        Path plain = folder.resolve("plain"), packed = folder.resolve("packed"), unpacked = folder.resolve("again.wav");
        assertEquals(0, Chronus.run("demo", "--bank", bank, "-o", plain).code());
        Chronus.Said said = Chronus.run("demo", "--bank", bank, "-o", packed, "--flac");
        assertEquals(0, said.code(), said.err());
        assertEquals(List.of("000-pluck.flac", "000-pluck.png", "005-init.flac", "005-init.png"), names(packed));
        assertEquals(0, new ProcessBuilder("flac", "--silent", "--decode", "-o", unpacked.toString(), packed.resolve("000-pluck.flac").toString())
                .start().waitFor());
        assertArrayEquals(samples(plain.resolve("000-pluck.wav")), samples(unpacked));
        assertTrue(Files.size(packed.resolve("000-pluck.flac")) < Files.size(unpacked) * 3 / 4);
        assertEquals(2, Chronus.run("demo", "--bank", bank, "--flac").code());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static float[] samples(Path sound) throws IOException {
        try (WavReader reader = WavReader.open(sound, 48_000)) {
            float[] left = new float[(int) reader.frames()], right = new float[left.length];
            reader.read(left, right, left.length);
            return left;
        }
    }
}

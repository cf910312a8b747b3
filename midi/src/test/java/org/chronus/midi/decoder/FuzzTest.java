package org.chronus.midi.decoder;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.chronus.midi.osc.PacketFacts;
import org.chronus.midi.song.SongFacts;
import org.chronus.midi.testing.ByteMutations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the fuzzers look for without end, here for a moment: on the inputs that are kept, and on the same changes to them every time. */
class FuzzTest {
    private static final int STREAMS = 400_000, FILES = 30_000, PACKETS = 100_000;

    @TempDir
    Path folder;

    @Test
    void everyStreamOfBytesIsDecoded() throws IOException {
        List<byte[]> corpus = Corpus.of("MidiDecoderFuzz");
        ByteMutations mutations = new ByteMutations(7);
        corpus.forEach(FuzzTest::decode);
        for (int i = 0; i < STREAMS; i++) {
            decode(mutations.next(corpus));
        }
    }

    @Test
    void everyFileIsASongOrRefusedInOneLine() throws IOException {
        List<byte[]> corpus = Corpus.of("SongReaderFuzz");
        ByteMutations mutations = new ByteMutations(8);
        int songs = 0;
        for (byte[] bytes : corpus) {
            songs += read(bytes) ? 1 : 0;
        }
        assertTrue(songs > 0 && songs < corpus.size(), songs + " of the corpus are songs");
        for (int i = 0; i < FILES; i++) {
            songs += read(mutations.next(corpus)) ? 1 : 0;
        }
        assertTrue(songs > FILES / 50, songs + " were songs");
    }

    @Test
    void everyPacketIsDecodedOrRefused() throws IOException {
        List<byte[]> corpus = Corpus.of("OscDecoderFuzz");
        ByteMutations mutations = new ByteMutations(9);
        int messages = 0;
        for (byte[] bytes : corpus) {
            messages += packet(bytes);
        }
        assertTrue(messages > 0, messages + " messages are in the corpus");
        for (int i = 0; i < PACKETS; i++) {
            messages += packet(mutations.next(corpus));
        }
        assertTrue(messages > PACKETS / 50, messages + " were messages");
    }

    @Test
    void everyMutationIsTheSameAgain() {
        List<byte[]> corpus = List.of(new byte[] {(byte) 0x90, 60, 100});
        List<String> first = new ArrayList<>(), second = new ArrayList<>();
        for (List<String> made : List.of(first, second)) {
            ByteMutations mutations = new ByteMutations(1);
            for (int i = 0; i < 50; i++) {
                made.add(HexFormat.of().formatHex(mutations.next(corpus)));
            }
        }
        assertTrue(first.equals(second) && first.stream().distinct().count() > 30, first::toString);
    }

    private static void decode(byte[] bytes) {
        try {
            DecodedFacts.check(bytes);
        } catch (Throwable wrong) {
            throw new AssertionError(HexFormat.of().formatHex(bytes), wrong);
        }
    }

    private static int packet(byte[] bytes) {
        try {
            return PacketFacts.check(bytes);
        } catch (Throwable wrong) {
            throw new AssertionError(HexFormat.of().formatHex(bytes), wrong);
        }
    }

    private boolean read(byte[] bytes) {
        try {
            return SongFacts.checkWithMemory(folder.resolve("song.mid"), bytes);
        } catch (Throwable wrong) {
            throw new AssertionError(HexFormat.of().formatHex(bytes), wrong);
        }
    }
}

package org.chronus.instrument.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.chronus.modules.testkit.measure.Spectrum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Songs and tunings as they are found, from the command line to what is heard. */
class WildFilesTest {
    private static final int RATE = 48_000, HEADER = 80, BEGIN = 4_800, LENGTH = 65_536;
    /** Two seconds of A4, at 120 beats a minute. */
    private static final String NOTE = "00 90 45 7F 8F 00 80 45 7F 00 FF 2F 00";
    private static final String SINE = """
            chronus: 1
            name: Sine
            modules: {osc: {type: sine}, amp: {type: vca}}
            cables: [osc * 0.5 -> amp -> out, note.gate -> amp.gain]
            """;

    @TempDir
    Path folder;

    private record Rendered(double hertz, List<String> warnings) { }

    /** A song of one track of these bytes, as long as it claims. */
    private Rendered render(String track, int claims, String... options) throws Exception {
        byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(track);
        ByteBuffer song = ByteBuffer.allocate(22 + bytes.length).put("MThd".getBytes()).putInt(6).putShort((short) 0).putShort((short) 1)
                .putShort((short) 480).put("MTrk".getBytes()).putInt(bytes.length + claims).put(bytes);
        Path midi = Files.write(folder.resolve("song.mid"), song.array()), wav = folder.resolve("song.wav");
        Path preset = Files.writeString(folder.resolve("sine.yaml"), SINE);
        List<String> words = new ArrayList<>(List.of("render", midi.toString(), "-o", wav.toString(), "--preset", preset.toString(), "--bits", "16"));
        words.addAll(List.of(options));
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
            assertEquals(0, Main.run(words.toArray(String[]::new)), () -> said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(err);
        }
        ShortBuffer sound = ByteBuffer.wrap(Files.readAllBytes(wav)).order(ByteOrder.LITTLE_ENDIAN).position(HEADER).slice()
                .order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        float[] left = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            left[i] = sound.get(2 * (BEGIN + i)) / 32_768f;
        }
        return new Rendered(Spectrum.of(left, RATE).strongest(),
                said.toString(StandardCharsets.UTF_8).lines().filter(line -> line.startsWith("chronus: ")).toList());
    }

    private void expect(double hertz, Rendered rendered) {
        assertEquals(hertz, rendered.hertz(), 0.05);
        assertEquals(List.of(), rendered.warnings());
    }

    @Test void aSongThatIsCutIsPlayedWithOneWarning() throws Exception {
        Rendered whole = render(NOTE, 0), cut = render(NOTE, 20);
        expect(440, whole);
        assertEquals(440, cut.hertz(), 0.05);
        assertEquals(List.of("chronus: " + folder.resolve("song.mid") + ": track 1, byte 14: the track is shorter than it claims: "
                + "export it again if something is missing"), cut.warnings());
    }

    @Test void aSongIsTunedAsAWhole() throws Exception {
        expect(440 * Math.pow(2, 0.5 / 12), render("00 F0 07 7F 7F 04 03 00 60 F7 " + NOTE, 0));
        expect(220, render("00 F0 07 7F 7F 04 04 00 34 F7 " + NOTE, 0));
    }

    @Test void aKeymapNeedsNoScale() throws Exception {
        Path map = Files.writeString(folder.resolve("low.kbm"), "0\n0\n127\n60\n69\n415\n0\n");
        expect(415, render(NOTE, 0, "--keymap", map.toString()));
    }

    @Test void blanksInARatioChangeNothing() throws Exception {
        Path map = Files.writeString(folder.resolve("c.kbm"), "0\n0\n127\n69\n68\n352\n0\n");
        Path scale = Files.writeString(folder.resolve("third.scl"), "third\n1\n5 / 4!third\n");
        expect(440, render(NOTE, 0, "--keymap", map.toString(), "--scale", scale.toString()));
    }

    @Test void aSilentReferenceIsSaidAndHeard() throws Exception {
        Path map = Files.writeString(folder.resolve("gaps.kbm"), "2\n0\n127\n69\n70\n440\n2\n0\nx\n");
        Rendered rendered = render(NOTE, 0, "--keymap", map.toString());
        assertEquals(440 * Math.pow(2, -1 / 12.0), rendered.hertz(), 0.05);
        assertEquals(1, rendered.warnings().size());
        assertTrue(rendered.warnings().getFirst().contains("gaps.kbm: the key of the frequency plays nothing"), rendered.warnings()::toString);
        assertFalse(rendered.warnings().getFirst().contains("\tat "));
    }
}

package org.chronus.instrument.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.preset.PresetReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of the user that are listed, found and sent. */
class UserFilesTest {
    private static final String GOOD = "chronus: 1\nname: Mine\nmodules: {osc: {type: saw}, env: {type: adsr}, amp: {type: vca}}\n"
            + "cables: [osc -> amp -> out, env -> amp.gain]\n";

    @TempDir
    private Path folder;
    private Path presets, fonts;
    private UserFiles files;

    @BeforeEach void begin() {
        presets = folder.resolve("presets");
        fonts = folder.resolve("soundfonts");
        ModuleCatalog catalog = ModuleCatalog.load();
        files = new UserFiles(new PresetLibrary(new PresetReader(catalog), presets), catalog, fonts);
    }

    private boolean send(String name, byte[] bytes) throws Exception {
        return files.receive(name, 0, bytes.length, new ByteArrayInputStream(bytes), false);
    }

    private boolean send(String name, String text) throws Exception {
        return send(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private String refusal(String name, String text) {
        return assertThrows(FileRefusal.class, () -> send(name, text)).getMessage();
    }

    private static byte[] soundFont(int bytes, int said) {
        ByteBuffer font = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        font.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(said - 8).put("sfbk".getBytes(StandardCharsets.US_ASCII));
        return font.array();
    }

    private List<String> all() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test void whatIsRightTakesItsPlaceAndIsListed() throws Exception {
        assertTrue(send("mine.yaml", GOOD));
        assertTrue(send("gig.yaml", "chronus: 1\nbank: Gig\nprograms: {0: mine.yaml}\n"));
        assertTrue(send("just.scl", "! just.scl\nJust fifths\n 2\n3/2\n2/1\n"));
        assertTrue(send("font.sf2", soundFont(3_000, 3_000)));
        assertEquals(GOOD, Files.readString(files.find("mine.yaml")));
        assertEquals(fonts.resolve("font.sf2").toAbsolutePath(), files.find("font.sf2"));
        assertEquals(List.of("gig.yaml", "mine.yaml", "just.scl", "font.sf2"), files.list().stream().map(UserFiles.Entry::name).toList());
        assertEquals(3_000, files.list().getLast().bytes());
    }

    @Test void whatIsWrongIsRefusedWithItsPlaceAndLeavesNothing() throws Exception {
        assertTrue(refusal("wrong.yaml", GOOD.replace("osc -> amp", "os -> amp")).startsWith("wrong.yaml, line 4: "));
        assertTrue(refusal("bank.yaml", "chronus: 1\nbank: Gig\nprograms:\n  0: missing.yaml\n").startsWith("bank.yaml, line 4: \"missing.yaml\""));
        assertTrue(refusal("wrong.scl", "! wrong\nWrong\n 2\n3/2\nx\n").startsWith("wrong.scl, line 5: "));
        assertTrue(refusal("wrong.kbm", "no keymap\n").startsWith("wrong.kbm, line 1: "));
        assertEquals("wrong.sf2 is no SoundFont: take one that begins with RIFF and sfbk", refusal("wrong.sf2", "RIFF of another kind"));
        assertEquals("short.sf2 is cut short: it has 2000 of 3000 bytes, so get it again",
                assertThrows(FileRefusal.class, () -> send("short.sf2", soundFont(2_000, 3_000))).getMessage());
        assertEquals(List.of(), all());
    }

    @Test void aSoundFontComesInPieces() throws Exception {
        byte[] font = soundFont(5_000, 5_000);
        Arrays.fill(font, 100, 5_000, (byte) 7);
        assertFalse(files.receive("font.sf2", 0, 5_000, new ByteArrayInputStream(font, 0, 2_000), false));
        assertEquals(List.of(), files.list());
        assertTrue(files.receive("font.sf2", 2_000, 5_000, new ByteArrayInputStream(font, 2_000, 3_000), false));
        assertArrayEquals(font, Files.readAllBytes(files.find("font.sf2")));
        files.receive("other.sf2", 0, 5_000, new ByteArrayInputStream(font, 0, 2_000), false);
        assertThrows(FileRefusal.class, () -> files.receive("other.sf2", 3_000, 5_000, new ByteArrayInputStream(font, 3_000, 2_000), false));
        assertThrows(FileRefusal.class, () -> files.receive("more.sf2", 0, 4_000, new ByteArrayInputStream(font), false));
        assertEquals(FileRefusal.Reason.TOO_LONG, assertThrows(FileRefusal.class,
                () -> files.receive("more.sf2", 0, 257L << 20, new ByteArrayInputStream(font), false)).reason());
        assertEquals(List.of("font.sf2"), all());
    }

    @Test void aFileThatIsThereIsReplacedOnlyIfThatIsAsked() throws Exception {
        send("mine.yaml", GOOD);
        assertEquals(FileRefusal.Reason.IS_THERE, assertThrows(FileRefusal.class, () -> send("mine.yaml", GOOD + "# more\n")).reason());
        assertEquals(GOOD, Files.readString(presets.resolve("mine.yaml")));
        byte[] wrong = "chronus: 1\n".getBytes(StandardCharsets.UTF_8), more = (GOOD + "# more\n").getBytes(StandardCharsets.UTF_8);
        assertThrows(FileRefusal.class, () -> files.receive("mine.yaml", 0, wrong.length, new ByteArrayInputStream(wrong), true));
        assertEquals(GOOD, Files.readString(presets.resolve("mine.yaml")));
        assertTrue(files.receive("mine.yaml", 0, more.length, new ByteArrayInputStream(more), true));
        assertArrayEquals(more, Files.readAllBytes(presets.resolve("mine.yaml")));
    }

    @Test void namesLeadNowhereElse() throws Exception {
        for (String name : List.of("../mine.yaml", "a/mine.yaml", ".mine.yaml", "", ".yaml", "a\\mine.yaml", "mine.yaml\0", "mine.sh", "mine\n.yaml",
                "x".repeat(120) + ".yaml")) {
            assertThrows(FileRefusal.class, () -> send(name, GOOD), name);
            assertThrows(FileRefusal.class, () -> files.find(name), name);
        }
        assertEquals(FileRefusal.Reason.NOT_THERE, assertThrows(FileRefusal.class, () -> files.find("mine.yaml")).reason());
        assertEquals(List.of(), all());
        assertTrue(send("Björn's pad (2).yaml", GOOD));
    }
}

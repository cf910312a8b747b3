package org.chronus.instrument.panel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.chronus.hosting.PluginFormats;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A SoundFont that is sent from the page of the bank, in a real browser, into the folder of a user who has none yet. */
class SoundFontPageTest extends PageTest {
    private static final String HOME = "user.home";
    /** More than two pieces. */
    private static final int SAMPLES = 5_000_001;
    @TempDir
    private static Path home;
    private static String before;

    @BeforeAll static void move() {
        before = System.setProperty(HOME, home.toString());
    }

    @AfterAll static void moveBack() {
        System.setProperty(HOME, before);
    }

    @BeforeEach void open() {
        visit("/bank");
        await("the page is there", () -> find("send").isDisplayed() && !find("name").getText().isEmpty());
    }

    private static byte[] chunk(String tag, byte[]... parts) {
        int size = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteBuffer bytes = ByteBuffer.allocate(8 + size + (size & 1)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(bytes(tag)).putInt(size);
        Arrays.stream(parts).forEach(bytes::put);
        return bytes.array();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] preset(String name) {
        return ByteBuffer.allocate(38).put(bytes(name)).array();
    }

    /** A font whose samples are silent (SoundFont 2.04, sections 4 to 7). */
    private static byte[] font() {
        return chunk("RIFF", bytes("sfbk"), chunk("LIST", bytes("INFO"), chunk("INAM", bytes("Small Font\0"))),
                chunk("LIST", bytes("sdta"), chunk("smpl", new byte[SAMPLES])),
                chunk("LIST", bytes("pdta"), chunk("phdr", preset("Grand Piano"), preset("EOP"))));
    }

    @Test void aSoundFontArrivesInPiecesAsItWasAndIsOne() throws Exception {
        byte[] font = font();
        find("send").sendKeys(Files.write(folder.resolve("small.sf2"), font).toString());
        await("it is there", () -> find("sent").getText().equals("small.sf2 is there now."));
        await("it is listed", () -> find("files").getText().startsWith("small.sf2"));
        Path sent = home.resolve(".local/share/soundfonts/small.sf2");
        assertArrayEquals(font, Files.readAllBytes(sent));
        assertEquals(List.of("Grand Piano"), PluginFormats.find("sf2").orElseThrow().scan(sent).getFirst().presets());
        find("send").sendKeys(folder.resolve("small.sf2").toString());
        await("it is asked", () -> find("replace").isDisplayed());
        Files.delete(sent);
    }

    @Test void whatIsNoSoundFontOrIsCutShortIsRefusedAndLeavesNothing() throws Exception {
        find("send").sendKeys(Files.writeString(folder.resolve("text.sf2"), "RIFF, but no font").toString());
        await("it is refused", () -> find("sent").getText().equals("text.sf2 is no SoundFont: take one that begins with RIFF and sfbk"));
        byte[] font = font();
        find("send").sendKeys(Files.write(folder.resolve("short.sf2"), Arrays.copyOf(font, 40_000)).toString());
        await("it is refused", () -> find("sent").getText().startsWith("short.sf2 is cut short: it has 40000 of " + font.length + " bytes"));
        assertFalse(find("replace").isDisplayed());
        Path folderOfFonts = home.resolve(".local/share/soundfonts");
        assertTrue(!Files.exists(folderOfFonts) || folderOfFonts.toFile().list().length == 0, "nothing is left");
    }
}

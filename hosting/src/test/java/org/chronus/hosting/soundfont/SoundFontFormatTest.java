package org.chronus.hosting.soundfont;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.chronus.hosting.PluginException;
import org.chronus.hosting.PluginInfo;
import org.chronus.hosting.PluginSetup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files are SoundFonts, what is known of them, and what is said of those that are none. */
class SoundFontFormatTest {
    private static byte[] chunk(String tag, byte[]... parts) {
        int size = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteBuffer bytes = ByteBuffer.allocate(8 + size + (size & 1)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(text(tag)).putInt(size);
        Arrays.stream(parts).forEach(bytes::put);
        return bytes.array();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] preset(String name, int bank, int program) {
        return ByteBuffer.allocate(38).order(ByteOrder.LITTLE_ENDIAN).put(text(name)).putShort(20, (short) program).putShort(22, (short) bank)
                .array();
    }

    /** A font without a sample. */
    private static byte[] font() {
        return chunk("RIFF", text("sfbk"),
                chunk("LIST", text("INFO"), chunk("INAM", text("Small Font\0")), chunk("IENG", text("Somebody"))),
                chunk("LIST", text("sdta"), chunk("smpl", new byte[100])),
                chunk("LIST", text("pdta"), chunk("phdr", preset("Kit", 128, 0), preset("Grand Piano", 0, 0), preset("Bright", 0, 1),
                        preset("EOP", 0, 0))));
    }

    private static String refusal(Path file) {
        return assertThrows(PluginException.class, () -> SoundFontFile.read(file)).getMessage();
    }

    @Test void aFileIsAFontByItsContentAndNotByItsName(@TempDir Path folder) throws Exception {
        Path two = Files.write(folder.resolve("two.sf3"), font()), name = Files.write(folder.resolve("Name.SF2"), font());
        Files.writeString(folder.resolve("text.sf2"), "RIFF, but no font");
        Files.write(folder.resolve("font.bin"), font());
        SoundFontFormat format = new SoundFontFormat(List.of(folder, folder.resolve("absent")));
        assertEquals(List.of(name, two), format.bundles());
        assertEquals(Optional.of(two), format.find("two"));
        assertEquals(Optional.of(two), format.find("two.sf3"));
        assertEquals(Optional.of(name), format.find(name.toString()));
        assertEquals(Optional.empty(), format.find("text"));
    }

    @Test void aScanKnowsItsPresetsWithoutTheLibrary(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("small.sf2"), font());
        PluginInfo info = new SoundFontFormat(List.of(folder)).scan(file).getFirst();
        assertEquals(List.of("sf2:small", "Small Font", "Somebody"), List.of(info.type(), info.name(), info.maker()));
        assertEquals(List.of("Grand Piano", "Bright", "Kit"), info.presets());
        assertTrue(info.isInstrument());
        assertEquals("sf2:" + file, new SoundFontFormat(List.of()).scan(file).getFirst().type());
    }

    @Test void aPresetIsFoundByProgramByBankAndProgramOrByName(@TempDir Path folder) throws Exception {
        SoundFontFile font = SoundFontFile.read(Files.write(folder.resolve("small.sf2"), font()));
        assertEquals("Bright", font.find("1").orElseThrow().name());
        assertEquals("Kit", font.find("128:0").orElseThrow().name());
        assertEquals("Grand Piano", font.find("grand piano").orElseThrow().name());
        assertEquals(Optional.empty(), font.find("2"));
    }

    @Test void whatIsNoFontIsSaidInALine(@TempDir Path folder) throws Exception {
        byte[] whole = font();
        Path cut = Files.write(folder.resolve("cut.sf2"), Arrays.copyOf(whole, whole.length - 50));
        assertTrue(refusal(cut).endsWith("is cut short: it has " + (whole.length - 50) + " of " + whole.length + " bytes, so get it again"));
        assertTrue(refusal(Files.write(folder.resolve("empty.sf2"), new byte[0])).contains("is no SoundFont"));
        assertTrue(refusal(Files.write(folder.resolve("bare.sf2"), chunk("RIFF", text("sfbk")))).contains("has no presets"));
        assertTrue(refusal(folder.resolve("none.sf2")).contains("cannot be read"));
    }

    @Test void brokenLengthsLeadNowhere(@TempDir Path folder) throws Exception {
        byte[] whole = font();
        for (int i = 12; i < whole.length; i++) {
            byte[] broken = whole.clone();
            broken[i] = (byte) 0xFF;
            Path file = Files.write(folder.resolve("broken.sf2"), broken);
            try {
                SoundFontFile.read(file);
            } catch (PluginException e) {
                assertTrue(e.getMessage().contains("has no presets"), e.getMessage());
            }
        }
    }

    @Test void aFontThatTheLibraryCannotLoadIsRefused(@TempDir Path folder) throws Exception {
        SoundFontRig.font();
        Path file = Files.write(folder.resolve("small.sf2"), font());
        SoundFontFormat format = new SoundFontFormat(List.of(folder));
        PluginInfo info = format.scan(file).getFirst();
        PluginSetup plain = new PluginSetup(48_000, Optional.empty(), Optional.empty());
        assertTrue(assertThrows(PluginException.class, () -> format.open(info, plain)).getMessage().contains("cannot be loaded by FluidSynth"));
        assertTrue(assertThrows(PluginException.class, () -> format.open(info, new PluginSetup(48_000, Optional.of("Tuba"), Optional.empty())))
                .getMessage().contains("has no preset Tuba: give a program, bank:program or a name, such as Grand Piano"));
    }
}

package org.chronus.presets.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a text file of bounded size, or says in one line why not. */
public final class FileText {
    private FileText() { }

    public static ReadResult<String> read(Path file) {
        if (Files.isDirectory(file)) {
            return ReadResult.refused(file.toString(), "it is a folder", "name a file in it");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return decode(file.toString(), in);
        } catch (NoSuchFileException missing) {
            return ReadResult.refused(file.toString(), "there is no such file",
                    "check the path, or give the name of a preset (chronus list presets)");
        } catch (AccessDeniedException denied) {
            return ReadResult.refused(file.toString(), "it may not be read", "allow it: chmod u+r, as the file's owner");
        } catch (IOException failure) {
            return ReadResult.refused(file.toString(), "it cannot be read (" + failure.getMessage() + ")", "check the disk");
        }
    }

    /** The text of a stream. The caller closes it. */
    public static ReadResult<String> decode(String file, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(YamlTree.LARGEST + 1);
        if (bytes.length > YamlTree.LARGEST) {
            return ReadResult.refused(file, "it is larger than 1 MiB", "a preset or bank has a few kilobytes; is this the right file?");
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.indexOf('\0') < 0) {
                return ReadResult.of(text);
            }
        } catch (CharacterCodingException foreign) {
            return ReadResult.refused(file, "it is not UTF-8 text", "save it as UTF-8, or is this the right file?");
        }
        return ReadResult.refused(file, "it is not a text", "give a .yaml file");
    }
}

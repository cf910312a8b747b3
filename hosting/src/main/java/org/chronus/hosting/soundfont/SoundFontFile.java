package org.chronus.hosting.soundfont;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.chronus.hosting.PluginException;

/**
 * What a SoundFont says of itself: read from the file's own lists (SoundFont 2.04, sections 4 to 7), whatever the file is called. Immutable;
 * any thread but audio.
 *
 * @param name    for people; may be empty
 * @param maker   may be empty
 * @param presets by bank and program
 */
record SoundFontFile(String name, String maker, List<SoundFontPreset> presets) {
    private static final int HEADER = 12, CHUNK = 8, LONGEST_TEXT = 256, PRESET = 38, PRESET_NAME = 20;
    /** The most that a list of presets may take, so that a broken length is not believed. */
    private static final int MOST_PRESET_BYTES = 1 << 20;

    /** True if a file is a SoundFont by its first bytes. */
    static boolean isOne(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer start = read(channel, 0, HEADER);
            return tag(start, 0).equals("RIFF") && tag(start, 8).equals("sfbk");
        } catch (IOException e) {
            return false;
        }
    }

    /** Reads a file; the samples in it are not looked at. */
    static SoundFontFile read(Path file) throws PluginException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer start = read(channel, 0, HEADER);
            if (!tag(start, 0).equals("RIFF") || !tag(start, 8).equals("sfbk")) {
                throw new PluginException(file + " is no SoundFont: take one that begins with RIFF and sfbk");
            }
            long end = Integer.toUnsignedLong(start.getInt(4)) + CHUNK;
            if (end > channel.size()) {
                throw new PluginException(file + " is cut short: it has " + channel.size() + " of " + end + " bytes, so get it again");
            }
            return new Reader(channel, end).contents(file);
        } catch (IOException e) {
            throw new PluginException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The preset that a text means: a program, a bank and a program (128:0), or a name. */
    Optional<SoundFontPreset> find(String text) {
        String numbers = text.strip().matches("[0-9]{1,3}") ? "0:" + text.strip() : text.strip();
        return presets.stream().filter(preset -> numbers.equals(preset.number())).findFirst()
                .or(() -> presets.stream().filter(preset -> preset.name().equalsIgnoreCase(text.strip())).findFirst());
    }

    private static String tag(ByteBuffer bytes, int offset) {
        return new String(bytes.array(), offset, 4, StandardCharsets.ISO_8859_1);
    }

    private static String text(ByteBuffer bytes, int offset, int most) {
        String text = new String(bytes.array(), offset, Math.min(most, bytes.capacity() - offset), StandardCharsets.ISO_8859_1);
        int end = text.indexOf(0);
        return (end < 0 ? text : text.substring(0, end)).strip();
    }

    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) > 0) { }
        return bytes;
    }

    /** Goes from chunk to chunk. Mutable; for one thread. */
    private static final class Reader {
        private final FileChannel channel;
        private final long end;
        private final List<SoundFontPreset> presets = new ArrayList<>();
        private String name = "";
        private String maker = "";

        Reader(FileChannel channel, long end) {
            this.channel = channel;
            this.end = end;
        }

        SoundFontFile contents(Path file) throws IOException, PluginException {
            chunks(HEADER, end);
            if (presets.isEmpty()) {
                throw new PluginException(file + " has no presets: it is broken, so get it again");
            }
            presets.sort(Comparator.comparingInt(SoundFontPreset::bank).thenComparingInt(SoundFontPreset::program));
            return new SoundFontFile(name, maker, List.copyOf(presets));
        }

        private void chunks(long from, long limit) throws IOException {
            long at = from;
            while (at + CHUNK <= limit) {
                ByteBuffer head = read(channel, at, HEADER);
                long size = Integer.toUnsignedLong(head.getInt(4)), next = at + CHUNK + size + padding(size, at + CHUNK + size);
                switch (tag(head, 0)) {
                    case "LIST" -> {
                        // The samples are most of the file, and hold nothing that is asked for here.
                        if (!tag(head, 8).equals("sdta")) {
                            chunks(at + HEADER, Math.min(at + CHUNK + size, limit));
                        }
                    }
                    case "INAM" -> name = text(read(channel, at + CHUNK, (int) Math.min(size, LONGEST_TEXT)), 0, LONGEST_TEXT);
                    case "IENG" -> maker = text(read(channel, at + CHUNK, (int) Math.min(size, LONGEST_TEXT)), 0, LONGEST_TEXT);
                    case "phdr" -> presets(read(channel, at + CHUNK, (int) Math.min(size, MOST_PRESET_BYTES)));
                    default -> { }
                }
                at = next;
            }
        }

        // An odd chunk is followed by a zero, says RIFF; there are SF3 files in which it is not.
        private int padding(long size, long after) throws IOException {
            return (size & 1) == 1 && read(channel, after, 1).get(0) == 0 ? 1 : 0;
        }

        // The last entry only marks the end.
        private void presets(ByteBuffer entries) {
            for (int at = 0; at + 2 * PRESET <= entries.capacity(); at += PRESET) {
                int program = Short.toUnsignedInt(entries.getShort(at + PRESET_NAME));
                int bank = Short.toUnsignedInt(entries.getShort(at + PRESET_NAME + 2));
                presets.add(new SoundFontPreset(bank, program, text(entries, at, PRESET_NAME)));
            }
        }
    }
}

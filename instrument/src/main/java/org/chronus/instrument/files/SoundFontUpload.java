package org.chronus.instrument.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

import org.chronus.instrument.files.FileRefusal.Reason;

/**
 * A SoundFont that comes in one piece or several, and takes its place when it is complete: until then it is a file beside it, which the next
 * writer of a small file takes away if it is forgotten. One use; one thread.
 */
final class SoundFontUpload {
    private static final int HEADER = 12, LENGTH_AT = 4, CHUNK = 8, PIECE = 1 << 16;

    private final Path target;
    private final Path part;
    private final long size;

    /** @param size of the whole, in bytes */
    SoundFontUpload(Path target, long size) {
        this.target = target;
        this.size = size;
        part = target.resolveSibling(".chronus-" + target.getFileName() + ".part");
    }

    /** The piece that begins at a byte. True if the file is complete now. */
    boolean receive(long from, InputStream in) throws IOException, FileRefusal {
        Files.createDirectories(target.getParent());
        boolean goesOn = false;
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (from == 0) {
                channel.truncate(0);
            } else if (channel.size() != from) {
                throw new FileRefusal(Reason.WRONG, "a piece of " + target.getFileName() + " is missing: send it again from its beginning");
            }
            copy(in, channel, from);
            check(channel);
            goesOn = channel.size() < size;
            if (!goesOn) {
                channel.force(true);
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
            return !goesOn;
        } finally {
            if (!goesOn) {
                Files.deleteIfExists(part);
            }
        }
    }

    private void copy(InputStream in, FileChannel channel, long from) throws IOException, FileRefusal {
        byte[] piece = new byte[PIECE];
        long at = from;
        for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
            if (at + count > size) {
                throw new FileRefusal(Reason.TOO_LONG, target.getFileName() + " is longer than was said: send it again");
            }
            for (ByteBuffer bytes = ByteBuffer.wrap(piece, 0, count); bytes.hasRemaining();) {
                at += channel.write(bytes, at);
            }
        }
    }

    private void check(FileChannel channel) throws IOException, FileRefusal {
        ByteBuffer start = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        channel.read(start, 0);
        String text = new String(start.array(), StandardCharsets.ISO_8859_1);
        if (!text.startsWith("RIFF") || !text.endsWith("sfbk")) {
            throw new FileRefusal(Reason.WRONG, target.getFileName() + " is no SoundFont: take one that begins with RIFF and sfbk");
        }
        long end = Integer.toUnsignedLong(start.getInt(LENGTH_AT)) + CHUNK;
        if (end > size) {
            throw new FileRefusal(Reason.WRONG, target.getFileName() + " is cut short: it has " + size + " of " + end + " bytes, so get it again");
        }
    }
}

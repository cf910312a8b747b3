package org.chronus.presets.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** An output that cannot be written: place, reason and cure, in one line. Immutable. */
public final class OutputException extends IOException {
    private static final long serialVersionUID = 1;
    /** In the words of Linux. */
    private static final String DISK_FULL = "No space left on device", READER_GONE = "Broken pipe";
    private static final String ELSEWHERE = "choose another place";

    private final String place;
    private final String reason;
    private final String cure;

    OutputException(String place, String reason, String cure, Throwable cause) {
        super(place + ": " + reason + ": " + cure, cause);
        this.place = place;
        this.reason = reason;
        this.cure = cure;
    }

    /** What the system said. */
    static OutputException of(String place, IOException wrong) {
        if (wrong instanceof OutputException said) {
            return said;
        }
        String words = words(wrong);
        return switch (words) {
            case DISK_FULL -> new OutputException(place, unwritable(words), "make room, or " + ELSEWHERE, wrong);
            case READER_GONE -> new OutputException(place, unwritable("nobody reads it"), "start its reader first", wrong);
            default -> new OutputException(place, unwritable(words), ELSEWHERE, wrong);
        };
    }

    private static String unwritable(String words) {
        return "cannot be written (" + words + ")";
    }

    private static String words(IOException wrong) {
        return switch (wrong) {
            case NoSuchFileException missing -> "its folder is gone";
            case FileAlreadyExistsException there -> "a file stands in the place of its folder";
            case AccessDeniedException denied -> "it is not allowed";
            case FileSystemException known when known.getReason() != null -> known.getReason();
            default -> String.valueOf(wrong.getMessage());
        };
    }

    public String place() {
        return place;
    }

    public String reason() {
        return reason;
    }

    public String cure() {
        return cure;
    }

    /** True if whoever read it has left: programs end quietly then. */
    public boolean isReaderGone() {
        return getCause() instanceof IOException cause && READER_GONE.equals(words(cause));
    }
}

package org.chronus.presets.files;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Standard output in UTF-8, which remembers why it could not be written: a {@link PrintStream} alone only says that. Any thread. */
public final class StandardOutput extends PrintStream {
    /** How error lines call it. */
    public static final String NAME = "standard output";

    private final Door door;

    /** Passes bytes on until that fails, and none after that. */
    private static final class Door extends OutputStream {
        private final OutputStream out;
        private volatile IOException failure;

        Door(OutputStream out) {
            this.out = out;
        }

        @Override public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override public void write(byte[] bytes, int offset, int length) throws IOException {
            if (failure != null) {
                throw failure;
            }
            try {
                out.write(bytes, offset, length);
            } catch (IOException wrong) {
                failure = wrong;
                throw wrong;
            }
        }
    }

    /** What is {@link System#out} now, with the failure of each write. Closing it closes nothing. */
    static final class Checked extends OutputStream {
        @Override public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override public void write(byte[] bytes, int offset, int length) throws IOException {
            System.out.write(bytes, offset, length);
            if (System.out.checkError()) {
                throw cause();
            }
        }
    }

    private StandardOutput(Door door) {
        super(new BufferedOutputStream(door), true, StandardCharsets.UTF_8);
        this.door = door;
    }

    /** Over a stream of any kind. */
    public static StandardOutput over(OutputStream out) {
        return new StandardOutput(new Door(out));
    }

    /** Makes it what {@link System#out} is. */
    public static void install() {
        System.setOut(over(new FileOutputStream(FileDescriptor.out)));
    }

    /** Why something that was printed did not get out, in a line with the cure; nothing if all is well. */
    public static Optional<OutputException> failure() {
        return System.out.checkError() ? Optional.of(OutputException.of(NAME, cause())) : Optional.empty();
    }

    private static IOException cause() {
        IOException cause = System.out instanceof StandardOutput own ? own.door.failure : null;
        return cause == null ? new IOException("it is closed") : cause;
    }
}

package org.chronus.instrument.javasound;

import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.Line;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.TargetDataLine;

/** An input that hears a tone of 440 Hz, in 16 bits, by a clock of its own; the methods are those of {@link Mixer}. */
public final class TestMicrophone implements TestCards.Device {
    static final double HERTZ = 440, LEVEL = 0.5;
    private static final int RATE = 48_000;

    private static final class Info extends Mixer.Info {
        Info(String name) {
            super(name, "tests", name, "1");
        }
    }

    /** Lines that are open. */
    final AtomicInteger open = new AtomicInteger();
    /** Lines that were opened. */
    final AtomicInteger opened = new AtomicInteger();
    volatile boolean busy;
    volatile boolean dead;
    private final AtomicInteger asked = new AtomicInteger();
    private final Mixer.Info info;
    private final int channels;
    private final double clock;

    /** @param clock how fast it goes, beside that of this machine */
    TestMicrophone(String name, int channels, double clock) {
        info = new Info(name);
        this.channels = channels;
        this.clock = clock;
    }

    @Override public Mixer.Info info() {
        return info;
    }

    @Override public AtomicInteger asked() {
        return asked;
    }

    /** It is pulled out. */
    void die() {
        dead = true;
        TestCards.pullOut(this);
    }

    /** Of {@link Mixer}. */
    public boolean isLineSupported(Line.Info line) {
        return line.getLineClass().equals(TargetDataLine.class);
    }

    /** Of {@link Mixer}. */
    public Line getLine(Line.Info line) {
        if (!Arrays.stream(((DataLine.Info) line).getFormats()).allMatch(format -> format.getSampleSizeInBits() == 16
                && format.getChannels() == channels && format.getSampleRate() == RATE)) {
            throw new IllegalArgumentException("not supported: " + line);
        }
        return mock(TargetDataLine.class, withSettings().stubOnly().defaultAnswer(delegatesTo(new TestLine())));
    }

    /** Of {@link Mixer}. */
    public Mixer.Info getMixerInfo() {
        return info;
    }

    /** A line of it; the methods are those of {@link TargetDataLine}. */
    final class TestLine {
        private final AtomicInteger isOpen = new AtomicInteger();
        private long begin;
        private long read;

        public void open(AudioFormat format, int bytes) throws LineUnavailableException {
            if (busy) {
                throw new LineUnavailableException("busy");
            }
            isOpen.set(1);
            open.incrementAndGet();
            opened.incrementAndGet();
        }

        public void start() {
            begin = System.nanoTime();
        }

        public int available() {
            return dead ? 0 : (int) ((long) ((System.nanoTime() - begin) / 1e9 * RATE * clock) - read) * 2 * channels;
        }

        public int read(byte[] bytes, int from, int length) {
            int frames = length / 2 / channels;
            for (int i = 0; i < frames * channels; i++) {
                int whole = (int) Math.rint(32_768 * LEVEL * Math.sin(2 * Math.PI * HERTZ * (read + i / channels) / RATE));
                bytes[from + 2 * i] = (byte) whole;
                bytes[from + 2 * i + 1] = (byte) (whole >> 8);
            }
            read += frames;
            return length;
        }

        public void close() {
            open.addAndGet(-isOpen.getAndSet(0));
        }
    }
}

package org.chronus.instrument.javasound;

import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.Line;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;

import org.chronus.instrument.audio.PcmFormat;

/** A sound card that behaves as real ones do, also the bad ones. Its lines take sound at the pace of their rate, and keep it. */
public final class TestCard implements TestCards.Device {
    /** What becomes of writes. */
    enum Mood { PLAYS, RETURNS_SHORT, RETURNS_NOTHING, THROWS, HANGS_UNTIL_CLOSED }

    private static final class Info extends Mixer.Info {
        Info(String name, String description) {
            super(name, "tests", description, "1");
        }
    }

    final AtomicInteger open = new AtomicInteger();
    /** Times that Java Sound looked what it can do. */
    final AtomicInteger asked = new AtomicInteger();
    final List<TestLine> lines = new CopyOnWriteArrayList<>();
    private final Mixer.Info info;
    private final List<PcmFormat> formats;
    private final List<Integer> rates;
    volatile Mood mood = Mood.PLAYS;
    volatile boolean busy;
    /** As ALSA does, it lists no rates and refuses at opening. */
    volatile boolean listsNoRates;

    TestCard(String name, String description, List<PcmFormat> formats, List<Integer> rates) {
        info = new Info(name, description);
        this.formats = formats;
        this.rates = rates;
    }

    /** It takes 16 bits, at 48 kHz. */
    public TestCard(String name) {
        this(name, name, List.of(PcmFormat.BITS_16), List.of(48_000));
    }

    @Override public Mixer.Info info() {
        return info;
    }

    @Override public AtomicInteger asked() {
        return asked;
    }

    /** What was opened last. */
    TestLine last() {
        return lines.getLast();
    }

    /** It is pulled out while it plays. */
    public void die() {
        mood = Mood.THROWS;
        TestCards.pullOut(this);
    }

    /** True if the last hundredth of a second or so that it was given is no silence. */
    public boolean sounds() {
        return !lines.isEmpty() && last().peak(480) > 2;
    }

    private boolean takes(AudioFormat format) {
        boolean isFloat = format.getEncoding().equals(AudioFormat.Encoding.PCM_FLOAT);
        return formats.stream().anyMatch(each -> isFloat == (each == PcmFormat.FLOAT_32) && each.bits() == format.getSampleSizeInBits()
                && each.frameBytes() == format.getFrameSize()) && (listsNoRates || rates.contains((int) format.getSampleRate()));
    }

    /** Of {@link Mixer}. */
    public boolean isLineSupported(Line.Info line) {
        return line.getLineClass().equals(SourceDataLine.class);
    }

    /** Of {@link Mixer}. */
    public Line getLine(Line.Info line) {
        if (!Arrays.stream(((DataLine.Info) line).getFormats()).allMatch(this::takes)) {
            throw new IllegalArgumentException("not supported: " + line);
        }
        return mock(SourceDataLine.class, withSettings().stubOnly().defaultAnswer(delegatesTo(new TestLine())));
    }

    /** Of {@link Mixer}. */
    public Mixer.Info getMixerInfo() {
        return info;
    }

    /** A line of it; the methods are those of {@link SourceDataLine}. */
    final class TestLine {
        private volatile byte[] taken = new byte[0];
        private volatile int length;
        private volatile boolean isOpen;
        private AudioFormat format;
        private int bufferBytes;
        private long begin;

        /** All that was taken. */
        byte[] taken() {
            return Arrays.copyOf(taken, length);
        }

        /** Of the last frames, in steps of 8 bits; for those who listen in 16. */
        int peak(int frames) {
            byte[] heard = taken;
            int peak = 0, end = length;
            for (int at = Math.max(0, end - frames * format.getFrameSize()) + 1; at < end; at += 2) {
                peak = Math.max(peak, Math.abs(heard[at]));
            }
            return peak;
        }

        AudioFormat format() {
            return format;
        }

        int length() {
            return length;
        }

        public void open(AudioFormat wanted, int bytes) throws LineUnavailableException {
            if (busy || !rates.contains((int) wanted.getSampleRate())) {
                throw new LineUnavailableException("line with format " + wanted + " not supported.");
            }
            format = wanted;
            bufferBytes = bytes;
            isOpen = true;
            open.incrementAndGet();
            lines.add(this);
        }

        public int getBufferSize() {
            return bufferBytes;
        }

        public void start() {
            begin = System.nanoTime();
        }

        public int available() {
            long played = (long) ((System.nanoTime() - begin) / 1e9 * format.getSampleRate()) * format.getFrameSize();
            if (played > length) {
                begin += (long) ((played - length) / format.getFrameSize() / format.getSampleRate() * 1e9);
                return bufferBytes;
            }
            return (int) (bufferBytes - (length - played));
        }

        public int write(byte[] bytes, int from, int count) throws InterruptedException {
            while (isOpen && (mood == Mood.HANGS_UNTIL_CLOSED || available() < count)) {
                Thread.sleep(1);
            }
            if (mood == Mood.THROWS) {
                throw new IllegalStateException("no such device");
            }
            int taking = !isOpen || mood == Mood.RETURNS_NOTHING ? 0 : mood == Mood.RETURNS_SHORT ? count / 2 : count;
            if (length + taking > taken.length) {
                taken = Arrays.copyOf(taken, 2 * (length + taking));
            }
            System.arraycopy(bytes, from, taken, length, taking);
            length += taking;
            return taking;
        }

        public void close() {
            if (isOpen) {
                isOpen = false;
                open.decrementAndGet();
            }
        }
    }

}

package org.chronus.instrument.audio;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;

/**
 * An output of Java Sound, which on Linux is ALSA: 16 bit, stereo. The device's writes set the pace; of one that takes nothing more, because
 * it was pulled out, the clock does, and every period is late.
 */
public final class JavaSoundBackend extends ThreadedBackend {
    private static final int PERIODS = 4, FRAME_BYTES = 4;

    private final SourceDataLine line;
    private final byte[] bytes;
    private boolean full;

    JavaSoundBackend(SourceDataLine line, String name, int sampleRate, int period) {
        super(name + " (Java Sound)", sampleRate, period);
        this.line = line;
        bytes = new byte[period * FRAME_BYTES];
    }

    /** The names of the outputs that there are, the best first: USB, then analogue, then others, then HDMI. */
    public static List<String> outputs() {
        DataLine.Info output = new DataLine.Info(SourceDataLine.class, null);
        return Arrays.stream(AudioSystem.getMixerInfo()).filter(info -> AudioSystem.getMixer(info).isLineSupported(output))
                .map(Mixer.Info::getName).sorted(Comparator.comparingInt(JavaSoundBackend::rank)).toList();
    }

    private static int rank(String name) {
        String text = name.toLowerCase(Locale.ROOT);
        return text.contains("usb") ? 0 : text.contains("hdmi") ? 3 : text.contains("analog") ? 1 : 2;
    }

    /**
     * Opens an output.
     *
     * @param wanted its name or a part of it; empty for the best there is
     * @throws IOException if there is none, or it is busy, or cannot play at this rate; one line
     */
    public static JavaSoundBackend open(String wanted, int sampleRate, int period) throws IOException {
        List<String> outputs = outputs();
        String name = outputs.stream().filter(output -> output.equals(wanted)).findFirst().orElseGet(() -> outputs.stream()
                .filter(output -> output.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT))).findFirst().orElse(null));
        if (name == null) {
            throw new IOException(outputs.isEmpty() ? "Java Sound has no audio output: connect one, or use --audio null or file:PATH"
                    : "there is no audio output '" + wanted + "': there are " + String.join(", ", outputs));
        }
        AudioFormat format = new AudioFormat(sampleRate, 16, 2, true, false);
        try {
            Mixer.Info info = Arrays.stream(AudioSystem.getMixerInfo()).filter(mixer -> mixer.getName().equals(name)).findFirst()
                    .orElseThrow(() -> new IOException(name + ": has just gone: connect it again"));
            SourceDataLine line = AudioSystem.getSourceDataLine(format, info);
            line.open(format, PERIODS * period * FRAME_BYTES);
            return new JavaSoundBackend(line, name, sampleRate, period);
        } catch (LineUnavailableException e) {
            throw new IOException(name + ": is busy: close the program that uses it", e);
        } catch (IllegalArgumentException e) {
            throw new IOException(name + ": cannot play 16-bit stereo at " + sampleRate + " Hz: choose another --rate", e);
        }
    }

    @Override public double latencyMillis() {
        return 1e3 * line.getBufferSize() / FRAME_BYTES / sampleRate();
    }

    @Override public void start(AudioCallback callback) throws IOException {
        line.start();
        super.start(callback);
    }

    @Override void take(float[] left, float[] right) {
        // An empty buffer after it was once full means that the device has run dry: we came late.
        if (full && line.available() >= line.getBufferSize()) {
            countLate();
        }
        for (int i = 0; i < period(); i++) {
            put(FRAME_BYTES * i, left[i]);
            put(FRAME_BYTES * i + 2, right[i]);
        }
        if (isTaken()) {
            full |= line.available() < bytes.length;
        } else {
            countLate();
            LockSupport.parkNanos((long) (1e9 * period() / sampleRate()));
        }
    }

    private boolean isTaken() {
        try {
            return line.write(bytes, 0, bytes.length) == bytes.length;
        } catch (RuntimeException dead) {
            return false;
        }
    }

    private void put(int at, float sample) {
        int value = (int) Math.clamp(Math.rint((double) sample * 32_768), -32_768, 32_767);
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >> 8);
    }

    @Override public void close() throws IOException {
        super.close();
        line.close();
    }
}

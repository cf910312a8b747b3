package org.chronus.instrument.audio;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;

/** An output of Java Sound, which on Linux is ALSA: 16 bit, stereo. The device's writes set the pace. */
public final class JavaSoundBackend implements AudioBackend {
    private static final int PERIODS = 4, FRAME_BYTES = 4;

    private final SourceDataLine line;
    private final String name;
    private final int sampleRate;
    private final int period;
    private volatile boolean running;
    private volatile long late;
    private Thread thread;

    private JavaSoundBackend(SourceDataLine line, String name, int sampleRate, int period) {
        this.line = line;
        this.name = name;
        this.sampleRate = sampleRate;
        this.period = period;
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

    @Override public String description() {
        return name + " (Java Sound)";
    }

    @Override public int sampleRate() {
        return sampleRate;
    }

    @Override public int period() {
        return period;
    }

    @Override public double latencyMillis() {
        return 1e3 * line.getBufferSize() / FRAME_BYTES / sampleRate;
    }

    @Override public long late() {
        return late;
    }

    @Override public void start(AudioCallback callback) {
        running = true;
        line.start();
        thread = Thread.ofPlatform().name("audio").daemon().start(() -> run(callback));
    }

    private void run(AudioCallback callback) {
        float[] left = new float[period], right = new float[period];
        byte[] bytes = new byte[period * FRAME_BYTES];
        boolean full = false;
        while (running) {
            // An empty buffer after it was once full means that the device has run dry: we came late.
            if (full && line.available() >= line.getBufferSize()) {
                late = late + 1;
            }
            callback.process(left, right, period);
            for (int i = 0; i < period; i++) {
                put(bytes, FRAME_BYTES * i, left[i]);
                put(bytes, FRAME_BYTES * i + 2, right[i]);
            }
            line.write(bytes, 0, bytes.length);
            full |= line.available() < period * FRAME_BYTES;
        }
    }

    private static void put(byte[] bytes, int at, float sample) {
        int value = (int) Math.clamp(Math.rint((double) sample * 32_768), -32_768, 32_767);
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >> 8);
    }

    @Override public void close() {
        running = false;
        if (thread != null) {
            try {
                thread.join(1_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        line.close();
    }
}

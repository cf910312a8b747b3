package org.chronus.instrument.javasound;

import java.util.List;
import java.util.stream.Collectors;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.TargetDataLine;

import org.chronus.instrument.audio.OutputDevice.Reason;
import org.chronus.instrument.audio.OutputDevice.Refused;
import org.chronus.instrument.audio.PcmFormat;
import org.chronus.instrument.capture.InputDevice;
import org.chronus.instrument.capture.PcmDecoder;

/**
 * An input of Java Sound, by its name, a part of it, or the best that there is; in stereo if it can, else mono. Once it has been heard no other
 * will do, wherever it is connected. [input]
 */
public final class JavaSoundInput implements InputDevice {
    /** With more Java Sound takes long periods, which come in bursts. */
    private static final int BUFFER_FRAMES = 1_024;

    private final String wanted;
    private final List<PcmFormat> formats;
    private final KernelCards kernel;
    private String remembered = "";

    /** @param wanted its name or a part of it, or of its description; empty for the best there is */
    public JavaSoundInput(String wanted) {
        this(wanted, List.of(PcmFormat.values()));
    }

    /** @param formats those that may be taken, the best first */
    public JavaSoundInput(String wanted, List<PcmFormat> formats) {
        this(wanted, formats, KernelCards.HERE);
    }

    JavaSoundInput(String wanted, List<PcmFormat> formats, KernelCards kernel) {
        this.wanted = wanted;
        this.formats = formats;
        this.kernel = kernel;
    }

    @Override public String system() {
        return "Java Sound";
    }

    @Override public Line open(int sampleRate, int most) throws Refused {
        JavaSoundCards inputs = JavaSoundCards.look(JavaSoundCards.Way.IN, kernel);
        List<JavaSoundCards.Found> found = remembered.isEmpty() ? inputs.named(wanted) : inputs.same(remembered);
        for (JavaSoundCards.Found input : found) {
            Line line = input.isTaken() ? null : open(input, sampleRate, most);
            if (line != null) {
                remembered = KernelCards.lasting(input.name());
                return line;
            }
        }
        throw found.isEmpty() ? new Refused(Reason.NOT_THERE, notThere(inputs.named("")))
                : new Refused(Reason.BUSY, "the audio input " + found.getFirst().name() + " is busy, or has no " + sampleRate
                        + " Hz: close the program that uses it, or choose another --rate");
    }

    private String notThere(List<JavaSoundCards.Found> others) {
        if (wanted.isEmpty() && remembered.isEmpty()) {
            return "there is no audio input: connect one, and it is heard";
        }
        return "the audio input '" + (wanted.isEmpty() ? remembered : wanted) + "' is not there: connect it, and it is heard" + (others.isEmpty()
                ? "" : ", or name one that is: " + others.stream().map(JavaSoundCards.Found::name).collect(Collectors.joining(", ")));
    }

    /** Null if it does not open: Java Sound does not say why. */
    private Line open(JavaSoundCards.Found input, int sampleRate, int most) {
        for (int channels = 2; channels > 0; channels--) {
            for (PcmFormat format : formats) {
                Line line = open(input, format, channels, sampleRate, most);
                if (line != null) {
                    return line;
                }
            }
        }
        return null;
    }

    private static Line open(JavaSoundCards.Found input, PcmFormat format, int channels, int sampleRate, int most) {
        PcmDecoder decoder = new PcmDecoder(format, channels, most);
        AudioFormat.Encoding encoding = format == PcmFormat.FLOAT_32 ? AudioFormat.Encoding.PCM_FLOAT : AudioFormat.Encoding.PCM_SIGNED;
        AudioFormat wire = new AudioFormat(encoding, sampleRate, format.bits(), channels, decoder.frameBytes(), sampleRate, false);
        TargetDataLine line = null;
        try {
            line = AudioSystem.getTargetDataLine(wire, input.info());
            line.open(wire, BUFFER_FRAMES * decoder.frameBytes());
            line.start();
            return new Reader(line, input.name() + ", " + format.words() + (channels == 1 ? ", mono" : ""), decoder);
        } catch (LineUnavailableException | IllegalArgumentException | IllegalStateException refused) {
            if (line != null) {
                line.close();
            }
            return null;
        }
    }

    /** A line that is open. It is asked only for what is there, so that a device that has gone holds up nothing. */
    private record Reader(TargetDataLine line, String description, PcmDecoder decoder) implements Line {
        @Override public int read(float[] left, float[] right) {
            int size = decoder.frameBytes(), bytes = Math.min(line.available(), decoder.bytes().length) / size * size;
            int frames = bytes == 0 ? 0 : line.read(decoder.bytes(), 0, bytes) / size;
            decoder.decode(left, right, frames);
            return bytes > 0 && frames <= 0 ? LOST : frames;
        }

        @Override public void close() {
            line.close();
        }
    }
}

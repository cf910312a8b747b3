package org.chronus.instrument.javasound;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

import org.chronus.instrument.audio.OutputDevice;
import org.chronus.instrument.audio.PcmFormat;

/**
 * An output of Java Sound, by its name, a part of it, or the best that there is. Once it has played it is remembered by its name, and no other
 * will do. A name that is not there is waited for, also while there are other outputs: a box on a stage always has some, for a screen or
 * earphones, and is switched on before its sound card, or after a cut of power together with it; who has mistyped a name reads in a line
 * which there are. [housekeeping]
 */
public final class JavaSoundDevice implements OutputDevice {
    /** With more Java Sound takes long periods, which come in bursts; with less it looks too seldom. */
    private static final int MOST_FRAMES = 1_024, LEAST_FRAMES = 128, PERIODS = 4;
    private static final int[] RATES = {8_000, 11_025, 16_000, 22_050, 32_000, 44_100, 48_000, 88_200, 96_000, 176_400, 192_000};

    private final String wanted;
    private final List<PcmFormat> formats;
    private final KernelCards kernel;
    private volatile String remembered = "";

    /** @param wanted its name or a part of it, or of its description; empty for the best there is */
    public JavaSoundDevice(String wanted) {
        this(wanted, List.of(PcmFormat.values()));
    }

    /** @param formats those that may be taken, the best first */
    public JavaSoundDevice(String wanted, List<PcmFormat> formats) {
        this(wanted, formats, KernelCards.HERE);
    }

    JavaSoundDevice(String wanted, List<PcmFormat> formats, KernelCards kernel) {
        this.wanted = wanted;
        this.formats = formats;
        this.kernel = kernel;
    }

    @Override public String system() {
        return "Java Sound";
    }

    @Override public Line open(int sampleRate, int period) throws Refused {
        JavaSoundCards outputs = JavaSoundCards.look(JavaSoundCards.Way.OUT, kernel);
        String lasting = remembered;
        List<JavaSoundCards.Found> found = lasting.isEmpty() ? outputs.named(wanted) : outputs.same(lasting);
        Refused first = null;
        for (JavaSoundCards.Found output : found) {
            try {
                Line line = open(output, sampleRate, period);
                remembered = KernelCards.lasting(output.name());
                return line;
            } catch (Refused refused) {
                first = first == null ? refused : first;
            }
        }
        throw first == null ? new Refused(Reason.NOT_THERE, notThere(outputs.named(""))) : first;
    }

    private String notThere(List<JavaSoundCards.Found> others) {
        if (wanted.isEmpty()) {
            return "there is no audio output: connect one, and it plays there; --audio file:PATH writes what is played, also without one";
        }
        return "the audio output '" + wanted + "' is not there: connect it, and it plays there" + (others.isEmpty() ? ""
                : ", or name one that is: " + others.stream().map(JavaSoundCards.Found::name).collect(Collectors.joining(", ")));
    }

    private Line open(JavaSoundCards.Found output, int sampleRate, int period) throws Refused {
        if (!output.isTaken()) {
            for (PcmFormat format : formats) {
                SourceDataLine line = line(output, format, sampleRate, bufferFrames(period));
                if (line != null) {
                    return begin(line, output, format, sampleRate, period);
                }
            }
            String rates = remembered.isEmpty() ? otherRates(output, sampleRate) : "";
            if (!rates.isEmpty()) {
                throw new Refused(Reason.UNFIT, output.name() + " cannot play at " + sampleRate + " Hz: choose --rate " + rates);
            }
        }
        throw new Refused(Reason.BUSY, output.name() + " is busy: close the program that uses it, and it plays there");
    }

    private static Line begin(SourceDataLine line, JavaSoundCards.Found output, PcmFormat format, int sampleRate, int period) throws Refused {
        try {
            return new JavaSoundLine(line, output.name(), format, sampleRate, period);
        } catch (RuntimeException dead) {
            line.close();
            throw new Refused(Reason.BUSY, output.name() + " does not play: " + dead.getMessage() + ": connect it again");
        }
    }

    private static int bufferFrames(int period) {
        return Math.clamp(PERIODS * period, LEAST_FRAMES, Math.max(MOST_FRAMES, 2 * period));
    }

    /** Java Sound lists no rates for ALSA: so they are tried. A card that is busy has none. */
    private String otherRates(JavaSoundCards.Found output, int sampleRate) {
        return IntStream.of(RATES).filter(rate -> rate != sampleRate && plays(output, rate)).mapToObj(String::valueOf)
                .collect(Collectors.joining(", "));
    }

    private boolean plays(JavaSoundCards.Found output, int sampleRate) {
        for (PcmFormat format : formats) {
            SourceDataLine line = line(output, format, sampleRate, MOST_FRAMES);
            if (line != null) {
                line.close();
                return true;
            }
        }
        return false;
    }

    /** Null if it does not open: Java Sound does not say why. */
    private static SourceDataLine line(JavaSoundCards.Found output, PcmFormat format, int sampleRate, int bufferFrames) {
        AudioFormat.Encoding encoding = format == PcmFormat.FLOAT_32 ? AudioFormat.Encoding.PCM_FLOAT : AudioFormat.Encoding.PCM_SIGNED;
        AudioFormat wire = new AudioFormat(encoding, sampleRate, format.bits(), 2, format.frameBytes(), sampleRate, false);
        try {
            SourceDataLine line = AudioSystem.getSourceDataLine(wire, output.info());
            line.open(wire, bufferFrames * format.frameBytes());
            return line;
        } catch (LineUnavailableException | IllegalArgumentException | IllegalStateException refused) {
            return null;
        }
    }
}

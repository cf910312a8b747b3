package org.chronus.instrument;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.chronus.instrument.audio.PcmEncoder;
import org.chronus.instrument.audio.PcmFormat;
import org.chronus.instrument.capture.InputDevice;
import org.chronus.instrument.javasound.JavaSoundCards;
import org.chronus.instrument.javasound.JavaSoundInput;
import org.chronus.modules.testkit.measure.Waves;

/** Hears a tone through Java Sound from an ALSA device that gives the bytes of a file. A program of its own: ALSA reads its settings once. */
final class ToneFromAlsa {
    static final int NO_INPUT = 3, FRAMES = 1 << 14;
    static final double LEVEL = 0.5, HERTZ = 440;
    private static final int MOST = 256;

    private ToneFromAlsa() { }

    /** What the device gives is first put where it reads it. Prints how far a sample is off at most, in each format. */
    public static void main(String[] file) throws Exception {
        if (JavaSoundCards.described(JavaSoundCards.Way.IN).isEmpty()) {
            System.exit(NO_INPUT);
        }
        float[] left = Waves.sine(HERTZ, LEVEL, FRAMES, ToneIntoAlsa.RATE), right = Waves.sine(2 * HERTZ, LEVEL, FRAMES, ToneIntoAlsa.RATE);
        for (PcmFormat format : ToneIntoAlsa.FORMATS) {
            PcmEncoder encoder = new PcmEncoder(format, ToneIntoAlsa.RATE, FRAMES);
            encoder.encode(left, right, FRAMES);
            Files.write(Path.of(file[0]), encoder.bytes());
            System.out.println(format + " " + Math.max(0, hear(new JavaSoundInput("", List.of(format)), left, right)));
        }
    }

    private static double hear(InputDevice device, float[] left, float[] right) throws Exception {
        InputDevice.Line line = device.open(ToneIntoAlsa.RATE, MOST);
        float[][] heard = new float[2][MOST];
        double furthest = 0;
        for (int done = 0; done < FRAMES;) {
            int now = line.read(heard[0], heard[1]);
            if (now == InputDevice.Line.LOST) {
                throw new IllegalStateException(line.description() + " is lost after " + done + " frames");
            }
            now = Math.min(now, FRAMES - done);
            furthest = Math.max(furthest, Math.max(furthest(heard[0], Arrays.copyOfRange(left, done, done + now)),
                    furthest(heard[1], Arrays.copyOfRange(right, done, done + now))));
            done += now;
        }
        line.close();
        return furthest;
    }

    private static double furthest(float[] heard, float[] given) {
        double furthest = 0;
        for (int i = 0; i < given.length; i++) {
            furthest = Math.max(furthest, Math.abs(heard[i] - given[i]));
        }
        return furthest;
    }
}

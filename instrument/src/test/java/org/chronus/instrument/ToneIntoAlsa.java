package org.chronus.instrument;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.sun.management.ThreadMXBean;
import org.chronus.instrument.Audition.Score;
import org.chronus.instrument.Audition.Take;
import org.chronus.instrument.audio.DeviceBackend;
import org.chronus.instrument.audio.PcmFormat;
import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.javasound.JavaSoundDevice;
import org.chronus.instrument.javasound.JavaSoundCards;

/** One note through Java Sound, and the same without it. A program of its own, since ALSA reads its configuration once. */
final class ToneIntoAlsa {
    static final int RATE = Audition.RATE, PERIOD = 256, NO_OUTPUT = 3;
    static final double SECONDS = 1.2, START = 0.1, END = 1.0, HERTZ = 440;
    /** Those that ALSA knows under Java Sound. */
    static final List<PcmFormat> FORMATS = List.of(PcmFormat.BITS_32, PcmFormat.BITS_24_IN_32, PcmFormat.BITS_24, PcmFormat.BITS_16);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int A4 = 69;

    private ToneIntoAlsa() { }

    /** Plays on the best output that there is in each format, until all has been handed over, and then keeps what the device wrote. */
    public static void main(String[] file) throws Exception {
        for (PcmFormat format : FORMATS) {
            if (JavaSoundCards.described(JavaSoundCards.Way.OUT).isEmpty()) {
                System.exit(NO_OUTPUT);
            }
            play(new JavaSoundDevice("", List.of(format)));
            Files.copy(Path.of(file[0]), Path.of(file[0] + format));
        }
    }

    private static void play(JavaSoundDevice device) throws Exception {
        Engine engine = ToneEngine.audition().engine();
        play(new Score(engine));
        CountDownLatch handedOver = new CountDownLatch(1);
        long[] writes = new long[2];
        try (DeviceBackend audio = DeviceBackend.open(device, RATE, PERIOD)) {
            audio.report(System.out::println);
            audio.start((left, right, frames) -> {
                // What was allocated since the last callback; at first everything is new to the machine, and so is what ends it.
                boolean counts = engine.position() >= SECONDS / 2 * RATE && handedOver.getCount() > 0;
                writes[1] += counts ? THREADS.getCurrentThreadAllocatedBytes() - writes[0] : 0;
                engine.process(left, right, frames);
                writes[0] = THREADS.getCurrentThreadAllocatedBytes();
                if (engine.position() > SECONDS * RATE + 4 * PERIOD) {
                    handedOver.countDown();
                }
            });
            if (!handedOver.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the output stands still at frame " + engine.position());
            }
        }
        if (writes[1] != 0) {
            throw new IllegalStateException("writing allocated " + writes[1] + " bytes on the audio thread");
        }
    }

    /** What should come out. */
    static Take expected() {
        return ToneEngine.audition().play(SECONDS, ToneIntoAlsa::play);
    }

    private static void play(Score score) {
        score.note(START, END, A4, 127);
    }
}

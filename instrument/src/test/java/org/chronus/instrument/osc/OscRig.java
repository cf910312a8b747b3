package org.chronus.instrument.osc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.chronus.instrument.assembly.Instrument;
import org.chronus.instrument.assembly.InstrumentSetup;
import org.chronus.instrument.audio.AudioCallback;
import org.chronus.instrument.audio.ClockedBackend;
import org.chronus.instrument.audio.Tap;
import org.chronus.instrument.control.ControlRoom;
import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.settings.BindingsFile;
import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.library.Bank;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.library.ProgramAddress;
import org.chronus.presets.preset.PresetReader;

/** A whole instrument that plays the factory bank against the clock, with its OSC server on a port of its own, and an ear. */
final class OscRig implements AutoCloseable {
    static final int RATE = 48_000;
    private static final int USUAL_PERIOD = 64;

    /** Writes down what is heard. */
    private static final class Ear implements AudioCallback {
        private final AudioCallback source;
        private volatile Take take;
        private volatile long stallNanos;

        private record Take(float[] sound, int[] filled, CountDownLatch full) { }

        Ear(AudioCallback source) {
            this.source = source;
        }

        @Override public void process(float[] left, float[] right, int frames) {
            source.process(left, right, frames);
            for (long end = System.nanoTime() + stallNanos, wait = stallNanos; wait > 0; wait = end - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            stallNanos = 0;
            Take now = take;
            if (now != null) {
                int count = Math.min(frames, now.sound.length - now.filled[0]);
                System.arraycopy(left, 0, now.sound, now.filled[0], count);
                now.filled[0] += count;
                if (now.filled[0] == now.sound.length) {
                    take = null;
                    now.full.countDown();
                }
            }
        }
    }

    final PresetLibrary library;
    final Engine engine;
    final Instrument instrument;
    final List<String> said = new CopyOnWriteArrayList<>();
    final ControlRoom room;
    final OscControl control;
    final BindingsFile learned;
    private final Ear ear;
    private Ear.Take last;

    OscRig(Path folder) throws IOException {
        this(folder, USUAL_PERIOD, null);
    }

    /** With a bank of its own, or the factory's if that is null. */
    OscRig(Path folder, int period, Path ownBank) throws IOException {
        ModuleCatalog catalog = ModuleCatalog.load();
        library = new PresetLibrary(new PresetReader(catalog), folder);
        learned = new BindingsFile(folder.resolve("learned.yaml"));
        Bank bank = ownBank == null ? library.factoryBank().value() : library.readBank(library.find(ownBank.toString()).value()).value();
        instrument = new Instrument(InstrumentSetup.live(library, bank, catalog, RATE).unhurried()
                .withTimeout(5_000_000_000L));
        engine = instrument.engine();
        Tap tap = new Tap(engine);
        ear = new Ear(tap);
        instrument.begin(new ProgramAddress(0, 0));
        room = new ControlRoom(instrument, tap, learned);
        control = new OscControl(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                room, said::add);
        instrument.start(new ClockedBackend("null", RATE, period, null), ear, () -> { });
        control.start();
    }

    OscClient client() throws IOException {
        return new OscClient(control.place());
    }

    /** Holds the sound up for so long, as a busy machine does. */
    void stall(int millis) {
        ear.stallNanos = millis * 1_000_000L;
    }

    /** Begins to write down so many frames. */
    void listen(int frames) {
        last = new Ear.Take(new float[frames], new int[1], new CountDownLatch(1));
        ear.take = last;
    }

    /** What was heard since {@link #listen}, once that is all. */
    float[] heard() throws InterruptedException {
        if (!last.full().await(60, TimeUnit.SECONDS)) {
            throw new AssertionError("the sound stands still");
        }
        return last.sound();
    }

    float[] hear(int frames) throws InterruptedException {
        listen(frames);
        return heard();
    }

    static double rms(float[] sound, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double) sound[i] * sound[i];
        }
        return Math.sqrt(sum / (to - from));
    }

    static double rms(float[] sound) {
        return rms(sound, 0, sound.length);
    }

    /** Amplitude of a frequency. */
    static double tone(float[] sound, double hertz) {
        double re = 0, im = 0;
        for (int i = 0; i < sound.length; i++) {
            re += sound[i] * Math.cos(2 * Math.PI * hertz * i / RATE);
            im += sound[i] * Math.sin(2 * Math.PI * hertz * i / RATE);
        }
        return 2 * Math.hypot(re, im) / sound.length;
    }

    @Override public void close() throws IOException {
        control.close();
        instrument.close();
    }
}

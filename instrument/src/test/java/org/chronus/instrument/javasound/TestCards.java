package org.chronus.instrument.javasound;

import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.spi.MixerProvider;

/** Sound cards that Java Sound lists while a test has them plugged in; a service, so that all that is ours runs as it does with real ones. */
public final class TestCards extends MixerProvider {
    /** A card or a microphone; its other methods are those of {@link Mixer}. */
    interface Device {
        Mixer.Info info();

        /** Counts the times that Java Sound looked what it can do. */
        AtomicInteger asked();
    }

    private static final List<Device> PLUGGED_IN = new CopyOnWriteArrayList<>();

    /** Java Sound lists it from now on. */
    public static void plugIn(Device card) {
        PLUGGED_IN.add(card);
    }

    /** Opens one, however long that takes: once all is loaded that it needs, it takes no time. */
    public static void warm() throws IOException {
        TestCard card = new TestCard("Warm");
        plugIn(card);
        new JavaSoundDevice("Warm").open(48_000, 64).close();
        pullOut(card);
    }

    /** Java Sound lists it no more. */
    public static void pullOut(Device card) {
        PLUGGED_IN.remove(card);
    }

    public static void pullOutAll() {
        PLUGGED_IN.clear();
    }

    @Override public Mixer.Info[] getMixerInfo() {
        return PLUGGED_IN.stream().map(Device::info).toArray(Mixer.Info[]::new);
    }

    @Override public Mixer getMixer(Mixer.Info info) {
        Device found = PLUGGED_IN.stream().filter(card -> card.info().equals(info)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(info + " is not here"));
        found.asked().incrementAndGet();
        return mock(Mixer.class, withSettings().stubOnly().defaultAnswer(delegatesTo(found)));
    }
}

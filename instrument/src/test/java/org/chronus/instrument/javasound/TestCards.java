package org.chronus.instrument.javasound;

import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.spi.MixerProvider;

/** Sound cards that Java Sound lists while a test has them plugged in; a service, so that all that is ours runs as it does with real ones. */
public final class TestCards extends MixerProvider {
    private static final List<TestCard> PLUGGED_IN = new CopyOnWriteArrayList<>();

    /** Java Sound lists it from now on. */
    public static void plugIn(TestCard card) {
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
    public static void pullOut(TestCard card) {
        PLUGGED_IN.remove(card);
    }

    public static void pullOutAll() {
        PLUGGED_IN.clear();
    }

    @Override public Mixer.Info[] getMixerInfo() {
        return PLUGGED_IN.stream().map(TestCard::info).toArray(Mixer.Info[]::new);
    }

    @Override public Mixer getMixer(Mixer.Info info) {
        TestCard found = PLUGGED_IN.stream().filter(card -> card.info().equals(info)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(info + " is not here"));
        found.asked.incrementAndGet();
        return mock(Mixer.class, withSettings().stubOnly().defaultAnswer(delegatesTo(found)));
    }
}

package org.chronus.hosting.jsyn;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANES;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

import org.chronus.modules.Instrument;
import org.chronus.modules.Output;
import org.chronus.modules.testkit.Allocations;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;

/** JSyn's voices, played by notes. */
class VoiceInstrumentTest {
    private static final int RATE = 48_000;

    private final Instrument voice = (Instrument) Units.make("SubtractiveSynthVoice/FastSaw");
    private final Output out = voice.outputs().getFirst();
    private final List<Event> events = new ArrayList<>();

    private record Event(int frame, int key, float velocity) { }

    VoiceInstrumentTest() {
        voice.prepare(RATE, 2);
        out.data = new float[BLOCK * LANES];
        out.step = LANES;
    }

    private VoiceInstrumentTest note(int from, int to, int key, double velocity) {
        events.add(new Event(from, key, (float) velocity));
        events.add(new Event(to, key, 0));
        events.sort(Comparator.comparing(Event::frame));
        return this;
    }

    /** The left side; each block is cut at every frame that the knife meets. */
    private float[] play(int frames, Random knife) {
        float[] heard = new float[frames];
        int next = 0, start = 0;
        for (int frame = 0; frame < frames; frame += start == BLOCK ? BLOCK : 0) {
            start = start == BLOCK ? 0 : start;
            int limit = knife == null ? BLOCK : Math.min(BLOCK, start + 1 + knife.nextInt(30));
            for (; next < events.size() && events.get(next).frame < frame + limit; next++) {
                Event event = events.get(next);
                if (event.velocity > 0) {
                    voice.noteOn(event.frame - frame, 0, event.key, event.key, event.velocity);
                } else {
                    voice.noteOff(event.frame - frame, 0, event.key, 0.5f);
                }
            }
            voice.generate(start, limit);
            for (int i = start; i < limit; i++) {
                heard[frame + i] = out.data[i * LANES];
                assertEquals(heard[frame + i], out.data[i * LANES + 1]);
            }
            start = limit;
        }
        return heard;
    }

    @Test void aNoteBeginsAtItsFrameHasItsPitchAndEnds() {
        int end = 61 * BLOCK * 8;
        float[] heard = note(BLOCK * 3 + 13, end, 57, 1).play(BLOCK * 1_600, null);
        int later = firstNotZero(heard) - (BLOCK * 3 + 13 + voice.latency());
        assertTrue(later >= 0 && later <= 16, "the attack rises from zero, and the circuit may be a block or two late within: " + later);
        assertTrue(Waves.amplitudeAt(220, Waves.part(heard, 4_800, end), RATE) > 0.05);
        assertTrue(Waves.amplitudeAt(233, Waves.part(heard, 4_800, end), RATE) < 0.02);
        assertEquals(0, Waves.peak(Waves.part(heard, heard.length - 100, heard.length)), "asleep");
    }

    private static int firstNotZero(float[] wave) {
        int i = 0;
        while (wave[i] == 0) {
            i++;
        }
        return i;
    }

    @Test void aHarderKeyIsLouder() {
        double loud = Waves.rms(note(0, 9_000, 57, 1).play(BLOCK * 100, null));
        events.clear();
        voice.restart(0, 1);
        double soft = Waves.rms(note(0, 9_000, 57, 0.5).play(BLOCK * 100, null));
        assertEquals(2, loud / soft, 0.01);
    }

    @Test void theSameBitsComeOutHoweverABlockIsCut() {
        for (int i = 0; i < 40; i++) {
            note(i * 777, i * 777 + 5_000 + i * 100, 40 + i * 7 % 40, 0.3 + i * 0.01);
        }
        float[] whole = play(BLOCK * 700, null);
        voice.restart(0, 1);
        assertArrayEquals(whole, play(BLOCK * 700, new Random(5)));
    }

    @Test void moreKeysThanVoicesTakeTheOldest() {
        for (int i = 0; i < 20; i++) {
            note(i * 100, 20_000, 48 + i, 0.5);
        }
        float[] heard = play(BLOCK * 300, null);
        float[] sounding = Waves.part(heard, 6_000, 19_000);
        assertTrue(Waves.rms(sounding) > 0.1);
        assertTrue(Waves.peak(heard) < 20);
    }

    @Test void aChannelIsSilentSoonAfterItsSoundWasTurnedOff() {
        note(0, 100_000, 57, 1).play(BLOCK * 100, null);
        voice.soundOff(0, 0);
        events.clear();
        float[] heard = play(BLOCK * 4, null);
        assertTrue(Waves.peak(Waves.part(heard, 0, 20)) > 0.01, "without a step");
        assertEquals(0, Waves.peak(Waves.part(heard, 150, BLOCK * 4)));
    }

    @Test void theBenderReachesTwoSemitones() {
        note(0, 100_000, 57, 1);
        voice.pitchBend(0, 1);
        float[] heard = play(BLOCK * 400, null);
        assertTrue(Waves.amplitudeAt(440 * Math.pow(2, -10 / 12.0), Waves.part(heard, 4_800, 24_000), RATE) > 0.05);
    }

    @Test void nothingIsAllocated() {
        assertEquals(0, Allocations.least(200, () -> {
            for (int i = 0; i < 50; i++) {
                voice.noteOn(3, 0, 40 + i, 40 + i, 0.5f);
                voice.pitchBend(0, i * 0.01f);
                voice.generate(0, BLOCK);
                voice.noteOff(5, 0, 40 + i, 0.5f);
                voice.generate(0, BLOCK);
            }
        }));
    }

    @Test void eachPresetIsAnInstrumentWithItsOwnDefaults() {
        assertTrue(Units.type("SubtractiveSynthVoice/SlowSaw").shape().place() == org.chronus.modules.Module.Place.PART);
        assertEquals(0.01, Units.type("SubtractiveSynthVoice/FastSaw").shape().inputs().get("ampAttack").normally());
        assertEquals(0.5, Units.type("SubtractiveSynthVoice/SlowSaw").shape().inputs().get("ampAttack").normally());
    }
}

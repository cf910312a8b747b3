package org.chronus.midi.decoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.chronus.midi.command.Event;
import org.chronus.midi.command.Transport.SongPosition;
import org.chronus.midi.command.Transport.Tempo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of a clock whose ticks come up to 2 ms early or late. */
class ClockTest {
    private static final int TICKS = 24, SEEDS = 1_000;
    private static final double JITTER = 0.002, WITHIN = 0.002;

    private final List<Event> events = new ArrayList<>();
    private final ClockSource lead = new ClockSource();
    private final MidiDecoder decoder = decoder(1);
    private SplittableRandom random = new SplittableRandom(1);
    private double seconds = 1;

    private MidiDecoder decoder(int source) {
        return new MidiDecoder(source, VelocityCurve.LINEAR, events::add, lead);
    }

    private static void send(MidiDecoder to, double seconds, int... message) {
        byte[] bytes = new byte[message.length];
        for (int i = 0; i < message.length; i++) {
            bytes[i] = (byte) message[i];
        }
        to.decode(Math.round(seconds * 1e9), bytes, 0, bytes.length);
    }

    private void send(int... message) {
        send(decoder, seconds, message);
    }

    private void tick() {
        tick(0);
    }

    /** A tick, and perhaps the same again, so much later. */
    private void tick(double again) {
        double arrival = seconds + random.nextDouble(-JITTER, JITTER);
        send(decoder, arrival, 0xF8);
        if (again > 0) {
            send(decoder, arrival + again, 0xF8);
        }
    }

    private ClockTest play(double tempo, int ticks) {
        for (int i = 0; i < ticks; i++) {
            tick();
            seconds += 60 / tempo / TICKS;
        }
        return this;
    }

    private List<Double> tempi() {
        return events.stream().map(Event::command).filter(Tempo.class::isInstance).map(tempo -> (double) ((Tempo) tempo).beatsPerMinute()).toList();
    }

    private List<SongPosition> positions() {
        return events.stream().map(Event::command).filter(SongPosition.class::isInstance).map(SongPosition.class::cast).toList();
    }

    private void heard(double tempo) {
        assertEquals(tempo, tempi().getLast(), WITHIN * tempo);
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 120, 175})
    void afterFourBeatsTheTempoIsWithinTwoThousandths(int tempo) {
        double worst = 0;
        int most = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            ClockTest clock = new ClockTest();
            clock.random = new SplittableRandom(seed);
            clock.play(tempo, 4 * TICKS);
            worst = Math.max(worst, Math.abs(clock.tempi().getLast() / tempo - 1));
            int settled = clock.tempi().size();
            clock.play(tempo, 60 * TICKS);
            most = Math.max(most, clock.tempi().size() - settled);
            assertEquals(tempo, clock.tempi().getLast(), 0.001 * tempo);
        }
        assertTrue(worst < WITHIN, "off by " + worst);
        assertTrue(most <= 8, most + " changes of a tempo that does not change");
    }

    @Test
    void aNewTempoIsFollowedWithinTwoBeats() {
        for (int seed = 0; seed < SEEDS; seed++) {
            ClockTest clock = new ClockTest();
            clock.random = new SplittableRandom(seed);
            clock.play(120, 16 * TICKS + seed % 7).play(140, 2 * TICKS);
            assertEquals(140, clock.tempi().getLast(), 0.005 * 140);
            clock.play(140, 2 * TICKS).heard(140);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 240, 61, 35})
    void soAreTwiceAndHalfTheTempo(int tempo) {
        play(120, 8 * TICKS).play(tempo, 4 * TICKS).heard(tempo);
    }

    @Test
    void aSlowRitardandoIsFollowed() {
        play(140, 8 * TICKS);
        for (double tempo = 140; tempo > 70; tempo -= 0.25) {
            play(tempo, 6);
        }
        assertEquals(70, tempi().getLast(), 2);
        play(70, 4 * TICKS).heard(70);
    }

    @Test
    void lostTicksChangeNothing() {
        for (int i = 0; i < 40 * TICKS; i++) {
            if (i < TICKS || random.nextInt(10) > 0) {
                tick();
            }
            seconds += 0.5 / TICKS;
        }
        heard(120);
        assertTrue(tempi().size() < 12, tempi().toString());
    }

    @Test
    void ticksThatComeTwiceChangeNothing() {
        for (int i = 0; i < 20 * TICKS; i++) {
            tick(random.nextInt(4) * 0.0009);
            seconds += 0.5 / TICKS;
        }
        heard(120);
        assertTrue(tempi().size() < 12, tempi().toString());
    }

    @Test
    void aPauseChangesNothingAndALongOneSaysItAnew() {
        play(120, 16 * TICKS);
        int before = tempi().size();
        seconds += 1.5;
        play(120, 8 * TICKS).heard(120);
        assertTrue(tempi().size() <= before + 2, tempi().toString());
        before = tempi().size();
        seconds += 3;
        play(120, 4 * TICKS).heard(120);
        assertTrue(tempi().size() > before, "nobody followed it any more");
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 15, 350, 2_000, 60_000})
    void absurdRatesAreNoTempo(int tempo) {
        play(tempo, 40 * TICKS);
        assertEquals(List.of(), tempi());
        seconds += 3;
        play(120, 4 * TICKS).heard(120);
    }

    @Test
    void theFirstThatSendsAClockLeadsUntilItIsSilentForTwoSeconds() {
        MidiDecoder second = decoder(2);
        for (int i = 0; i < 8 * TICKS; i++) {
            tick();
            send(second, seconds, 0xF8);
            seconds += 0.5 / TICKS;
        }
        assertTrue(events.stream().allMatch(event -> event.command().source() == 1), "the second is passed over");
        assertEquals(8 * TICKS, lead.ignored());
        assertEquals(ClockSource.NOBODY, lead.end(Math.round((seconds + 1.9) * 1e9)));
        assertEquals(1, lead.end(Math.round((seconds + 2.1) * 1e9)));
        seconds += 2.1;
        for (int i = 0; i < 4 * TICKS; i++) {
            send(second, seconds, 0xF8);
            seconds += 0.6 / TICKS;
        }
        assertEquals(2, events.getLast().command().source());
        heard(100);
    }

    @Test
    void theSongBeginsWithTheClockAfterStart() {
        play(120, TICKS);
        send(0xFA);
        assertEquals(List.of(), positions());
        tick();
        assertEquals(List.of(new SongPosition(1, 0)), positions());
    }

    @Test
    void aClockThatBeginsWithTheSongPlacesItAgainOnceItsTempoIsKnown() {
        send(0xFA);
        play(120, TICKS);
        assertEquals(List.of(new SongPosition(1, 0), new SongPosition(1, 11 / 24.0)), positions());
    }

    @ParameterizedTest
    @ValueSource(doubles = {60, 121.37, 173.2})
    void aSongOfFiveMinutesIsThoughtToBeWhereItIs(double tempo) {
        play(tempo, 4 * TICKS);
        send(0xFA);
        double begin = seconds;
        int beats = (int) (5 * tempo);
        play(tempo, beats * TICKS);
        double where = 0, since = 0, pace = 0;
        for (Event event : events) {
            double now = event.nanos() * 1e-9;
            if (event.command() instanceof Tempo change) {
                where += (now - since) * pace;
                since = now;
                pace = change.beatsPerMinute() / 60;
            } else if (event.command() instanceof SongPosition place) {
                double wrong = Math.abs(place.beats() - (now - begin) * tempo / 60) * 60 / tempo;
                assertTrue(wrong < 0.003, "a place is wrong by " + wrong + " s");
                where = place.beats();
                since = now;
            }
        }
        assertEquals(0, (where + (seconds - since) * pace - beats) * 60 / tempo, 0.005, "seconds");
        assertTrue(positions().size() < 40, positions().size() + " places");
    }

    @Test
    void continueGoesOnWhereItStoppedAndFromTheSongPosition() {
        play(120, TICKS);
        send(0xFA);
        play(120, 3 * TICKS);
        send(0xFC);
        play(120, TICKS);
        send(0xFB);
        play(120, TICKS);
        send(0xFC);
        send(0xF2, 6, 1);
        play(120, TICKS);
        send(0xFB);
        tick();
        assertEquals(List.of(new SongPosition(1, 0), new SongPosition(1, 3), new SongPosition(1, (128 + 6) / 4.0)), positions());
    }
}

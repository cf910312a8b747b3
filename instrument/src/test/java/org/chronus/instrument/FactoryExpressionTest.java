package org.chronus.instrument;

import java.util.List;
import java.util.function.UnaryOperator;

import org.chronus.instrument.Audition.Score;
import org.chronus.instrument.Audition.Take;
import org.chronus.instrument.Repertoire.Player;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.Setting;
import org.chronus.midi.decoder.VelocityCurve;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every factory preset answers to breath, foot, pressure and the timbre of a finger, and is as it was while nobody uses them. */
class FactoryExpressionTest {
    private static final double START = 0.05, HELD = 0.9, FROM = 0.15, TO = 0.75, AUDIBLY = 1.12;
    private static final int BREATH = 2, FOOT = 4, TIMBRE = 74, FINGER = 1, FIRM = 90;

    private static List<Answer> bank;

    /** How much brighter one becomes, as a factor of its centroid. */
    private static final class Answer {
        final String name;
        final double breath, foot, pressure, bright, dull, finger;

        Answer(Player player) {
            name = player.name();
            double plain = centroid(player, score -> score.press(START, player.home(), FIRM));
            breath = centroid(player, score -> score.move(0, BREATH, 127).press(START, player.home(), FIRM)) / plain;
            foot = centroid(player, score -> score.move(0, FOOT, 127).press(START, player.home(), FIRM)) / plain;
            pressure = centroid(player, score -> score.press(START, player.home(), FIRM)
                    .send(START + 0.01, new Gesture.ChannelPressure(0, 0, 1))) / plain;
            bright = finger(player, 1) / plain;
            dull = finger(player, 0) / plain;
            finger = finger(player, 64 / 127f) / plain;
        }

        private static double finger(Player player, float timbre) {
            return centroid(player, score -> score.send(0, new Setting.MpeZone(0, 0, 7)).send(0, new Gesture.Controller(0, FINGER, TIMBRE, timbre))
                    .send(START, new Gesture.NoteOn(0, FINGER, player.home(), VelocityCurve.SQUARE.velocity(FIRM))));
        }

        private static double centroid(Player player, UnaryOperator<Score> music) {
            Take take = player.audition().play(START + HELD, score -> music.apply(score.dry()));
            return Measures.centroid(take, START + FROM, START + TO);
        }

        @Override public String toString() {
            return name;
        }
    }

    @BeforeAll static void listen() {
        bank = Repertoire.all().stream().map(Answer::new).toList();
    }

    @Test void breathBrightens() {
        Repertoire.hold("brighter with breath", bank, answer -> answer.breath, factor -> factor >= AUDIBLY);
    }

    @Test void theFootBrightens() {
        Repertoire.hold("brighter with the foot", bank, answer -> answer.foot, factor -> factor >= AUDIBLY);
    }

    @Test void pressureBrightens() {
        Repertoire.hold("brighter with pressure", bank, answer -> answer.pressure, factor -> factor >= AUDIBLY);
    }

    @Test void timbreBrightensAndDulls() {
        Repertoire.hold("brighter with timbre up", bank, answer -> answer.bright, factor -> factor >= AUDIBLY);
        Repertoire.hold("duller with timbre down", bank, answer -> answer.dull, factor -> factor <= 0.95);
    }

    @Test void aFingerAtRestSoundsLikeAKey() {
        Repertoire.hold("a finger at rest by a key", bank, answer -> answer.finger, factor -> Math.abs(factor - 1) < 1e-3);
    }
}

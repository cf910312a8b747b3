package org.chronus.instrument.engine.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chronus.instrument.engine.Stage;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.Setting;

/** What tests share that play with fingers of their own: a zone, a patch that answers to them, and what is heard. */
abstract class MpeSession {
    static final int LATER = 9_600;
    static final double FULL = 0.25 * Math.pow(100 / 127.0, 2);
    /** Half as loud as it can be; pressed or brighter it is louder, darker it is softer. */
    static final String TOUCHED = """
            chronus: 1
            name: Touched
            modules:
              osc:   {type: sine}
              level: {type: vca, gain: 0.5}
              env:   {type: adsr, attack: 1 ms, release: 0.5 s}
              amp:   {type: vca}
            cables: [osc * 0.25 -> level -> amp -> out, env -> amp.gain, note.pressure * 0.5 -> level.gain, note.timbre * 0.25 -> level.gain]
            """;

    final Stage stage = new Stage();

    final MpeSession send(Command command) {
        stage.engine.schedule(stage.engine.position(), command);
        return this;
    }

    final MpeSession lowerZone() {
        return send(new Setting.MpeZone(0, 0, 15));
    }

    final MpeSession press(int channel, int key) {
        return strike(0, channel, key);
    }

    final MpeSession strike(int source, int channel, int key) {
        return send(new Gesture.NoteOn(source, channel, key, 1));
    }

    final MpeSession lift(int channel, int key) {
        return send(new Gesture.NoteOff(0, channel, key, 0.5f));
    }

    /** By semitones, of 48. */
    final MpeSession bend(int channel, double semitones) {
        return send(new Gesture.PitchBend(0, channel, (float) (semitones / 48)));
    }

    final MpeSession pressure(int channel, float amount) {
        return send(new Gesture.ChannelPressure(0, channel, amount));
    }

    final MpeSession controller(int channel, int number, int value) {
        return send(new Gesture.Controller(0, channel, number, value / 127f));
    }

    final MpeSession wait(int frames) {
        stage.left(frames);
        return this;
    }

    /** The loudness of keys once all has settled, 1 for a note at its loudest. */
    final double[] heard(int... keys) {
        stage.left(LATER / 4);
        float[] sound = stage.left(LATER);
        double[] levels = new double[keys.length];
        for (int i = 0; i < keys.length; i++) {
            levels[i] = Stage.tone(sound, 0, LATER, keys[i]) / FULL;
        }
        return levels;
    }

    final void expect(int key, double level) {
        assertEquals(level, heard(key)[0], 0.02, "key " + key);
    }
}

package org.chronus.instrument;

import static org.chronus.instrument.Audition.RATE;
import static org.chronus.instrument.Measures.WINDOW;
import static org.chronus.instrument.Measures.beside;
import static org.chronus.instrument.Measures.centroid;
import static org.chronus.instrument.Measures.first;
import static org.chronus.instrument.Measures.level;
import static org.chronus.instrument.Measures.silentFrom;
import static org.chronus.instrument.Measures.slope;
import static org.chronus.instrument.Measures.sway;
import static org.chronus.instrument.Measures.swell;
import static org.chronus.instrument.Measures.track;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.chronus.instrument.Audition.Score;
import org.chronus.instrument.Audition.Take;
import org.chronus.modules.patch.plan.PatchPlan;
import org.chronus.modules.patch.plan.PatchPlan.ControllerPlan;
import org.chronus.modules.patch.plan.PatchPlan.GraphPlan;
import org.chronus.modules.patch.plan.PatchPlan.ModulePlan;
import org.chronus.modules.patch.plan.PatchPlan.PartPlan;
import org.chronus.modules.patch.plan.Target.ModuleInput;
import org.chronus.modules.testkit.measure.Loudness;
import org.chronus.modules.testkit.measure.Waves;
import org.chronus.presets.preset.Preset;

/** All that is measured of one preset: takes are rendered once and shared by every fact. Levels in dB, times in seconds, pitch in cents. */
final class Portrait {
    static final int LOWEST = 36, HIGHEST = 84;
    private static final int FIRM = 100, WHEEL = 1, VOLUME = 7, PEDAL = 64, BRIGHTNESS = 74;
    private static final double START = 0.1, HELD = 2.5, SWIFT = 0.02;
    private static final int[] VELOCITIES = {1, 40, 64, 120, 127};
    private static final double VELOCITY_SECONDS = 2.3, KEY_SECONDS = 0.3, OCTAVE_SECONDS = 1.5;
    private static final int[] SENDS = {91, 93};
    private static final int[] POSITIONS = {0, 32, 64, 96, 127};
    private static final double POSITION_SECONDS = 2;
    /** At half of the usual volume the limiter sleeps, and what it would have seen can be told. */
    private static final int LOW_VOLUME = 50;
    private static final double LOW_VOLUME_FACTOR = 4;

    final String name;
    final double loudness, peak, balance, correlation, silence;
    final boolean idles;
    final double firstSound, attack, audible, release, tuning, dc;
    final double[] levels = new double[VELOCITIES.length], centroids = new double[VELOCITIES.length];
    final double wheelLevel, wheelCentroid, wheelVibrato, wheelPitch, restVibrato;
    final double[] keys = new double[HIGHEST - LOWEST + 1];
    final double[] cs = new double[(HIGHEST - LOWEST) / 12 + 1];
    final double[] brightness = new double[POSITIONS.length];
    final double darkest;
    final double fourNotes, tenNotes;
    final double bendError;
    /** Of the controllers 91 and 93: the effect beside the dry sound, in dB, as the preset has it and at the controller's end. */
    final double[] wet = new double[2], wettest = new double[2];
    final boolean canBeDry;
    private final List<PartPlan> parts;

    /** @param partial the one by which the pitch is measured */
    Portrait(Preset preset, Audition audition, int home, int partial, int[][] phrase, double beat) {
        double hertz = partial * 440 * Math.pow(2, (home - 69) / 12.0);
        parts = preset.plan().parts();
        name = preset.name();
        double end = START + phrase.length * beat;
        // Eight seconds on it is to be silent; then the patch waits for echoes of its room, and rests.
        Take music = audition.play(end + 13, score -> play(score, phrase, beat));
        float[] left = music.left(START, end), right = music.right(START, end);
        loudness = Loudness.lufs(left, right, RATE);
        peak = Waves.decibels(Math.max(Waves.peak(left), Waves.peak(right)));
        balance = Waves.decibels(Waves.rms(left) / Waves.rms(right));
        correlation = Waves.correlation(left, right);
        silence = Waves.decibels(Waves.rms(music.mono(end + 7.9, end + 8)) + 1e-12);
        idles = music.endsSilent();

        Take note = audition.play(START + HELD + 5, score -> score.dry().note(START, START + HELD, home, FIRM));
        float[] held = note.mono(START, START + HELD);
        firstSound = first(held, 1e-12);
        double[] rms = track(slope(note.mono(START, START + HELD + 5)));
        int lift = (int) (HELD / WINDOW);
        double swift = first(held, Waves.peak(held) * Waves.factor(-3));
        attack = swift < SWIFT ? swift : swell(held, hertz);
        audible = first(held, Waves.peak(held) * Waves.factor(-30));
        release = silentFrom(rms, lift, rms[lift - 2] * 1e-3) * WINDOW;
        dc = Waves.decibels(Math.abs(Waves.mean(note.mono(START + 0.5, START + HELD))) + 1e-12);
        Pitch rest = Pitch.of(note.mono(START + 0.5, START + HELD), hertz);
        tuning = rest.cents();
        restVibrato = rest.swing();

        Take struck = audition.play(START + VELOCITIES.length * VELOCITY_SECONDS, score -> {
            score.dry();
            for (int i = 0; i < VELOCITIES.length; i++) {
                double at = START + i * VELOCITY_SECONDS;
                score.note(at, at + 1.5, home, VELOCITIES[i]).cut(at + VELOCITY_SECONDS - 0.05);
            }
        });
        for (int i = 0; i < VELOCITIES.length; i++) {
            double at = START + i * VELOCITY_SECONDS;
            levels[i] = level(struck, at, at + 1.5);
            centroids[i] = centroid(struck, at + attack, at + attack + 0.7);
        }
        if (!audition.hearsVelocity(home)) {
            // What differs between two keys is then where a rotor or scanner has come to in the meantime.
            Arrays.fill(levels, levels[0]);
        }

        Take wheeled = audition.play(START + HELD, score -> score.dry().move(0, WHEEL, 127).press(START, home, FIRM));
        wheelLevel = Math.max(sway(standing(wheeled)) - sway(standing(note)),
                Math.abs(level(wheeled, START, START + HELD) - level(note, START, START + HELD)));
        wheelCentroid = centroid(wheeled, START + attack, START + attack + 0.7) / centroid(note, START + attack, START + attack + 0.7);
        Pitch moved = Pitch.of(wheeled.mono(START + 0.5, START + HELD), hertz);
        wheelVibrato = moved.swing();
        wheelPitch = moved.middle() - rest.middle();

        Take scale = audition.play(START + keys.length * KEY_SECONDS, score -> {
            score.dry();
            for (int i = 0; i < keys.length; i++) {
                double at = START + i * KEY_SECONDS;
                score.note(at, at + KEY_SECONDS - 0.05, LOWEST + i, FIRM).cut(at + KEY_SECONDS - 0.02);
            }
        });
        for (int i = 0; i < keys.length; i++) {
            double at = START + i * KEY_SECONDS;
            keys[i] = Waves.decibels(Waves.rms(scale.mono(at, at + KEY_SECONDS - 0.05)) + 1e-9);
        }

        Take octaves = audition.play(START + cs.length * OCTAVE_SECONDS, score -> {
            score.dry();
            for (int i = 0; i < cs.length; i++) {
                double at = START + i * OCTAVE_SECONDS;
                score.note(at, at + OCTAVE_SECONDS - 0.05, LOWEST + 12 * i, FIRM).cut(at + OCTAVE_SECONDS - 0.02);
            }
        });
        for (int i = 0; i < cs.length; i++) {
            cs[i] = level(octaves, START + i * OCTAVE_SECONDS, START + (i + 1) * OCTAVE_SECONDS - 0.05);
        }

        Take turned = audition.play(START + POSITIONS.length * POSITION_SECONDS, score -> {
            score.dry();
            for (int i = 0; i < POSITIONS.length; i++) {
                double at = START + i * POSITION_SECONDS;
                score.move(at - START, BRIGHTNESS, POSITIONS[i]).note(at, at + 1.5, home, FIRM).cut(at + POSITION_SECONDS - 0.15);
            }
        });
        for (int i = 0; i < POSITIONS.length; i++) {
            double at = START + i * POSITION_SECONDS + attack;
            brightness[i] = centroid(turned, at, at + 0.7);
        }
        darkest = level(turned, START, START + 1.5) - level(note, START, START + 1.5);

        fourNotes = limited(audition, FIRM, 48, 55, 64, 71);
        tenNotes = limited(audition, 127, 36, 43, 48, 52, 55, 60, 64, 67, 72, 76);

        float up = preset.plan().parts().getLast().voices().bendUp();
        Take bent = audition.play(START + HELD, score -> score.dry().bend(0, 1).press(START, home, FIRM));
        bendError = Pitch.of(bent.mono(START + 0.5, START + HELD), hertz * Math.pow(2, up / 12)).cents() - tuning;

        boolean dryAtZero = true;
        Take dry = audition.play(3, score -> chord(score.dry()));
        for (int i = 0; i < SENDS.length; i++) {
            int send = SENDS[i], other = SENDS[1 - i];
            ControllerPlan plan = preset.plan().parts().getFirst().controllers().get(send).getFirst();
            double usual = usual(preset, plan.target());
            wet[i] = beside(dry, audition.play(3, score -> chord(score.move(0, other, 0))), usual);
            wettest[i] = beside(dry, audition.play(3, score -> chord(score.move(0, other, 0).move(0, send, 127))), plan.high());
            dryAtZero &= plan.low() == 0;
        }
        Take bare = audition.with(exaggerated(preset)).play(3, score -> chord(score.dry()));
        dryAtZero &= Arrays.equals(dry.left(), bare.left()) && Arrays.equals(dry.right(), bare.right());
        canBeDry = dryAtZero;
    }

    /** The left side for half a second, once the note stands. */
    private static float[] standing(Take take) {
        return take.left(START + 1, START + 1.5);
    }

    private static void chord(Score score) {
        score.note(START, START + 1.5, 57, FIRM).note(START, START + 1.5, 60, FIRM).note(START, START + 1.5, 64, FIRM);
    }

    /** The value of a port of the mix that no controller has moved. */
    private static double usual(Preset preset, ModuleInput port) {
        ModulePlan module = preset.plan().mix().modules().stream().filter(each -> port.equals(each.input("mix"))).findFirst().orElseThrow();
        return module.values().get("mix");
    }

    /** With all that can be set of the two effects at its end, but the mix: nobody hears it where they are exactly dry. */
    private static Preset exaggerated(Preset preset) {
        PatchPlan plan = preset.plan();
        List<ModuleInput> mixes = Arrays.stream(SENDS).mapToObj(send -> plan.parts().getFirst().controllers().get(send).getFirst().target()).toList();
        List<ModulePlan> modules = plan.mix().modules().stream().map(module -> mixes.contains(module.input("mix")) ? atItsEnds(module) : module)
                .toList();
        PatchPlan more = new PatchPlan(plan.parts(), new GraphPlan(modules, plan.mix().cables()), plan.level(), plan.tempo());
        return new Preset(preset.name(), preset.tags(), more, preset.transition(), preset.holdSeconds(), preset.silent(), preset.origin(),
                preset.tuning(), preset.primeSeconds(), preset.source());
    }

    private static ModulePlan atItsEnds(ModulePlan module) {
        Map<String, Float> values = new HashMap<>(module.values());
        module.type().shape().inputs().values().stream().filter(input -> input.isBounded() && !input.symbol().equals("mix"))
                .forEach(input -> values.put(input.symbol(), (float) input.maximum()));
        return new ModulePlan(module.id(), module.type(), module.perPatch(), values, module.choices());
    }

    /** Each beat a chord, held until the next; 0 is a rest. */
    private static void play(Score score, int[][] phrase, double beat) {
        for (int i = 0; i < phrase.length; i++) {
            for (int key : phrase[i]) {
                score.note(START + i * beat, START + (i + 0.95) * beat, key, 80);
            }
        }
    }

    /** The peak that would have come to the limiter, in dBFS. */
    private static double limited(Audition audition, int velocity, int... chord) {
        Take take = audition.play(3, score -> {
            score.move(0, VOLUME, LOW_VOLUME).move(0, PEDAL, 127);
            for (int key : chord) {
                score.note(START, START + 1, key, velocity);
            }
        });
        return Waves.decibels(Math.max(Waves.peak(take.left()), Waves.peak(take.right())) * LOW_VOLUME_FACTOR);
    }

    /** True if some part plays a key. */
    boolean has(int key) {
        return parts.stream().anyMatch(part -> part.keys().has(key));
    }

    /** Difference in level between the hardest stroke and one in the middle. */
    double velocityRange() {
        return levels[4] - levels[2];
    }

    double softest() {
        return levels[0] - levels[4];
    }

    double velocityTone() {
        return centroids[3] / centroids[1];
    }

    /** Of the C of every octave. */
    double keyRange() {
        return Arrays.stream(cs).max().orElseThrow() - Arrays.stream(cs).min().orElseThrow();
    }

    double brightnessOctaves() {
        return Math.log(brightness[POSITIONS.length - 1] / brightness[0]) / Math.log(2);
    }
}

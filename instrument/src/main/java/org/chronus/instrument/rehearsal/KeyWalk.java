package org.chronus.instrument.rehearsal;

import static org.chronus.modules.Module.BLOCK;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.chronus.midi.command.Gesture;
import org.chronus.midi.decoder.VelocityCurve;
import org.chronus.modules.Signal;
import org.chronus.modules.patch.Part;
import org.chronus.modules.patch.Patch;

/**
 * Strikes every key of every part of a patch by itself, each on the patch as it was built, until it is heard; and holds one key of each part to
 * find DC. At the patch's own output, before anything corrects it. Plugins, which nobody resets before every note, are let go and waited for
 * instead. One use; the thread that rehearses, before anybody else has the patch.
 */
final class KeyWalk {
    private static final double AUDIBLE = 1e-3, PATIENCE_SECONDS = 2, SETTLED_SECONDS = 0.5, MEAN_SECONDS = 1, RELEASE_SECONDS = 1;
    private static final float FIRM = VelocityCurve.SQUARE.velocity(100);

    private final Patch patch;
    private final float sampleRate;
    private final boolean hosted;
    private final Map<String, List<Integer>> silent = new LinkedHashMap<>();
    private double dc;
    private int restarts;

    /** @param hosted true if some of it are plugins */
    KeyWalk(Patch patch, boolean hosted, float sampleRate) {
        this.hosted = hosted;
        this.patch = patch;
        this.sampleRate = sampleRate;
    }

    /** Walks; in the end the patch is as it was built. */
    void run() {
        for (Part part : patch.parts()) {
            int[] keys = Keyboard.keys(part.plan());
            List<Integer> unheard = new ArrayList<>();
            for (int key : keys) {
                if (!isHeard(part, key)) {
                    unheard.add(key);
                }
                letGo(part, key);
            }
            silent.put(part.plan().id(), unheard);
            if (keys.length > 0) {
                int middle = keys[keys.length / 2];
                dc = Math.max(dc, mean(part, middle));
                letGo(part, middle);
            }
        }
        patch.clear();
    }

    /** By part, the keys of its range at which nothing reaches -60 dBFS within 2 s. */
    Map<String, List<Integer>> silent() {
        return silent;
    }

    /** The greatest mean of a side while a key is held, linear. */
    double dc() {
        return dc;
    }

    /** Voices and effects that were restarted because they made what is not a number. */
    int restarts() {
        return restarts;
    }

    private boolean isHeard(Part part, int key) {
        strike(part, key);
        for (int frames = 0; frames < PATIENCE_SECONDS * sampleRate; frames += BLOCK) {
            if (peak(block()) >= AUDIBLE) {
                return true;
            }
        }
        return false;
    }

    private double peak(Signal output) {
        double peak = 0;
        for (int i = 0; i < BLOCK; i++) {
            peak = Math.max(peak, Math.max(Math.abs(output.data[i * output.step]), Math.abs(output.data[i * output.step + 1])));
        }
        return peak * patch.level();
    }

    /** Silence again: at once, or, of plugins, as soon as the key has rung out, if that does not take long. */
    private void letGo(Part part, int key) {
        if (hosted && part.instrument().isPresent()) {
            part.instrument().get().noteOff(0, Keyboard.channel(part.plan()), key, Gesture.NoteOff.USUAL_VELOCITY);
            for (int frames = 0; frames < RELEASE_SECONDS * sampleRate; frames += BLOCK) {
                if (peak(block()) < AUDIBLE / 2) {
                    return;
                }
            }
        }
        patch.clear();
    }

    /** By a Hann window, which a tone does not get through. */
    private double mean(Part part, int key) {
        strike(part, key);
        for (int frames = 0; frames < SETTLED_SECONDS * sampleRate; frames += BLOCK) {
            block();
        }
        int length = (int) (MEAN_SECONDS * sampleRate);
        double left = 0, right = 0;
        for (int frames = 0; frames < length; frames += BLOCK) {
            Signal output = block();
            for (int i = 0; i < BLOCK; i++) {
                double window = 1 - Math.cos(2 * Math.PI * Math.min(length, frames + i) / length);
                left += window * output.data[i * output.step];
                right += window * output.data[i * output.step + 1];
            }
        }
        double mean = Math.max(Math.abs(left), Math.abs(right)) / length * patch.level();
        return Double.isFinite(mean) ? mean : 0;
    }

    /** The first voice plays it, or the instrument. */
    private void strike(Part part, int key) {
        float pitch = key + part.plan().transpose();
        if (part.instrument().isPresent()) {
            part.instrument().get().noteOn(0, 0, Keyboard.channel(part.plan()), key, pitch, FIRM);
        } else {
            part.voice(0).start(0, pitch, pitch, 0, FIRM, 1, true);
        }
    }

    private Signal block() {
        patch.begin(0, BLOCK);
        patch.finish(0, BLOCK);
        restarts += patch.maintain();
        return patch.output();
    }
}

package org.chronus.modules.patch;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANES;

import java.util.HashMap;
import java.util.Map;

import org.chronus.modules.NoteSignal;
import org.chronus.modules.Signal;
import org.chronus.modules.patch.note.Gates;
import org.chronus.modules.patch.note.LaneGains;
import org.chronus.modules.patch.note.LaneRamp;
import org.chronus.modules.patch.note.NoteExpression;
import org.chronus.modules.patch.note.NotePitch;
import org.chronus.modules.patch.plan.GraphNode.BuiltIn;
import org.chronus.modules.patch.plan.Source;

/**
 * One instance of a part's voice graph: it plays {@code LANES} notes at once. It runs on demand: a note first brings the group
 * up to its own frame, then changes the lane, so that gates are exact to the frame and cut no other group's block.
 *
 * <p>Built by the loader, run on the audio thread.
 */
final class VoiceGroup {
    /** Below this mean a voice is silent: -100 dB, left and right together. */
    private static final float SILENCE = 2e-5f;

    private final Graph graph;
    private final NotePitch pitch;
    private final NoteExpression touches;
    private final VoiceOutput output = new VoiceOutput();
    /** What it has played before its turn in the sum. */
    private final StereoLanes ahead = new StereoLanes();
    private final Gates gates = new Gates();
    private final LaneGains gains;
    private final LaneRamp velocity;
    private final LaneRamp release;
    private final Signal random = new Signal();
    private final boolean needsFade;
    private final boolean readsRelease;
    private final int patience;

    private final boolean[] playing = new boolean[LANES];
    private final int[] quietBlocks = new int[LANES];
    private int voices;
    private int done;
    /** The first frame that is not in the sum yet; those from there to {@link #done} are {@link #ahead}. */
    private int summed;
    private boolean afresh;
    private boolean changed;

    /**
     * @param bend     of all voices, in semitones
     * @param fade     a falling curve, for voices that are taken away
     * @param patience grid blocks of silence after which a released voice has ended
     */
    VoiceGroup(GraphBlueprint blueprint, Map<Source, Signal> outside, Signal bend, NoteExpression touches, float[] fade,
               int patience) {
        this.touches = touches;
        gains = new LaneGains(fade);
        velocity = new LaneRamp(fade.length);
        release = new LaneRamp(fade.length);
        this.patience = patience;
        pitch = new NotePitch(bend, touches.bend());
        blueprint.prepare(pitch);
        Map<Source, Signal> sources = new HashMap<>(outside);
        sources.put(new Source.NoteOutput(NoteSignal.GATE), gates.signal());
        sources.put(new Source.NoteOutput(NoteSignal.VELOCITY), velocity);
        sources.put(new Source.NoteOutput(NoteSignal.RELEASE), release);
        sources.put(new Source.NoteOutput(NoteSignal.PRESSURE), touches.pressure());
        sources.put(new Source.NoteOutput(NoteSignal.TIMBRE), touches.timbre());
        sources.put(new Source.NoteOutput(NoteSignal.RANDOM), random);
        graph = new Graph(blueprint, sources, Map.of(BuiltIn.NOTE_PITCH, pitch, BuiltIn.VOICE_OUT, output));
        needsFade = !blueprint.isRead(new Source.NoteOutput(NoteSignal.GATE));
        readsRelease = blueprint.isRead(new Source.NoteOutput(NoteSignal.RELEASE));
    }

    /** Voices that sound, or may. */
    int voices() {
        return voices;
    }

    boolean isPlaying(int lane) {
        return playing[lane];
    }

    boolean isFading(int lane) {
        return gains.isFading(lane);
    }

    /** Where a glide is at a frame of the block, with the voice's own bend. */
    float pitch(int lane, int frame) {
        advance(frame);
        return pitch.position(lane) + touches.bend(lane);
    }

    /** The next frames of the block begin here. {@code changed}: so has some constant that all groups read. */
    void begin(int start, boolean changed) {
        done = start;
        summed = start;
        this.changed |= changed;
        afresh |= start == 0;
    }

    /** Plays up to a frame of the block, for what happens there. */
    private void advance(int limit) {
        if (voices == 0) {
            done = limit;
            summed = limit;
        } else if (done < limit) {
            ahead.clear(done, limit);
            play(ahead, limit);
        }
    }

    /** Plays up to a frame of the block, and adds to the sum whatever is not in it yet: in its turn among the groups. */
    void finish(StereoLanes sum, int limit) {
        if (voices > 0) {
            sum.add(ahead, summed, done);
            play(sum, limit);
        }
    }

    private void play(StereoLanes sum, int limit) {
        if (gates.rise() && done < limit) {
            run(sum, done + 1);
            gates.raise();
            afresh = true;
            changed = true;
        }
        if (done < limit) {
            run(sum, limit);
        }
    }

    /** A note begins. {@code anew}: the lane was silent; else it goes on sounding and its envelopes start again from where they are. */
    void start(int lane, int frame, float semitones, float from, int glide, float loud, int number, boolean anew) {
        advance(frame);
        if (anew) {
            graph.restart(lane, number);
            gates.rest(lane);
            random.data[lane] = (number * 0x9E3779B9 >>> 8) * 0x1p-24f;
        }
        if (!playing[lane]) {
            playing[lane] = true;
            voices++;
        }
        gains.play(lane);
        pitch.tune(lane, semitones, from, glide);
        if (anew) {
            velocity.jump(lane, loud);
            release.jump(lane, 0);
        } else {
            // A key that is struck again while it sounds: a step in its loudness would be a click.
            velocity.walkTo(lane, loud);
        }
        quietBlocks[lane] = 0;
        gates.strike(lane);
        afresh = true;
        changed = true;
    }

    /** Another pitch for a voice that goes on. */
    void tune(int lane, int frame, float semitones, float from, int glide) {
        advance(frame);
        pitch.tune(lane, semitones, from, glide);
        changed = true;
    }

    /** Another pitch for what goes on, reached in a few milliseconds, or with the glide that is under way. */
    void retune(int lane, int frame, float semitones) {
        advance(frame);
        pitch.retune(lane, semitones);
        changed = true;
    }

    /** What fingers do to its voices. */
    NoteExpression touches() {
        return touches;
    }

    /** Bend, pressure and timbre that would move from this frame on stay. */
    void hold(int lane, int frame) {
        advance(frame);
        touches.hold(lane);
    }

    /** The key is let go; {@code speed} 0..1. */
    void release(int lane, int frame, float speed) {
        advance(frame);
        gates.fall(lane);
        if (readsRelease) {
            release.walkTo(lane, speed);
        }
        afresh = true;
        changed = true;
        if (needsFade) {
            fade(lane, frame);
        }
    }

    /** Takes the voice away within a few milliseconds. */
    void fade(int lane, int frame) {
        advance(frame);
        if (playing[lane]) {
            gains.fade(lane);
        }
    }

    /** At a grid line: ends voices that have fallen silent. Returns how many lanes had to be cured of what is not a number. */
    int rest() {
        if (voices == 0) {
            return 0;
        }
        int cured = 0;
        graph.flush();
        for (int lane = 0; lane < LANES; lane++) {
            if (playing[lane]) {
                float loudness = output.loudness(lane);
                if (!(loudness < Float.MAX_VALUE)) {
                    graph.restart(lane, 1);
                    cured++;
                }
                quietBlocks[lane] = gates.isUp(lane) || loudness > SILENCE * BLOCK ? 0 : quietBlocks[lane] + 1;
                if (quietBlocks[lane] >= patience || gains.hasFaded(lane)) {
                    end(lane);
                }
            }
        }
        output.measureAnew();
        return cured;
    }

    /** Silence, as after being built. */
    void clear() {
        for (int lane = 0; lane < LANES; lane++) {
            if (playing[lane]) {
                end(lane);
            }
            graph.restart(lane, 1);
            gates.fall(lane);
            random.data[lane] = 0;
        }
        touches.clear();
        velocity.clear();
        release.clear();
        changed = true;
        output.measureAnew();
    }

    private void end(int lane) {
        playing[lane] = false;
        gates.fall(lane);
        gains.end(lane);
        changed = true;
        quietBlocks[lane] = 0;
        voices--;
    }

    private void run(StereoLanes sum, int limit) {
        changed |= touches.generate(done, limit) | velocity.generate(done, limit) | release.generate(done, limit);
        graph.generate(done, limit, afresh, changed);
        afresh = false;
        changed = false;
        output.addTo(sum, gains.generate(done, limit), done, limit);
        done = limit;
    }
}

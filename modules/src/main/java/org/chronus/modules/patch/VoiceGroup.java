package org.chronus.modules.patch;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANES;

import java.util.HashMap;
import java.util.Map;

import org.chronus.modules.NoteSignal;
import org.chronus.modules.Signal;
import org.chronus.modules.patch.cable.Cabling;
import org.chronus.modules.patch.cable.StereoLanes;
import org.chronus.modules.patch.note.LaneGains;
import org.chronus.modules.patch.note.NoteExpression;
import org.chronus.modules.patch.note.NotePitch;
import org.chronus.modules.patch.note.NotePressure;
import org.chronus.modules.patch.note.NoteSignals;
import org.chronus.modules.patch.note.PlayerSignals;
import org.chronus.modules.patch.plan.GraphNode.BuiltIn;
import org.chronus.modules.patch.plan.Source;

/**
 * One instance of a part's voice graph: it plays {@code LANES} notes at once. It runs on demand: a note first brings the group up to its own
 * frame, then changes the lane, so that gates are exact to the frame and cut no other group's block. Built by the loader, run on the audio thread.
 */
final class VoiceGroup {
    /** Below this mean a voice is silent: -100 dB, left and right together. */
    private static final float SILENCE = 2e-5f;

    final Graph graph;
    private final NotePitch pitch;
    private final NoteSignals note;
    private final PlayerSignals players;
    private final VoiceOutput output;
    /** What it has played before its turn in the sum. */
    private final StereoLanes ahead = new StereoLanes();
    private final LaneGains gains;
    private final boolean fadesAtRelease;
    private final int silenceBlocks;
    private final int[] silentBlocks = new int[LANES];
    private int voices, position;
    /** The first frame that is not in the sum yet; those from there to {@link #position} are {@link #ahead}. */
    private int summed;
    /** The lanes whose held inputs are read when it plays on. */
    private int read;
    private boolean changed;

    /**
     * @param controls      where the players of the part have their controllers
     * @param fade          a falling curve, for voices that are taken away
     * @param silenceBlocks grid blocks of silence after which a released voice has ended
     */
    VoiceGroup(GraphBlueprint blueprint, Map<Source, Signal> outside, PlayerControls controls, float[] fade, int silenceBlocks) {
        players = new PlayerSignals(controls.ramps());
        NoteExpression expression = new NoteExpression(new NotePressure(players.of(controls.pressure()), controls.frames()), controls.frames());
        note = new NoteSignals(expression, fade.length, blueprint.isRead(new Source.NoteOutput(NoteSignal.RELEASE)));
        gains = new LaneGains(fade);
        this.silenceBlocks = silenceBlocks;
        pitch = new NotePitch(players.of(controls.bendSemitones()), expression.bend());
        blueprint.prepare(pitch);
        output = new VoiceOutput(players.of(controls.gainLeft()), players.of(controls.gainRight()));
        Map<Source, Signal> sources = new HashMap<>(outside);
        controls.read().forEach((source, ramps) -> sources.put(source, players.of(ramps)));
        note.all().forEach((name, signal) -> sources.put(new Source.NoteOutput(name), signal));
        graph = new Graph(blueprint, sources, Map.of(BuiltIn.NOTE_PITCH, pitch, BuiltIn.VOICE_OUT, output));
        fadesAtRelease = !blueprint.isRead(new Source.NoteOutput(NoteSignal.GATE));
    }

    /** Voices that sound, or may. */
    int voices() {
        return voices;
    }

    /** Which lanes play, and which are being taken away. */
    LaneGains gains() {
        return gains;
    }

    float loudness(int lane) {
        return output.lastLoudness(lane);
    }

    /** Where a glide is at a frame of the block, with the voice's own bend. */
    float pitch(int lane, int frame) {
        advance(frame);
        return pitch.position(lane) + note.expression().bend(lane);
    }

    /** The next frames of the block begin here. {@code changed}: so has some constant that all groups read. */
    void begin(int start, boolean changed) {
        position = start;
        summed = start;
        this.changed |= changed;
        read = start == 0 ? Cabling.ALL_LANES : read;
    }

    /** Plays up to a frame of the block, for what happens there. */
    private void advance(int limit) {
        if (voices == 0) {
            position = limit;
            summed = limit;
        } else if (position < limit) {
            ahead.clear(position, limit);
            play(ahead, limit);
        }
    }

    /** Plays up to a frame of the block, and adds to the sum whatever is not in it yet: in its turn among the groups. */
    void finish(StereoLanes sum, int limit) {
        if (voices > 0) {
            sum.add(ahead, summed, position);
            play(sum, limit);
        }
    }

    private void play(StereoLanes sum, int limit) {
        if (note.gates().hasRetriggers() && position < limit) {
            run(sum, position + 1);
            read |= note.gates().retrigger();
            changed = true;
        }
        if (position < limit) {
            run(sum, limit);
        }
    }

    /** A note begins. {@code fromSilence}: the lane was silent; else its envelopes are retriggered from where they are. */
    void start(int lane, int frame, float semitones, float from, int glide, float speed, int number, boolean fromSilence) {
        advance(frame);
        if (fromSilence) {
            graph.restart(lane, number);
            note.start(lane, speed, number);
        } else {
            note.restart(lane, speed);
        }
        if (!gains.isPlaying(lane)) {
            voices++;
        }
        gains.play(lane);
        pitch.tune(lane, semitones, from, glide);
        silentBlocks[lane] = 0;
        read |= 1 << lane;
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

    /** Bend, pressure and timbre of its voices. */
    NoteExpression expression() {
        return note.expression();
    }

    /** The voice plays a note of this player, from this frame on; without a step if it {@code sounds}. */
    void assign(int lane, int player, int frame, boolean sounds) {
        advance(frame);
        players.assign(lane, player, frame, sounds);
    }

    /** Bend, pressure and timbre that would move from this frame on stay. */
    void hold(int lane, int frame) {
        advance(frame);
        note.expression().hold(lane);
    }

    /** The key is let go; {@code speed} 0..1. */
    void release(int lane, int frame, float speed) {
        advance(frame);
        note.release(lane, speed);
        read |= 1 << lane;
        changed = true;
        if (fadesAtRelease) {
            fade(lane, frame);
        }
    }

    /** Takes the voice away within a few milliseconds. */
    void fade(int lane, int frame) {
        advance(frame);
        if (gains.isPlaying(lane)) {
            gains.fade(lane);
        }
    }

    /** At a grid line: ends voices that have fallen silent. Returns how many lanes were restarted because they were not a number. */
    int maintain() {
        if (voices == 0) {
            return 0;
        }
        int restarted = 0;
        graph.flush();
        for (int lane = 0; lane < LANES; lane++) {
            if (gains.isPlaying(lane)) {
                float loudness = output.loudness(lane);
                if (!(loudness < Float.MAX_VALUE)) {
                    graph.restart(lane, 1);
                    restarted++;
                }
                silentBlocks[lane] = note.gates().isOpen(lane) || loudness > SILENCE * BLOCK ? 0 : silentBlocks[lane] + 1;
                if (silentBlocks[lane] >= silenceBlocks || gains.hasFaded(lane)) {
                    end(lane);
                }
            }
        }
        output.resetLoudness();
        return restarted;
    }

    /** Silence, as after being built. */
    void clear() {
        for (int lane = 0; lane < LANES; lane++) {
            if (gains.isPlaying(lane)) {
                end(lane);
            }
        }
        graph.restart();
        note.clear();
        players.clear();
        changed = true;
        output.resetLoudness();
    }

    private void end(int lane) {
        note.gates().close(lane);
        gains.end(lane);
        changed = true;
        voices--;
    }

    private void run(StereoLanes sum, int limit) {
        changed |= players.generate(position, limit) | note.generate(position, limit);
        graph.playing(gains);
        graph.generate(position, limit, read, changed);
        read = Cabling.NO_LANES;
        changed = false;
        output.addTo(sum, gains.generate(position, limit), position, limit);
        position = limit;
    }
}

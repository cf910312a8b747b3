package org.chronus.modules.patch.player;

import org.chronus.modules.patch.plan.PlayerPlan;

/**
 * Arpeggiator: plays the keys that are held one after the other, a note to a step. While a song runs its steps are on the song's beats; else
 * they begin with the first key. A note lasts for a share of its step, up to the next one; a whole step is legato: it ends after the next note
 * has begun. Latched keys stay until all were let go and another one is struck, which then takes their place on the same steps. Audio thread only.
 */
final class Arpeggiator implements NotePlayer {
    private static final int OCTAVE = 12;
    private static final float LIFT = 0.5f;
    /** Before all frames, and far from the end of their numbers. */
    private static final long LONG_AGO = Long.MIN_VALUE / 2;

    private final PlayerPlan.Arpeggiator plan;
    private final Keys keys = new Keys();
    private final ArpeggioPattern pattern;
    private final BeatLine line;
    private final StepGrid grid;
    /** The notes that sound, and the keys that they come from: those of a step, and while the next one begins those of both. */
    private final int[] notes = new int[2 * Keys.MOST];
    private final int[] origins = new int[2 * Keys.MOST];
    private int sounding;
    private boolean inSong;
    private long step;
    private long stepFrame = NEVER;
    private long latest = LONG_AGO;
    private double endBeat;
    private long endFrame;

    /** @param tempo in beats per minute: the patch's own */
    Arpeggiator(PlayerPlan.Arpeggiator plan, double sampleRate, double tempo) {
        this.plan = plan;
        pattern = new ArpeggioPattern(plan.order(), plan.octaves());
        line = new BeatLine(sampleRate, tempo);
        grid = new StepGrid(line, plan.inBeats() ? plan.step() : plan.step() * tempo / 60, plan.swing(), sampleRate);
    }

    @Override public void press(int key, long frame, float velocity, NoteTarget out) {
        boolean begins = keys.count() == 0;
        if (plan.latch() && !begins && !keys.anyDown()) {
            keys.clear();
            pattern.begin();
        }
        if (keys.press(key, velocity) && begins) {
            pattern.begin();
            if (!inSong) {
                move(frame, 0);
                latest = LONG_AGO;
            }
            find(frame);
        }
    }

    @Override public void lift(int key, long frame, float velocity, NoteTarget out) {
        if (plan.latch()) {
            keys.keep(key);
        } else {
            keys.remove(key);
            stopIfEmpty();
        }
    }

    @Override public void pressure(int key, float amount, NoteTarget out) {
        keys.pressure(key, amount);
        for (int i = 0; i < sounding; i++) {
            if (origins[i] == key) {
                out.pressure(notes[i], amount);
            }
        }
    }

    @Override public void cut(int channel) {
        keys.remove(channel, false);
        stopIfEmpty();
        int left = 0;
        for (int i = 0; i < sounding; i++) {
            if (Keys.channel(notes[i]) != channel) {
                notes[left] = notes[i];
                origins[left++] = origins[i];
            }
        }
        sounding = left;
    }

    @Override public void unlatch(int channel) {
        keys.remove(channel, true);
        stopIfEmpty();
    }

    private void stopIfEmpty() {
        stepFrame = keys.count() == 0 ? NEVER : stepFrame;
    }

    @Override public long next() {
        return Math.min(stepFrame, sounding > 0 ? endFrame : NEVER);
    }

    @Override public void play(NoteTarget out) {
        if (stepFrame <= endFrame || sounding == 0) {
            step(stepFrame, out);
        } else {
            lift(sounding, endFrame, out);
        }
    }

    private void step(long frame, NoteTarget out) {
        boolean legato = plan.gate() >= 1;
        if (!legato) {
            lift(sounding, frame, out);
        }
        int before = sounding;
        pattern.advance(keys.count());
        for (int i = 0; i < (pattern.playsAll() ? keys.count() : 1); i++) {
            int key = pattern.playsAll() ? keys.rising(i) : pattern.key(keys);
            int note = Keys.above(key, pattern.octave() * OCTAVE);
            if (note != Keys.NONE) {
                before -= liftEarlier(note, before, frame, out);
                strike(note, key, frame, out);
            }
        }
        lift(before, frame, out);
        latest = frame;
        endBeat = grid.beat(step) + plan.gate() * (grid.beat(step + 1) - grid.beat(step));
        endFrame = Math.max(frame + 1, line.frameOf(endBeat));
        step++;
        stepFrame = Math.max(frame + 1, grid.frame(step));
    }

    private void strike(int note, int key, long frame, NoteTarget out) {
        notes[sounding] = note;
        origins[sounding++] = key;
        out.press(note, frame, keys.velocity(key));
        if (keys.pressure(key) > 0) {
            out.pressure(note, keys.pressure(key));
        }
    }

    /** A note that is struck again ends before. Returns how many did, of the first {@code before}. */
    private int liftEarlier(int note, int before, long frame, NoteTarget out) {
        for (int i = 0; i < before; i++) {
            if (notes[i] == note) {
                out.lift(note, frame, LIFT);
                remove(i, 1);
                return 1;
            }
        }
        return 0;
    }

    /** The first so many end. */
    private void lift(int count, long frame, NoteTarget out) {
        for (int i = 0; i < count; i++) {
            out.lift(notes[i], frame, LIFT);
        }
        remove(0, count);
    }

    private void remove(int at, int count) {
        sounding -= count;
        System.arraycopy(notes, at + count, notes, at, sounding - at);
        System.arraycopy(origins, at + count, origins, at, sounding - at);
    }

    @Override public void tempo(long frame, float beatsPerMinute) {
        if (plan.inBeats()) {
            line.tempo(frame, beatsPerMinute);
            grid.fit();
            endFrame = Math.max(frame, line.frameOf(endBeat));
            find(frame);
        }
    }

    @Override public void locate(long frame, double beats) {
        if (plan.inBeats()) {
            inSong = true;
            move(frame, beats);
            find(frame);
        }
    }

    /** A frame is another beat; what sounds ends as it would have. */
    private void move(long frame, double beats) {
        line.locate(frame, beats);
        endBeat = line.at(endFrame);
    }

    @Override public void leaveSong() {
        inSong = false;
    }

    /** Finds the next step from a frame on; where the song was put right by a little, none comes twice. */
    private void find(long frame) {
        if (keys.count() > 0) {
            step = grid.first(Math.max(frame, latest + grid.half()));
            stepFrame = Math.max(frame, grid.frame(step));
        }
    }
}

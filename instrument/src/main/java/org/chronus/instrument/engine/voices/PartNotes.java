package org.chronus.instrument.engine.voices;

import static org.chronus.modules.Module.BLOCK;

import org.chronus.instrument.engine.state.KeyNumbers;
import org.chronus.instrument.engine.state.KeyTunings;
import org.chronus.instrument.engine.state.MpeState;
import org.chronus.instrument.engine.state.PedalState;
import org.chronus.midi.command.Setting;
import org.chronus.modules.patch.Part;
import org.chronus.modules.patch.player.NoteTarget;
import org.chronus.modules.patch.player.PlayerChain;
import org.chronus.presets.tuning.Tuning;

/**
 * The notes of one part on their way from keys to voices: at once, or through the part's players. Frames are counted from the patch's
 * beginning; what players do by themselves comes after all keys of its frame. Audio thread only.
 */
public final class PartNotes {
    private static final float USUAL_VELOCITY = 0.5f;

    private final Part part;
    private final Voices voices;
    private final NoteTarget end = new End();
    /** Null if there are no players. */
    private final PlayerChain players;
    private final NoteTarget head;
    private final PlayedKeys keys;
    private final KeyTunings tunings;
    private final MpeState mpe;
    private final Tuning tuning;
    private final Headroom headroom;
    /** The first frame of the present block, and the first one that has not been played. */
    private long base, now;

    /**
     * For a part of a patch.
     *
     * @param headroom of the patch
     * @param tuning   the preset's own, or null
     * @param tempo    the preset's own, in beats per minute
     */
    public PartNotes(Part part, float sampleRate, PedalState pedals, Headroom headroom, Tuning tuning, float tempo) {
        this.part = part;
        this.headroom = headroom;
        voices = Voices.of(part, sampleRate, pedals);
        tunings = pedals.tunings();
        mpe = pedals.mpe();
        this.tuning = tuning;
        keys = new PlayedKeys(part.plan().pedals() && part.plan().arpeggiates(), pedals);
        players = part.plan().notePlayers().isEmpty() ? null : new PlayerChain(part.plan().notePlayers(), sampleRate, tempo, end);
        head = players == null ? end : players.head();
    }

    /** Where notes become voices. */
    private final class End implements NoteTarget {
        @Override public void press(int key, long frame, float velocity) {
            int number = KeyNumbers.midiKeyOf(key);
            float offset = tunings.offset(mpe.manager(KeyNumbers.channelOf(key)) & 15, number, tuning);
            if (!Float.isNaN(offset)) {
                int before = part.groups();
                voices.press(key, (int) (frame - base), number + part.plan().transpose() + offset, velocity, headroom.ask());
                headroom.take(part.groups() - before);
            }
        }

        @Override public void lift(int key, long frame, float velocity) {
            voices.lift(key, (int) (frame - base), velocity);
        }

        @Override public void pressure(int key, float amount) {
            voices.pressure(key, amount);
        }
    }

    /** A key goes down, as numbered by {@link KeyNumbers}. */
    public void press(int key, int frame, float velocity) {
        advance(frame);
        if (players == null || keys.press(key)) {
            head.press(key, base + frame, velocity);
        }
    }

    /** A key comes up; it may be none that is down. */
    public void lift(int key, int frame, float velocity) {
        advance(frame);
        if (players == null || keys.lift(key)) {
            head.lift(key, base + frame, velocity);
        }
    }

    /** A key is pressed, 0..1; it may be none that is down. */
    public void pressure(int key, float amount) {
        head.pressure(key, amount);
    }

    /** No key of a channel is pressed. */
    public void clearPressures(int channel) {
        for (int i = 0; i < keys.count(); i++) {
            if (KeyNumbers.channelOf(keys.key(i)) == channel) {
                head.pressure(keys.key(i), 0);
            }
        }
        voices.clearPressures(channel);
    }

    /** A pedal of a channel came up: what none holds any more is released. */
    public void pedalUp(int channel, int frame) {
        advance(frame);
        for (int key = keys.release(channel); key != PlayedKeys.NONE; key = keys.release(channel)) {
            head.lift(key, base + frame, USUAL_VELOCITY);
        }
        voices.pedalUp(channel, frame);
    }

    /** The sostenuto pedal of a channel went down. */
    public void catchHeld(int channel) {
        keys.catchHeld(channel);
        voices.catchHeld(channel);
    }

    /** Every key of a channel comes up, latched or not; the hold pedal still holds. */
    public void liftAll(int channel, int frame) {
        advance(frame);
        if (players == null) {
            voices.liftAll(channel, frame);
            return;
        }
        for (int key = keys.down(channel); key != PlayedKeys.NONE; key = keys.down(channel)) {
            lift(key, frame, USUAL_VELOCITY);
        }
        players.unlatch(channel);
    }

    /** Silence within 5 ms, for the keys of a channel. */
    public void cut(int channel, int frame) {
        advance(frame);
        keys.forget(channel);
        if (players != null) {
            players.cut(channel);
        }
        voices.cut(channel, frame);
    }

    /** What sounds goes over to this tuning, with {@code shift} semitones added. */
    public void retune(Setting.KeyTuning tuned, float shift, int frame) {
        advance(frame);
        voices.retune(tuned, shift, frame);
    }

    /** Keys that are up do not play on. */
    public void unlatch() {
        if (players != null) {
            players.unlatch(PlayerChain.ALL_CHANNELS);
        }
    }

    /** True while a key is down, or a pedal or a player holds one. */
    public boolean isHeld() {
        return keys.count() > 0 || voices.isHeld() || !rests();
    }

    /** True if no note will come by itself. */
    public boolean rests() {
        return players == null || players.rests();
    }

    /** The tempo is that from the next frame on, in beats per minute. */
    public void tempo(float beatsPerMinute) {
        if (players != null) {
            players.tempo(now, beatsPerMinute);
        }
    }

    /** A song runs, and the next frame is so many beats from its beginning. */
    public void locate(double beats) {
        if (players != null) {
            players.locate(now, beats);
        }
    }

    /** No song runs any more. */
    public void leaveSong() {
        if (players != null) {
            players.leaveSong();
        }
    }

    /** All keys of the frames before {@code limit} are there. */
    public void finish(int limit) {
        advance(limit);
        now = base + limit;
        base = limit == BLOCK ? now : base;
    }

    private void advance(int frame) {
        if (players != null) {
            players.advance(base + frame);
        }
    }

    /** The voices in which its notes end. */
    public Voices voices() {
        return voices;
    }
}

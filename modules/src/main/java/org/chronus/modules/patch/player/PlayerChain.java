package org.chronus.modules.patch.player;

import java.util.List;

import org.chronus.modules.patch.plan.PlayerPlan;

/**
 * The players of a part, in the order in which notes pass through them, and where their notes go in the end. Built by the loader; audio thread
 * only.
 */
public final class PlayerChain {
    /** For {@link #unlatch}. */
    public static final int ALL_CHANNELS = -1;

    private final NotePlayer[] players;
    /** Where the notes of each player go. */
    private final NoteTarget[] targets;
    private final NoteTarget head;

    /**
     * Follows the plans.
     *
     * @param sampleRate in Hz
     * @param tempo      of the patch, in beats per minute
     * @param voices     where notes go in the end
     */
    public PlayerChain(List<PlayerPlan> plans, double sampleRate, double tempo, NoteTarget voices) {
        players = new NotePlayer[plans.size()];
        targets = new NoteTarget[players.length];
        NoteTarget next = voices;
        for (int i = players.length - 1; i >= 0; i--) {
            players[i] = player(plans.get(i), sampleRate, tempo);
            targets[i] = next;
            next = new Link(players[i], next);
        }
        head = next;
    }

    private static NotePlayer player(PlayerPlan plan, double sampleRate, double tempo) {
        return switch (plan) {
            case PlayerPlan.Arpeggiator arpeggiator -> new Arpeggiator(arpeggiator, sampleRate, tempo);
            case PlayerPlan.Chord chord -> new ChordMemory(chord.semitones());
            case PlayerPlan.Scale scale -> new ScaleLock(scale.root(), scale.notes());
        };
    }

    /** A player as the one before it sees it. */
    private record Link(NotePlayer player, NoteTarget next) implements NoteTarget {
        @Override public void press(int key, long frame, float velocity) {
            player.press(key, frame, velocity, next);
        }

        @Override public void lift(int key, long frame, float velocity) {
            player.lift(key, frame, velocity, next);
        }

        @Override public void pressure(int key, float amount) {
            player.pressure(key, amount, next);
        }
    }

    /** Where keys go in. */
    public NoteTarget head() {
        return head;
    }

    /** Plays what comes by itself before a frame, in order of time; at one frame the first player comes first. */
    public void advance(long limit) {
        for (int due = earliest(limit); due >= 0; due = earliest(limit)) {
            players[due].play(targets[due]);
        }
    }

    private int earliest(long limit) {
        int earliest = -1;
        long frame = limit;
        for (int i = 0; i < players.length; i++) {
            long next = players[i].next();
            if (next < frame) {
                frame = next;
                earliest = i;
            }
        }
        return earliest;
    }

    /** See {@link NotePlayer#cut}. */
    public void cut(int channel) {
        for (NotePlayer player : players) {
            player.cut(channel);
        }
    }

    /** See {@link NotePlayer#unlatch}. */
    public void unlatch(int channel) {
        for (NotePlayer player : players) {
            player.unlatch(channel);
        }
    }

    /** True if nothing will come by itself. */
    public boolean rests() {
        return earliest(NotePlayer.NEVER) < 0;
    }

    /** See {@link NotePlayer#tempo}. */
    public void tempo(long frame, float beatsPerMinute) {
        for (NotePlayer player : players) {
            player.tempo(frame, beatsPerMinute);
        }
    }

    /** See {@link NotePlayer#locate}. */
    public void locate(long frame, double beats) {
        for (NotePlayer player : players) {
            player.locate(frame, beats);
        }
    }

    /** See {@link NotePlayer#leaveSong}. */
    public void leaveSong() {
        for (NotePlayer player : players) {
            player.leaveSong();
        }
    }
}

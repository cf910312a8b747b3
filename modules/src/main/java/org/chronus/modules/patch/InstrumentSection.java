package org.chronus.modules.patch;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANES;

import java.util.Arrays;
import java.util.Map;

import org.chronus.modules.Instrument;
import org.chronus.modules.Signal;
import org.chronus.modules.patch.cable.Cabling;
import org.chronus.modules.patch.note.PlayerRamps;
import org.chronus.modules.patch.plan.PatchPlan.ModulePlan;
import org.chronus.modules.patch.plan.Source;

/**
 * What an {@link Instrument} is to its part in the place of voices: it hears who plays, and its sound gets the part's level. A channel of the
 * instrument follows the controllers of whoever played there last. Built by the loader, run on the audio thread.
 */
public final class InstrumentSection {
    /** Left and right together, as a mean; -100 dB. */
    private static final float SILENCE = 2e-5f;
    private static final int NOBODY = -1, CHANNELS = 16, VOLUME = 7, PAN = 10, EXPRESSION = 11, FIRST_PEDAL = 64, LAST_PEDAL = 69;

    private final GraphBlueprint blueprint;
    private final Graph graph;
    private final Instrument instrument;
    private final Signal out;
    private final PlayerControls players;
    private final int silenceBlocks;
    /** By channel: who played there last, and how far it is bent. */
    private final int[] playing = new int[CHANNELS];
    private final float[] bent = new float[CHANNELS];
    private final float[] pressed = new float[CHANNELS];
    /** By player and number: where a controller is; not a number if it never moved. */
    private final float[][] positions = new float[Part.PLAYERS][128];
    private int last;
    private boolean changed;
    private float loudness;
    private int silent;

    InstrumentSection(ModulePlan plan, GraphBlueprint blueprint, Map<Source, Signal> sources, PlayerControls players, int silenceBlocks) {
        this.blueprint = blueprint;
        this.players = players;
        this.silenceBlocks = silenceBlocks;
        graph = new Graph(blueprint, sources, Map.of());
        instrument = (Instrument) graph.only();
        out = graph.signals().get(plan.output("out"));
        clear();
    }

    /** A key goes down, played by this player; see {@link Instrument#noteOn}. */
    public void noteOn(int frame, int player, int channel, int key, float pitch, float velocity) {
        if (playing[channel] != player) {
            playing[channel] = player;
            for (int number = 0; number < 128; number++) {
                send(channel, number, positions[player][number]);
            }
        }
        last = player;
        bend(channel, frame);
        silent = 0;
        instrument.noteOn(frame, channel, key, pitch, velocity);
    }

    /** A key comes up; release velocity 0..1. */
    public void noteOff(int frame, int channel, int key, float velocity) {
        instrument.noteOff(frame, channel, key, velocity);
    }

    /** All notes of a channel end within a few milliseconds. */
    public void soundOff(int frame, int channel) {
        instrument.soundOff(frame, channel);
    }

    /** A channel has another program, whose number is 128 for each bank and then the program's; see {@link Instrument#program}. */
    public void program(int frame, int channel, int number) {
        instrument.program(frame, channel, number >> 7, number & 127);
    }

    /** A key that is down is pressed, 0..1. */
    public void keyPressure(int channel, int key, float amount) {
        instrument.keyPressure(channel, key, amount);
    }

    /** See {@link Instrument#hearsFingers}. */
    public boolean hearsFingers() {
        return instrument.hearsFingers();
    }

    /** A finger moves on a key that is down; see {@link Instrument#touch}. */
    public void touch(int frame, int channel, int key, float bend, float pressure, float timbre) {
        instrument.touch(frame, channel, key, bend, pressure, timbre);
    }

    /** A finger has left a key that sounds on; see {@link Instrument#leave}. */
    public void leave(int frame, int channel, int key) {
        instrument.leave(frame, channel, key);
    }

    /** A player moves a controller, 0..127, to a position 0..1. */
    void controller(int player, int number, float position) {
        positions[player][number] = position;
        for (int channel = 0; channel < CHANNELS; channel++) {
            if (playing[channel] == player) {
                send(channel, number, position);
            }
        }
    }

    private void send(int channel, int number, float position) {
        boolean isGain = number == VOLUME || number == PAN || number == EXPRESSION;
        boolean isPedal = number >= FIRST_PEDAL && number <= LAST_PEDAL;
        if (!Float.isNaN(position) && !isPedal && (!isGain || instrument.mixesChannels())) {
            instrument.controller(channel, number, position);
        }
    }

    /** A player begins where another has its controllers, or, if {@code from} is negative, where the preset has them. */
    void begin(int player, int from) {
        if (from < 0) {
            Arrays.fill(positions[player], Float.NaN);
        } else {
            System.arraycopy(positions[from], 0, positions[player], 0, 128);
        }
    }

    /** True while it may still be heard: for that long after it was. */
    public boolean isSounding() {
        return silent < silenceBlocks;
    }

    int latency() {
        return instrument.latency();
    }

    GraphBlueprint blueprint() {
        return blueprint;
    }

    /** Notes from {@code start} to {@code limit - 1} of the block may follow. */
    void begin(int start, int limit, boolean controlsChanged) {
        changed = controlsChanged | blueprint.generate(start, limit);
        for (int channel = 0; channel < CHANNELS; channel++) {
            bend(channel, start);
        }
    }

    private void bend(int channel, int frame) {
        int player = playing[channel];
        if (player != NOBODY) {
            float semitones = players.bendSemitones().value(player, frame), pressure = players.pressure().value(player, frame);
            if (semitones != bent[channel]) {
                bent[channel] = semitones;
                instrument.pitchBend(channel, semitones);
            }
            if (pressure != pressed[channel]) {
                pressed[channel] = pressure;
                instrument.channelPressure(channel, pressure);
            }
        }
    }

    /** All notes of these frames are there; {@link #finish} comes after other parts have played. */
    void start(int start, int limit) {
        graph.read(start, limit, Cabling.ALL_LANES, changed);
        instrument.begin(start, limit);
    }

    /** Writes these frames to lanes 0 and 1 of a sum. */
    void finish(float[] sum, int start, int limit) {
        instrument.generate(start, limit);
        PlayerRamps left = players.gainLeft(), right = players.gainRight();
        float[] y = out.data;
        float level = players.level();
        boolean mixes = instrument.mixesChannels();
        int step = out.step;
        for (int i = start; i < limit; i++) {
            float l = y[i * step], r = y[i * step + 1], loud = Math.abs(l) + Math.abs(r);
            loudness += loud;
            if (!(loud < Float.MAX_VALUE)) {
                l = 0;
                r = 0;
            }
            sum[i * LANES] = l * (mixes ? level : left.value(last, i));
            sum[i * LANES + 1] = r * (mixes ? level : right.value(last, i));
        }
    }

    /** At a grid line. Returns 1 if it had made what is not a number. */
    int maintain() {
        graph.flush();
        boolean broken = !(loudness < Float.MAX_VALUE);
        silent = loudness < SILENCE * BLOCK ? Math.min(silent + 1, silenceBlocks) : 0;
        loudness = 0;
        if (broken) {
            graph.restart(0, 1);
        }
        return broken ? 1 : 0;
    }

    /** As after being built. */
    void clear() {
        Arrays.fill(playing, NOBODY);
        Arrays.fill(bent, 0);
        Arrays.fill(pressed, 0);
        for (float[] position : positions) {
            Arrays.fill(position, Float.NaN);
        }
        last = 0;
        loudness = 0;
        silent = silenceBlocks;
        blueprint.clear();
        for (int lane = 0; lane < LANES; lane++) {
            graph.restart(lane, 1);
        }
    }
}

package org.chronus.modules.patch;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.chronus.modules.patch.note.PlayerRamps;
import org.chronus.modules.patch.plan.PatchPlan.PartPlan;
import org.chronus.modules.patch.plan.Source;

/**
 * The controllers, the bender and the pressure of each player of a part, as its voices follow them; and the volume, expression and pan that
 * every part has (MMA's recommended curve: 40 dB per factor of ten; pan at constant power). Players count from 0 to {@link Part#PLAYERS} - 1.
 * What moves does so from the next frame on, smoothed unless {@code atOnce}. Built by the loader, run on the audio thread.
 */
public final class PlayerControls {
    private static final int MODULATION = 1, GLIDE = 5, VOLUME = 7, PAN = 10, EXPRESSION = 11;
    /** One who never moves anything. */
    private static final int INITIAL = Part.PLAYERS;
    private static final float NORMAL_VOLUME = 100 / 127f, MIDDLE = 64 / 127f, LONGEST_GLIDE = 5;

    private final PartPlan plan;
    private final int frames;
    private final PlayerRamps bend;
    private final PlayerRamps bendSemitones;
    private final PlayerRamps pressure;
    private final PlayerRamps gainLeft;
    private final PlayerRamps gainRight;
    private final PlayerRamps[] sources = new PlayerRamps[128];
    private final PlayerRamps[] all;
    private final Map<Source, PlayerRamps> read = new HashMap<>();
    private final float[] volume = new float[Part.PLAYERS + 1];
    private final float[] expression = new float[Part.PLAYERS + 1];
    private final float[] pan = new float[Part.PLAYERS + 1];
    /** In semitones: at the ends of the bender, and added to it. */
    private final float[] bendUp = new float[Part.PLAYERS + 1];
    private final float[] bendDown = new float[Part.PLAYERS + 1];
    private final float[] tuning = new float[Part.PLAYERS + 1];
    private final float[] bendPosition = new float[Part.PLAYERS + 1];
    private final float[] modulation = new float[Part.PLAYERS + 1];
    /** Factor on the modulation wheel. */
    private final float[] modulationDepth = new float[Part.PLAYERS + 1];
    private final float[] glide = new float[Part.PLAYERS + 1];
    private float masterTuning;
    /** What plays the part in the place of voices; or null. */
    private InstrumentSection instrument;
    private final float[][] values = {volume, expression, pan, bendUp, bendDown, tuning, bendPosition, modulation, modulationDepth, glide};

    /** Keeps a position for each controller in {@code reads}; {@code frames}: how long each takes to follow. */
    PlayerControls(PartPlan plan, Set<Source> reads, int frames) {
        this.plan = plan;
        this.frames = frames;
        bend = ramps(0, frames);
        bendSemitones = ramps(0, frames);
        pressure = ramps(0, frames);
        gainLeft = ramps(0, frames);
        gainRight = ramps(0, frames);
        read.put(new Source.PitchBend(), bend);
        for (Source source : reads) {
            if (source instanceof Source.Controller(int number)) {
                sources[number] = ramps(PartControls.normally(number), frames);
                read.put(source, sources[number]);
            }
        }
        all = Stream.concat(Stream.of(bend, bendSemitones, pressure, gainLeft, gainRight),
                Arrays.stream(sources).filter(Objects::nonNull)).toArray(PlayerRamps[]::new);
        clear();
    }

    /** [loader] What plays the part in the place of voices hears of controllers, too. */
    void tell(InstrumentSection section) {
        instrument = section;
    }

    private static PlayerRamps ramps(float value, int frames) {
        return new PlayerRamps(Part.PLAYERS + 1, value, frames);
    }

    /** How long each takes to follow. */
    int frames() {
        return frames;
    }

    /** The part's own. */
    float level() {
        return plan.level();
    }

    /** Every one of them. */
    List<PlayerRamps> ramps() {
        return List.of(all);
    }

    /** What cables of voices can read: the bender and controllers. */
    Map<Source, PlayerRamps> read() {
        return read;
    }

    PlayerRamps bendSemitones() {
        return bendSemitones;
    }

    PlayerRamps pressure() {
        return pressure;
    }

    PlayerRamps gainLeft() {
        return gainLeft;
    }

    PlayerRamps gainRight() {
        return gainRight;
    }

    /** A controller moves to {@code position} 0..1. */
    public void controller(int player, int number, float position, boolean atOnce) {
        if (instrument != null) {
            instrument.controller(player, number, position);
        }
        if (sources[number] != null) {
            sources[number].move(player, number == MODULATION ? position * modulationDepth[player] : position, atOnce);
        }
        switch (number) {
            case MODULATION -> modulation[player] = position;
            case GLIDE -> glide[player] = LONGEST_GLIDE * position * position * position;
            case VOLUME -> {
                volume[player] = position;
                updateGains(player, atOnce);
            }
            case EXPRESSION -> {
                expression[player] = position;
                updateGains(player, atOnce);
            }
            case PAN -> {
                pan[player] = position;
                updateGains(player, atOnce);
            }
            default -> { }
        }
    }

    /** The bender moves to {@code position} -1..1. */
    public void bend(int player, float position, boolean atOnce) {
        bend.move(player, position, atOnce);
        bendPosition[player] = position;
        bendSemitones.move(player, position * (position > 0 ? bendUp[player] : bendDown[player]) + tuning[player] + masterTuning, atOnce);
    }

    /** Both ends of the bender, in semitones, in the place of the preset's. */
    public void bendRange(int player, float semitones, boolean atOnce) {
        bendUp[player] = semitones;
        bendDown[player] = semitones;
        bend(player, bendPosition[player], atOnce);
    }

    /** In semitones, added to every pitch. */
    public void tuning(int player, float semitones, boolean atOnce) {
        tuning[player] = semitones;
        bend(player, bendPosition[player], atOnce);
    }

    /** In semitones, added to every pitch of every player. */
    public void masterTuning(float semitones, boolean atOnce) {
        masterTuning = semitones;
        for (int player = 0; player <= INITIAL; player++) {
            bend(player, bendPosition[player], atOnce);
        }
    }

    /** What cables from the modulation wheel carry, as a multiple of what the preset says. */
    public void modulationDepth(int player, float factor, boolean atOnce) {
        modulationDepth[player] = factor;
        if (sources[MODULATION] != null) {
            sources[MODULATION].move(player, modulation[player] * factor, atOnce);
        }
    }

    /** 0..1. */
    public void pressure(int player, float amount, boolean atOnce) {
        pressure.move(player, amount, atOnce);
    }

    /** Seconds from one pitch to the next. */
    public float glide(int player) {
        return glide[player];
    }

    /** A player begins where another has its controllers, or, if {@code from} is negative, where the preset has them. */
    public void begin(int player, int from) {
        for (int i = 0; i < all.length; i++) {
            all[i].copy(from < 0 ? INITIAL : from, player);
        }
        for (float[] value : values) {
            value[player] = value[from < 0 ? INITIAL : from];
        }
        if (instrument != null) {
            instrument.begin(player, from);
        }
    }

    /** The next frames of a block are these. */
    void beginBlock(int start, int limit) {
        for (PlayerRamps ramps : all) {
            ramps.begin(start, limit);
        }
    }

    /** All controllers, the bender and the pressure of all players at their initial values. */
    void clear() {
        for (int number = 0; number < sources.length; number++) {
            if (sources[number] != null) {
                sources[number].reset(PartControls.normally(number));
            }
        }
        masterTuning = 0;
        bend.reset(0);
        bendSemitones.reset(0);
        pressure.reset(0);
        Arrays.fill(volume, NORMAL_VOLUME);
        Arrays.fill(expression, 1);
        Arrays.fill(pan, MIDDLE);
        Arrays.fill(bendUp, plan.voices().bendUp());
        Arrays.fill(bendDown, plan.voices().bendDown());
        Arrays.fill(glide, plan.voices().glide());
        Arrays.fill(modulationDepth, 1);
        Arrays.fill(modulation, 0);
        Arrays.fill(tuning, 0);
        Arrays.fill(bendPosition, 0);
        for (int player = 0; player <= INITIAL; player++) {
            updateGains(player, true);
        }
    }

    /** Twice the constant-power law of pan, so that the middle (64) leaves stereo as it is; the ends are 3 dB louder on their side. */
    private void updateGains(int player, boolean atOnce) {
        double gain = plan.level() * Math.pow(volume[player] * expression[player], 2) * Math.sqrt(2);
        double angle = Math.max(0, pan[player] * 127 - 1) / 126 * Math.PI / 2;
        gainLeft.move(player, (float) (gain * Math.cos(angle)), atOnce);
        gainRight.move(player, (float) (gain * Math.sin(angle)), atOnce);
    }
}

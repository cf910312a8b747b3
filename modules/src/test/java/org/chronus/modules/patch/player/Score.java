package org.chronus.modules.patch.player;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

import org.chronus.modules.patch.plan.PlayerPlan;

/** Players, keys for them, and what they make of these in a word each: 6000+60 is key 60 going down at frame 6,000, 6000-60 coming up. */
final class Score implements NoteTarget {
    static final int RATE = 48_000, TEMPO = 120;

    final List<String> events = new ArrayList<>();
    /** Velocities by key, as they were struck last. */
    final TreeMap<Integer, Float> velocities = new TreeMap<>();
    final List<String> pressures = new ArrayList<>();
    private final TreeMap<Integer, Integer> sounding = new TreeMap<>();
    final PlayerChain chain;

    Score(PlayerPlan... plans) {
        chain = new PlayerChain(List.of(plans), RATE, TEMPO, this);
    }

    @Override public void press(int key, long frame, float velocity) {
        events.add(frame + "+" + key);
        velocities.put(key, velocity);
        sounding.merge(key, 1, (_, _) -> 1);
    }

    @Override public void lift(int key, long frame, float velocity) {
        events.add(frame + "-" + key);
        sounding.remove(key);
    }

    @Override public void pressure(int key, float amount) {
        pressures.add(key + ":" + amount);
    }

    Score down(long frame, int... keys) {
        return strike(frame, 1, keys);
    }

    Score strike(long frame, float velocity, int... keys) {
        chain.advance(frame);
        Arrays.stream(keys).forEach(key -> chain.head().press(key, frame, velocity));
        return this;
    }

    Score up(long frame, int... keys) {
        chain.advance(frame);
        Arrays.stream(keys).forEach(key -> chain.head().lift(key, frame, 0.5f));
        return this;
    }

    /** Until a frame, which is still to come. */
    Score until(long frame) {
        chain.advance(frame);
        return this;
    }

    Score tempo(long frame, float beatsPerMinute) {
        chain.advance(frame);
        chain.tempo(frame, beatsPerMinute);
        return this;
    }

    Score locate(long frame, double beats) {
        chain.advance(frame);
        chain.locate(frame, beats);
        return this;
    }

    /** What went down, in its order, without frames. */
    List<Integer> struck() {
        return events.stream().filter(event -> event.contains("+")).map(event -> Integer.valueOf(event.substring(event.indexOf('+') + 1))).toList();
    }

    /** The frames at which something went down. */
    List<Integer> times() {
        return events.stream().filter(event -> event.contains("+")).map(event -> Integer.valueOf(event.substring(0, event.indexOf('+')))).toList();
    }

    boolean isSilent() {
        return sounding.isEmpty();
    }
}

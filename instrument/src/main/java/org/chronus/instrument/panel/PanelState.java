package org.chronus.instrument.panel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.chronus.instrument.control.Answer;
import org.chronus.instrument.control.ControlRoom;
import org.chronus.instrument.control.Request;
import org.chronus.instrument.control.json.JsonAnswers;
import org.chronus.instrument.engine.EngineStats;
import tools.jackson.databind.json.JsonMapper;

/**
 * What pages show of the instrument, as JSON: what seldom changes, and what moves all the time. Mutable; the thread that looks, but for
 * {@link #whole}.
 */
final class PanelState {
    /** Of the status; what moves all the time is in the meters, and what nobody can see is left out. */
    private static final List<String> MOVES = List.of("seconds", "uptime", "memory", "voices", "load", "pid");
    private static final double SOFTEST = -90;
    private static final JsonMapper MAPPER = new JsonMapper();

    private final ControlRoom room;
    private final PlayerMonitor player;

    PanelState(ControlRoom room) {
        this.room = room;
        player = new PlayerMonitor(room.instrument().engine().blackBox());
    }

    /** [any thread] The status, and the place in the set list. */
    String whole() {
        Map<String, Object> whole = new LinkedHashMap<>();
        if (room.ask(new Request.Status(), System.nanoTime()).join() instanceof Answer.Done done
                && JsonAnswers.object(done).get("done") instanceof Map<?, ?> status) {
            status.forEach((name, value) -> {
                if (!MOVES.contains(name)) {
                    whole.put(name.toString(), value);
                }
            });
        }
        whole.put("place", room.instrument().setList().place());
        return MAPPER.writeValueAsString(whole);
    }

    /** Levels in dB below full scale, load as a share, voices, keys that are down, and what was moved last. */
    String meters() {
        EngineStats stats = room.instrument().engine().stats();
        Map<String, Object> meters = new LinkedHashMap<>();
        meters.put("left", decibels(stats.leftMeter()));
        meters.put("right", decibels(stats.rightMeter()));
        meters.put("load", Math.round(stats.load() * 1e3) / 1e3);
        meters.put("voices", stats.voices());
        player.look();
        meters.put("keys", player.keys());
        meters.put("moved", player.moved());
        return MAPPER.writeValueAsString(meters);
    }

    private static double decibels(float level) {
        return level <= 0 ? SOFTEST : Math.max(SOFTEST, Math.round(200 * Math.log10(level)) / 10.0);
    }
}

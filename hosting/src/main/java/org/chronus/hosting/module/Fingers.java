package org.chronus.hosting.module;

import org.chronus.hosting.HostedPlugin;
import org.chronus.hosting.HostedPlugin.Expression;

/**
 * What fingers do to the latest note of each key and channel, so that a plugin hears of changes alone. What a finger does at the frame at
 * which it leaves its key is for the next note of its channel, and not for the one that ends. Mutable; [audio].
 */
final class Fingers {
    private static final int KEYS = 128, PLACES = 16 * KEYS, MOST = 256;

    /** By channel and key: as the plugin knows them, and as they are. */
    private final float[][] heard = new float[Expression.values().length][PLACES];
    private final float[][] wanted = new float[Expression.values().length][PLACES];
    /** True from the beginning of a note until its finger is heard of. */
    private final boolean[] fresh = new boolean[PLACES];
    /** Places of which the plugin does not know yet. */
    private final int[] moved = new int[MOST];
    private int count;

    /** The plugin was reset: no note is known. */
    void clear() {
        count = 0;
    }

    /** A note begins: as it is at first. */
    void begin(int channel, int key) {
        int place = channel * KEYS + key;
        for (int i = 0; i < heard.length; i++) {
            heard[i][place] = i == Expression.BRIGHTNESS.ordinal() ? 0.5f : 0;
            wanted[i][place] = heard[i][place];
        }
        fresh[place] = true;
    }

    /** The plugin has heard of this pressure. */
    void press(int channel, int key, float pressure) {
        heard[Expression.PRESSURE.ordinal()][channel * KEYS + key] = pressure;
        wanted[Expression.PRESSURE.ordinal()][channel * KEYS + key] = pressure;
    }

    /** See {@link org.chronus.modules.Instrument#touch}. The plugin hears of it at once if the note has just begun, else by {@link #tell}. */
    void touch(HostedPlugin plugin, int frame, int channel, int key, float bend, float pressure, float timbre) {
        int place = channel * KEYS + key;
        wanted[Expression.BEND.ordinal()][place] = bend;
        wanted[Expression.PRESSURE.ordinal()][place] = pressure;
        wanted[Expression.BRIGHTNESS.ordinal()][place] = 0.5f + 0.5f * timbre;
        if (fresh[place] || count == MOST) {
            fresh[place] = false;
            tell(plugin, frame, place);
        } else {
            moved[count++] = place;
        }
    }

    /** See {@link org.chronus.modules.Instrument#leave}. What moved at the first frame of a piece is heard there if the finger left later. */
    void leave(HostedPlugin plugin, int frame, int channel, int key) {
        int place = channel * KEYS + key;
        if (frame > 0) {
            tell(plugin, 0, place);
        }
        for (int i = 0; i < heard.length; i++) {
            wanted[i][place] = heard[i][place];
        }
    }

    /** The plugin hears, at the first frame of its next piece, what has moved. */
    void tell(HostedPlugin plugin) {
        for (int i = 0; i < count; i++) {
            tell(plugin, 0, moved[i]);
        }
        count = 0;
    }

    private void tell(HostedPlugin plugin, int frame, int place) {
        tell(plugin, frame, place, Expression.BEND);
        tell(plugin, frame, place, Expression.PRESSURE);
        tell(plugin, frame, place, Expression.BRIGHTNESS);
    }

    private void tell(HostedPlugin plugin, int frame, int place, Expression what) {
        float value = wanted[what.ordinal()][place];
        if (heard[what.ordinal()][place] != value) {
            heard[what.ordinal()][place] = value;
            plugin.noteExpression(frame, place / KEYS, place % KEYS, what, value);
        }
    }
}

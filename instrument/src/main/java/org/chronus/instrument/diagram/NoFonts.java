package org.chronus.instrument.diagram;

import org.graphper.api.attributes.FontStyle;
import org.graphper.def.FlatPoint;
import org.graphper.layout.FontSelector;
import org.graphper.layout.MeasureText;

/**
 * Tells graph-support that texts need no room: boxes come with their size, and a small box may have no fonts, without which the usual way ends in an
 * error. The library finds it as a service. Stateless; any thread.
 */
public final class NoFonts implements MeasureText, FontSelector {
    /** Below all others, so that it is taken. */
    private static final int FIRST = -1;

    @Override public int order() {
        return FIRST;
    }

    @Override public boolean envSupport() {
        return true;
    }

    @Override public FlatPoint measure(String text, String font, double size, FontStyle... styles) {
        return new FlatPoint(0, 0);
    }

    @Override public String defaultFont() {
        return "monospace";
    }
}

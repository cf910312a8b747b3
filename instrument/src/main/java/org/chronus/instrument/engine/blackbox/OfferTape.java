package org.chronus.instrument.engine.blackbox;

import org.chronus.instrument.engine.slots.PrimedPatch;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.presets.preset.Preset;

/** The patches that the loader offered, as the engine saw them come and go; or those that it took to stand by. Audio thread; any thread reads. */
public final class OfferTape extends Tape {
    private final long[] positions;
    private final SwapReport[] reports;
    private final Preset[] presets;
    private PrimedPatch latest;

    /**
     * What was offered changed.
     *
     * @param position where the engine was when it saw it
     * @param report   of the change; null if from then on nothing was offered
     * @param preset   of the patch; null with the report
     */
    public record Entry(long position, SwapReport report, Preset preset) { }

    OfferTape(int capacity) {
        super(capacity);
        positions = new long[capacity];
        reports = new SwapReport[capacity];
        presets = new Preset[capacity];
    }

    /** [audio] This is offered now, or null. */
    void see(long position, PrimedPatch offered) {
        if (offered != latest) {
            latest = offered;
            int place = place();
            positions[place] = position;
            reports[place] = offered == null ? null : offered.report();
            presets[place] = offered == null ? null : offered.preset();
            advance();
        }
    }

    Reading<Entry> read() {
        return read(place -> new Entry(positions[place], reports[place], presets[place]));
    }
}

package org.chronus.instrument.loader;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.chronus.instrument.engine.Stage;
import org.chronus.instrument.engine.slots.PrimedPatch;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.engine.slots.SwapRequest;
import org.chronus.instrument.prime.PrimeException;
import org.chronus.instrument.prime.Primer;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.preset.PresetReader;
import org.junit.jupiter.api.Test;

class PatchPoolTest {
    private final Stage stage = new Stage();
    private final Primer primer = new Primer(Stage.RATE, stage.engine.pedals(), stage.engine.parameters());
    private final PatchPool pool = new PatchPool(3);

    private static Preset preset(String name) {
        return new PresetReader(Stage.CATALOG).read(Stage.TONE.replace("Tone", name), name).value();
    }

    private PrimedPatch put(String name) throws PrimeException {
        PrimedPatch patch = primer.prime(new SwapReport(SwapRequest.program(0, 0, 0)), preset(name));
        pool.put(patch);
        return patch;
    }

    @Test void aPatchOfAnEqualPresetIsTakenOnce() throws PrimeException {
        PrimedPatch patch = put("A");
        assertNull(pool.take(preset("B"), Stage.RATE));
        assertSame(patch, pool.take(preset("A"), Stage.RATE));
        assertNull(pool.take(preset("A"), Stage.RATE));
    }

    @Test void theOneThatWaitsLongestGoes() throws PrimeException {
        for (String name : new String[] {"A", "B", "C", "D"}) {
            put(name);
        }
        assertNull(pool.take(preset("A"), Stage.RATE));
        assertNotNull(pool.take(preset("B"), Stage.RATE));
    }

    @Test void aSecondOfOnePresetGoesBeforeTheOnlyOneOfAnother() throws PrimeException {
        put("A");
        put("B");
        put("B");
        put("C");
        assertNotNull(pool.take(preset("A"), Stage.RATE));
        assertNotNull(pool.take(preset("C"), Stage.RATE));
        assertNotNull(pool.take(preset("B"), Stage.RATE));
        assertNull(pool.take(preset("B"), Stage.RATE));
    }
}

package org.chronus.instrument.warmup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.chronus.instrument.ChildJvm;
import org.chronus.modules.builtin.BuiltInModules;
import org.junit.jupiter.api.Test;

/** What the audio thread plays allocates nothing once it is warm: each module, as the compilers are set up for the instrument. */
class KernelWarmupTest {
    @Test void everyModuleStopsAllocating() throws Exception {
        ChildJvm.Said said = ChildJvm.run(List.of(), FactoryWarmup.class);
        assertEquals("warm: " + new BuiltInModules().types().size(), said.text().lines().filter(line -> !line.startsWith("WARNING"))
                .reduce((first, second) -> first + "\n" + second).orElse(""));
    }
}

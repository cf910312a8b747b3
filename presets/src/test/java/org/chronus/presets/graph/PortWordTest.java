package org.chronus.presets.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class PortWordTest {
    private static List<String> taken(PortWord word) {
        return List.of(word.part().orElse(""), word.module(), word.port());
    }

    @Test void aCableNamesAModuleOrAPort() {
        assertEquals(List.of("", "filter", ""), taken(PortWord.ofCable("filter")));
        assertEquals(List.of("", "filter", "cutoff"), taken(PortWord.ofCable("filter.cutoff")));
        assertEquals(List.of("", "filter", "cutoff.x"), taken(PortWord.ofCable("filter.cutoff.x")));
    }

    @Test void aControllerNamesAPortAndPerhapsItsPart() {
        assertEquals(Optional.of(List.of("", "filter", "cutoff")), PortWord.ofController("filter.cutoff").map(PortWordTest::taken));
        assertEquals(Optional.of(List.of("lead", "filter", "cutoff")), PortWord.ofController("lead.filter.cutoff").map(PortWordTest::taken));
        assertTrue(PortWord.ofController("filter").isEmpty());
        assertTrue(PortWord.ofController("a.b.c.d").isEmpty());
    }

    @Test void anAddressBeginsWithItsPart() {
        assertEquals(List.of("lead", "filter", "cutoff"), taken(PortWord.ofAddress("lead/filter.cutoff")));
        assertEquals("filter.cutoff", PortWord.ofAddress("lead/filter.cutoff").name());
        assertEquals(List.of("", "filter", ""), taken(PortWord.ofAddress("filter")));
    }
}

package org.chronus.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class BuiltInModulesTest {
    private final List<ModuleType> types = new BuiltInModules().types();

    @Test void areAllFoundOnTheClassPath() {
        ModuleCatalog catalog = ModuleCatalog.load();
        for (ModuleType type : types) {
            assertEquals(type.name(), catalog.find(type.name()).orElseThrow().name());
        }
    }

    @Test void everyPortSaysWhatItDoes() {
        for (ModuleType type : types) {
            Module module = type.maker().get();
            for (Input input : module.inputs()) {
                boolean plainAudio = input.symbol().startsWith("in") && !input.isBounded();
                assertFalse(input.meaning().isEmpty() && !plainAudio, type.name() + "." + input.symbol());
                assertTrue(input.normally() >= input.minimum() && input.normally() <= input.maximum(), type.name() + "." + input.symbol());
            }
            assertTrue(module.choices().stream().noneMatch(choice -> choice.meaning().isEmpty()), type.name());
        }
    }
}

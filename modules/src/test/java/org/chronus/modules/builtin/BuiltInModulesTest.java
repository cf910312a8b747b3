package org.chronus.modules.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.chronus.modules.Input;
import org.chronus.modules.ModuleCatalog;
import org.chronus.modules.ModuleShape;
import org.chronus.modules.ModuleType;
import org.junit.jupiter.api.Test;

class BuiltInModulesTest {
    private final List<ModuleType> types = new BuiltInModules().types();

    @Test void areAllFoundOnTheClassPath() {
        ModuleCatalog catalog = ModuleCatalog.load();
        for (ModuleType type : types) {
            assertEquals(type.name(), catalog.find(type.name()).orElseThrow().name());
        }
    }

    @Test void aShapeIsWorkedOutOnce() {
        ModuleType delay = ModuleCatalog.load().find("delay").orElseThrow();
        assertSame(delay.shape(), delay.shape());
        assertTrue(delay.shape().tail() > 0);
        assertTrue(delay.shape().inputs().containsKey("time") && delay.shape().outputs().containsKey("out"));
    }

    @Test void everyPortSaysWhatItDoes() {
        for (ModuleType type : types) {
            ModuleShape shape = type.shape();
            for (Input input : shape.inputs().values()) {
                boolean plainAudio = input.symbol().startsWith("in") && !input.isBounded();
                assertFalse(input.meaning().isEmpty() && !plainAudio, type.name() + "." + input.symbol());
                assertTrue(input.normally() >= input.minimum() && input.normally() <= input.maximum(), type.name() + "." + input.symbol());
            }
            assertTrue(shape.choices().values().stream().noneMatch(choice -> choice.meaning().isEmpty()), type.name());
        }
    }

    /** What follows a note is added to 0: were that outside the range, the module would play higher by what the range lacks. */
    @Test void whatFollowsANoteHasZeroInItsRange() {
        for (ModuleType type : types) {
            for (Input input : type.shape().inputs().values()) {
                if (input.follows().isPresent() && !input.isLogarithmic()) {
                    assertTrue(input.minimum() <= 0 && input.maximum() >= 0, type.name() + "." + input.symbol());
                }
            }
        }
    }
}

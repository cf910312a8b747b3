package com.example.fold;

import java.util.List;

import org.chronus.modules.ModuleLibrary;
import org.chronus.modules.ModuleType;

/** The modules of this jar. Its name stands in META-INF/services/org.chronus.modules.ModuleLibrary. */
public final class FoldLibrary implements ModuleLibrary {
    @Override public List<ModuleType> types() {
        return List.of(new ModuleType("example_fold", "wave folder", Fold::new));
    }
}

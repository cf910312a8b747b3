package org.chronus.modules.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chronus.modules.Module;
import org.chronus.modules.PatchResources;
import org.chronus.modules.TextSetting;
import org.chronus.modules.patch.plan.PatchPlan.ModulePlan;

/** Makes the modules of one patch, and releases all of them at the patch's end. Mutable; loader thread. */
final class ModuleFactory implements AutoCloseable {
    private final float sampleRate;
    private final PatchResources resources;
    private final List<Module> made = new ArrayList<>();

    /**
     * @param sampleRate in Hz
     * @param offline    see {@link PatchResources#isOffline}
     */
    ModuleFactory(float sampleRate, boolean offline) {
        this.sampleRate = sampleRate;
        resources = new PatchResources(offline);
    }

    float sampleRate() {
        return sampleRate;
    }

    /**
     * A module with its choices, activated.
     *
     * @param width lanes that are heard
     * @throws IllegalArgumentException if there is no such choice
     */
    Module make(ModulePlan plan, int width) {
        Module module = plan.type().make();
        made.add(module);
        plan.choices().forEach((symbol, value) -> {
            Optional<TextSetting> text = module.texts().stream().filter(setting -> setting.symbol().equals(symbol)).findFirst();
            text.ifPresent(setting -> setting.set(value));
            if (text.isEmpty() && module.choices().stream().noneMatch(choice -> choice.symbol().equals(symbol) && choice.choose(value))) {
                throw new IllegalArgumentException(plan.id() + ": there is no choice " + symbol + ": " + value);
            }
        });
        module.prepare(sampleRate, width, resources);
        return module;
    }

    /** What they share. */
    PatchResources resources() {
        return resources;
    }

    /** Every module is as it was when it was activated, as far as that is not done lane by lane. */
    void clear() {
        made.forEach(Module::clear);
    }

    /** Releases every module that was made. One that throws does not keep the others from it; the first exception is thrown at the end. */
    @Override public void close() {
        RuntimeException first = null;
        for (Module module : made) {
            try {
                module.close();
            } catch (RuntimeException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        made.clear();
        resources.close();
        if (first != null) {
            throw first;
        }
    }
}

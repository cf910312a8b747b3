package com.jsyn.unitgen;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import com.jsyn.engine.SynthesisEngine;
import com.jsyn.ports.UnitPort;

public abstract class UnitGenerator {
    private final Map<String, UnitPort> ports = new LinkedHashMap<>();
    protected SynthesisEngine synthesisEngine;

    public void addPort(UnitPort port) {
        ports.put(port.getName().toLowerCase(Locale.ROOT), port);
    }

    public void addPort(UnitPort port, String name) {
        port.setName(name);
        addPort(port);
    }

    public Collection<UnitPort> getPorts() {
        return ports.values();
    }

    public void setSynthesisEngine(SynthesisEngine engine) {
        synthesisEngine = engine;
    }

    public int getFrameRate() {
        return synthesisEngine.getFrameRate();
    }

    public abstract void generate(int start, int limit);
}

package com.jsyn.unitgen;

import java.util.ArrayList;
import java.util.List;

import com.jsyn.engine.SynthesisEngine;

public class Circuit extends UnitGenerator {
    private final List<UnitGenerator> units = new ArrayList<>();

    public void add(UnitGenerator unit) {
        units.add(unit);
    }

    @Override public void setSynthesisEngine(SynthesisEngine engine) {
        super.setSynthesisEngine(engine);
        units.forEach(unit -> unit.setSynthesisEngine(engine));
    }

    @Override public void generate(int start, int limit) {
        for (UnitGenerator unit : units) {
            unit.generate(start, limit);
        }
    }
}

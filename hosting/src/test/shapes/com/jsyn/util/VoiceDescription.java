package com.jsyn.util;

import com.jsyn.unitgen.UnitVoice;

public abstract class VoiceDescription {
    private final String name;
    private final String[] presetNames;

    public VoiceDescription(String name, String[] presetNames) {
        this.name = name;
        this.presetNames = presetNames;
    }

    public String getName() {
        return name;
    }

    public String[] getPresetNames() {
        return presetNames;
    }

    public abstract UnitVoice createUnitVoice();
}

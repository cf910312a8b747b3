package com.jsyn.unitgen;

public interface UnitVoice extends UnitSource {
    void usePreset(int preset);
}

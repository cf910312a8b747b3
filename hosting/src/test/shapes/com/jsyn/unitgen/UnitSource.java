package com.jsyn.unitgen;

import com.jsyn.ports.UnitOutputPort;

public interface UnitSource {
    UnitOutputPort getOutput();
}

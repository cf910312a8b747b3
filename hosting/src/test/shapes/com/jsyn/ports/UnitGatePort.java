package com.jsyn.ports;

public class UnitGatePort extends UnitInputPort {
    private boolean off = true;

    public UnitGatePort(String name) {
        super(name);
    }

    public boolean checkGate(int frame) {
        boolean open = getValues()[frame] >= 0.01;
        boolean rises = off && open;
        off = !open;
        return rises;
    }

    public boolean isOff() {
        return off;
    }

    public void setAutoDisableEnabled(boolean enabled) { }
}

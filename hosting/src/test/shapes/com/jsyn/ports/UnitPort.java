package com.jsyn.ports;

public class UnitPort {
    private String name;

    public UnitPort(String name) {
        this.name = name;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public int getNumParts() {
        return 1;
    }
}

package org.chronus.instrument.jack;

/** A client that does nothing in its cycles; one that does something extends it. */
class QuietListener implements JackListener {
    @Override public void begin() { }

    @Override public void process(int frames) { }

    @Override public void period(int frames) { }

    @Override public void rate(int hertz) { }

    @Override public void freewheel(boolean starts) { }

    @Override public void xrun() { }

    @Override public void ports() { }

    @Override public void shutdown() { }
}

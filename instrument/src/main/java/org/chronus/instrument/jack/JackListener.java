package org.chronus.instrument.jack;

/** What a JACK server says to a client. None of it may throw. */
interface JackListener {
    /** [audio] The thread that will call {@link #process} begins. */
    void begin();

    /** [audio] The next cycle, of so many frames. */
    void process(int frames);

    /** [server] Cycles have so many frames from now on; none runs meanwhile. */
    void period(int frames);

    /** [server] It plays at this rate, in Hz, from now on, or did so all the time. */
    void rate(int hertz);

    /** [server] The server calls as fast as it can from now on, or no longer. */
    void freewheel(boolean starts);

    /** [server] It was late, or we were. */
    void xrun();

    /** [server] Ports of anybody have come or gone. */
    void ports();

    /** [server] It has ended, or has thrown the client out: no call comes any more. */
    void shutdown();
}

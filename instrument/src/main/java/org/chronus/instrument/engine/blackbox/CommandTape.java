package org.chronus.instrument.engine.blackbox;

import org.chronus.midi.command.Command;

/** The commands that an engine was given last: when it got each, and for which frame. Audio thread; any thread reads. */
public final class CommandTape extends Tape {
    private final long[] positions;
    private final long[] frames;
    private final Command[] commands;

    /**
     * One command.
     *
     * @param position where the engine was when it got it
     * @param frame    for which it was
     */
    public record Entry(long position, long frame, Command command) { }

    CommandTape(int capacity) {
        super(capacity);
        positions = new long[capacity];
        frames = new long[capacity];
        commands = new Command[capacity];
    }

    /** [audio] */
    void add(long position, long frame, Command command) {
        int place = place();
        positions[place] = position;
        frames[place] = frame;
        commands[place] = command;
        advance();
    }

    Reading<Entry> read(long passed) {
        return read(passed, place -> new Entry(positions[place], frames[place], commands[place]));
    }
}

package org.chronus.instrument.engine.state;

import org.chronus.midi.command.Command;

/** The command that is carried out now, and its place in time. One mutable object that is used again and again; audio thread only. */
public final class DueCommand {
    private Command command;
    private int frame;
    private long stamp;
    private long order;

    /**
     * It is this one's turn.
     *
     * @param frame of the present block
     * @param stamp the frame, counted from the engine's start, that it was sent for
     * @param order its place among all commands that were sent
     */
    public void set(Command command, int frame, long stamp, long order) {
        this.command = command;
        this.frame = frame;
        this.stamp = stamp;
        this.order = order;
    }

    /** What is carried out. */
    public Command command() {
        return command;
    }

    /** At which frame of the present block. */
    public int frame() {
        return frame;
    }

    /** The frame, counted from the engine's start, that it was sent for. */
    public long stamp() {
        return stamp;
    }

    /** Its place among all commands that were sent. */
    public long order() {
        return order;
    }

    /** True if a place in time, a frame and an order, is after another; orders are above 0, so that order -1 stands for a whole frame. */
    public static boolean isAfter(long stamp, long order, long otherStamp, long otherOrder) {
        return stamp > otherStamp || stamp == otherStamp && order > otherOrder;
    }
}

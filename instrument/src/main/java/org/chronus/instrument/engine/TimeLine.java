package org.chronus.instrument.engine;

import org.chronus.instrument.engine.routing.CommandRouter;
import org.chronus.instrument.engine.slots.CommitTimes;
import org.chronus.instrument.engine.slots.Slots;
import org.chronus.instrument.engine.state.DueCommand;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.ExactCommand;
import org.chronus.midi.command.GridCommand;
import org.chronus.midi.command.Selection;

/**
 * Everything that was sent, in its order in time: commands wait here for their frame, and the changes of the patch stand among them. Mutable;
 * audio thread only. Positions are frames from the engine's start, {@code start} and {@code limit} frames of the present block.
 */
final class TimeLine {
    private final CommandSchedule schedule;
    private final DueCommand due = new DueCommand();
    private final Slots slots;
    private final CommandRouter router;
    private final EngineFaults faults;

    /** @param capacity a power of two: sides of commands that may wait */
    TimeLine(int capacity, Slots slots, CommandRouter router, EngineFaults faults) {
        schedule = new CommandSchedule(capacity);
        this.slots = slots;
        this.router = router;
        this.faults = faults;
    }

    /** A command gets its place. False if there is no room. */
    boolean add(long frame, Command command) {
        long order = schedule.nextOrder();
        if (command instanceof Selection.Commit commit) {
            slots.commits().add(commit.number(), frame, order);
            return true;
        }
        if (schedule.isFull()) {
            return false;
        }
        if (command instanceof ExactCommand exact && exact.concernsNotes()) {
            schedule.addExact(frame, order, command);
        }
        if (command instanceof GridCommand) {
            schedule.addOnGrid(frame, order, command);
        }
        return true;
    }

    /** What was sent after the change whose patch is ready waits until that patch has taken over; what was sent before does not. */
    void holdBehindNextPatch() {
        int commit = slots.nextCommit();
        if (commit == CommitTimes.NONE) {
            schedule.release();
        } else {
            schedule.hold(slots.commits().frame(commit), slots.commits().order(commit));
        }
    }

    /** At a grid line: what was sent before the change that may take over here is still for the patch that plays. */
    void carryOutBeforeSwap(long position) {
        router.song().moveTo(position);
        if (slots.nextCommit() != CommitTimes.NONE) {
            while (schedule.nextFrame() <= position) {
                carryOutNext(0);
            }
        }
    }

    /** The first frame after that position for which a command of the control grid waits: there blocks are cut. */
    long nextCut(long position) {
        return schedule.nextCut(position);
    }

    /**
     * Carries out what waits for the control grid and is due at {@code position}, the frame {@code start} of the block. At a grid line that is
     * also what waited for a patch, in its order: a ramp begins between two pieces of a block.
     */
    void carryOutOnGrid(long position, int start) {
        router.song().moveTo(position);
        while (schedule.nextFrame() <= position && (schedule.nextIsOnGrid() || start == 0 && schedule.nextFrame() < position)) {
            carryOutNext(start);
        }
    }

    /** Carries out what is due from {@code position}, the frame {@code start} of the block, until its frame {@code limit}. */
    void carryOut(long position, int start, int limit) {
        while (schedule.nextFrame() < position + limit - start) {
            carryOutNext(start + (int) (Math.max(position, schedule.nextFrame()) - position));
        }
    }

    /** True if nothing waits, held back or not. */
    boolean isEmpty() {
        return schedule.isEmpty();
    }

    /** An error of ours costs this command only. */
    private void carryOutNext(int frame) {
        boolean onGrid = schedule.nextIsOnGrid();
        schedule.take(due, frame);
        try {
            if (onGrid) {
                router.carryOutOnGrid(due);
            } else {
                router.carryOutExactly(due);
            }
        } catch (Throwable thrown) {
            faults.add(thrown);
        }
    }
}

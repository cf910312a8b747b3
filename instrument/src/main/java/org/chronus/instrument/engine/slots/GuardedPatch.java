package org.chronus.instrument.engine.slots;

import org.chronus.instrument.engine.state.ControllerState;
import org.chronus.midi.command.ParameterChange;
import org.chronus.midi.command.Setting;
import org.chronus.modules.patch.Part;

/**
 * A patch as commands reach it: every call goes to the patch if it sounds, and what it throws is the failure of this patch and of no other,
 * and ends here. Audio thread only.
 */
public abstract class GuardedPatch {
    private PrimedPatch primed;
    private boolean played;

    /** The patch; null if there is none. */
    public final PrimedPatch primed() {
        return primed;
    }

    final void hold(PrimedPatch patch) {
        primed = patch;
    }

    /** True if its patch runs. */
    public abstract boolean sounds();

    /** Stops the patch for good. {@code thrown} may be null. */
    abstract void fail(FailureCause cause, Throwable thrown);

    /** True if a note was played on it since it became active. */
    public final boolean wasPlayed() {
        return played;
    }

    final void setPlayed(boolean wasPlayed) {
        played = wasPlayed;
    }

    /** True if it holds what was primed as that generation. */
    public final boolean has(long generation) {
        return primed != null && primed.generation() == generation;
    }

    /** By this time of {@link System#nanoTime} the present period should have its sound. */
    public final void deadline(long nanos) {
        if (primed != null) {
            primed.patch().deadline(nanos);
        }
    }

    /** True if its patch sounds and hears what comes in. */
    public final boolean hears() {
        return sounds() && primed.patch().hears();
    }

    /** What comes in, see {@link org.chronus.modules.patch.Patch#hear}. */
    public final void hear(float[] left, float[] right, int at, int start, int limit) {
        if (sounds()) {
            primed.patch().hear(left, right, at, start, limit);
        }
    }

    /** Does something to the patch. */
    public final void call(PatchCall call, int which, int what, float value) {
        if (sounds()) {
            try {
                call.on(primed, which, what, value);
            } catch (Throwable thrown) {
                fail(FailureCause.EXCEPTION, thrown);
            }
        }
    }

    /** A key goes down at a frame of the present block. */
    public final void press(int key, int frame, float velocity) {
        if (sounds()) {
            played = true;
            try {
                primed.notes().press(key, frame, velocity);
            } catch (Throwable thrown) {
                fail(FailureCause.EXCEPTION, thrown);
            }
        }
    }

    /** A knob that is bound to a parameter turns. Returns the parameter's value, in the unit of its port; not a number if nothing changed. */
    public final float turn(ParameterChange.Turn turn) {
        if (sounds()) {
            try {
                return primed.turn(turn.parameter(), turn.from(), turn.to(), turn.picksUp());
            } catch (Throwable thrown) {
                fail(FailureCause.EXCEPTION, thrown);
            }
        }
        return Float.NaN;
    }

    /** The same for a knob without an end. */
    public final float nudge(ParameterChange.Nudge nudge) {
        if (sounds()) {
            try {
                return primed.nudge(nudge.parameter(), nudge.by());
            } catch (Throwable thrown) {
                fail(FailureCause.EXCEPTION, thrown);
            }
        }
        return Float.NaN;
    }

    /** What sounds goes over to a tuning, with {@code shift} semitones added. */
    public final void retune(Setting.KeyTuning tuning, float shift, int frame) {
        if (sounds()) {
            try {
                primed.notes().retune(tuning, shift, frame);
            } catch (Throwable thrown) {
                fail(FailureCause.EXCEPTION, thrown);
            }
        }
    }

    /** What is written in beats goes over to this tempo, smoothed unless {@code atOnce}. */
    public final void tempo(float beatsPerMinute, boolean atOnce) {
        if (sounds()) {
            try {
                primed.tempo(beatsPerMinute, atOnce);
            } catch (Throwable thrown) {
                fail(FailureCause.EXCEPTION, thrown);
            }
        }
    }

    /** What has a rate or steps in beats goes to this place of a song. */
    public final void locate(double beats) {
        if (sounds()) {
            try {
                primed.locate(beats);
            } catch (Throwable thrown) {
                fail(FailureCause.EXCEPTION, thrown);
            }
        }
    }

    /** Fades a group of voices that nothing holds. Returns how many notes that took; 0 if there is none. */
    final int takeReleased() {
        if (sounds()) {
            try {
                return primed.notes().takeReleased();
            } catch (Throwable thrown) {
                fail(FailureCause.EXCEPTION, thrown);
            }
        }
        return 0;
    }

    /** Fades the group that will be missed least; a part's last only if it may be {@code any}. Returns how many notes that took. */
    final int takeLeast(boolean any) {
        if (sounds()) {
            try {
                return primed.notes().takeLeast(any);
            } catch (Throwable thrown) {
                fail(FailureCause.EXCEPTION, thrown);
            }
        }
        return 0;
    }

    /** It takes over what carries over of controllers, and those that moved after a place in time. */
    public final void learn(ControllerState state, long frame, long order) {
        if (sounds()) {
            try {
                for (Part part : primed.parts()) {
                    state.giveTo(part, frame, order);
                }
            } catch (Throwable thrown) {
                fail(FailureCause.EXCEPTION, thrown);
            }
        }
    }
}

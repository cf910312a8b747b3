package org.chronus.modules.patch.plan;

import java.util.List;

import org.chronus.modules.NoteSignal;
import org.chronus.modules.patch.plan.PatchPlan.ModulePlan;

/** What runs in its turn within a graph: a module, or what every graph of its kind has. Immutable; any thread. */
public sealed interface GraphNode permits ModulePlan, GraphNode.BuiltIn {
    /** Its name in a graph. */
    String id();

    /** What can be cabled to it, in the order of its module's inputs. */
    List<Target> inputs();

    /** What can be cabled from it, in the order of its module's outputs. */
    List<Source> outputs();

    /** True if what enters it comes out a block later, so that a loop may pass through it. */
    boolean isFeedback();

    /** True for the end of a graph. */
    default boolean isEnd() {
        return this == BuiltIn.VOICE_OUT || this == BuiltIn.MIX_OUT;
    }

    /** A node that is there without being written. */
    enum BuiltIn implements GraphNode {
        /** The pitch of a voice's note. */
        NOTE_PITCH("note.pitch", List.of(new Target.NotePitch()),
                List.of(new Source.NoteOutput(NoteSignal.PITCH), new Source.NoteOutput(NoteSignal.OCTAVE))),
        /** The end of a voice. */
        VOICE_OUT("out", List.of(Target.Out.LEFT, Target.Out.RIGHT), List.of()),
        /** The end of the mix. */
        MIX_OUT("out", List.of(Target.Out.MIX), List.of());

        private final String id;
        private final List<Target> inputs;
        private final List<Source> outputs;

        BuiltIn(String id, List<Target> inputs, List<Source> outputs) {
            this.id = id;
            this.inputs = inputs;
            this.outputs = outputs;
        }

        @Override public String id() {
            return id;
        }

        @Override public List<Target> inputs() {
            return inputs;
        }

        @Override public List<Source> outputs() {
            return outputs;
        }

        @Override public boolean isFeedback() {
            return false;
        }
    }
}

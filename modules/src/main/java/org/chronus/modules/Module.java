package org.chronus.modules;

import java.util.ArrayList;
import java.util.List;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A unit generator: ports, state, and one plain loop over frames in which every vector is {@link #LANES} voices wide (in a mix: left,
 * right, and lanes that are not heard).
 *
 * <p>To write one, declare ports and state in fields and implement {@link #generate}: read fields into locals, loop from
 * {@code start} to {@code limit}, write state back. Call {@code FloatVector} methods directly in the loop: a helper method that takes or
 * returns vectors makes them objects. No {@code reduceLanes} and no {@code lanewise} transcendental: their bits change when the
 * compiler gets to them. {@code ModuleContract.check(MyModule::new)} in a test proves the rest.
 *
 * <p>Threads: constructed, given its choices and activated by the loader; then it belongs to whoever runs its patch.
 */
public abstract class Module {
    /** The machine's preferred vector of floats. Constant, or the compiler would not see through it. */
    public static final VectorSpecies<Float> LANE = FloatVector.SPECIES_PREFERRED;
    /** As many ints. */
    public static final VectorSpecies<Integer> LANE_INT = IntVector.SPECIES_PREFERRED;
    /** Voices side by side: 4, 8 or 16. */
    public static final int LANES = LANE.length();
    /** Frames from one grid line to the next; the most that one call generates. */
    public static final int BLOCK = 64;

    /** Where a module may stand: anywhere, in the mix only, or in the place of a part's voices. */
    public enum Place { ANYWHERE, MIX, PART }

    private final List<Input> inputs = new ArrayList<>();
    private final List<Output> outputs = new ArrayList<>();
    private final List<Choice<?>> choices = new ArrayList<>();
    private final List<TextSetting> texts = new ArrayList<>();
    private final List<State> states = new ArrayList<>();
    private final List<Phase> phases = new ArrayList<>();
    private final List<Seed> seeds = new ArrayList<>();
    private float sampleRate = 48_000;
    private int width = LANES;
    private PatchResources resources;
    private boolean closed;

    /** Declares an input: by itself an audio input, normally 0; a range, a unit and more are chained to it. */
    protected final Input input(String symbol) {
        Input input = new Input(symbol);
        inputs.add(input);
        return input;
    }

    /** Declares an output. The one that a bare module name means is called {@code "out"}. */
    protected final Output output(String symbol) {
        Output output = new Output(symbol);
        outputs.add(output);
        return output;
    }

    /** Declares a setting that is fixed when the patch is built. */
    protected final <E extends Enum<E>> Choice<E> choice(String symbol, E normally) {
        Choice<E> choice = new Choice<>(symbol, normally);
        choices.add(choice);
        return choice;
    }

    /** Declares a setting that is a text. */
    protected final TextSetting text(String symbol) {
        TextSetting text = new TextSetting(symbol);
        texts.add(text);
        return text;
    }

    /** Declares a float per lane that lasts; 0 when a voice starts. */
    protected final State state() {
        State state = new State();
        states.add(state);
        return state;
    }

    /** Declares a position in a cycle per lane; 0 when a voice starts. */
    protected final Phase phase() {
        Phase phase = new Phase();
        phases.add(phase);
        return phase;
    }

    /** Declares a random number per lane, another one at each start of a voice. */
    protected final Seed seed() {
        Seed seed = new Seed();
        seeds.add(seed);
        return seed;
    }

    /** Frames per second; known from {@link #activate} on. */
    protected final float sampleRate() {
        return sampleRate;
    }

    /**
     * How many lanes are heard: {@link #LANES} among voices, 2 in a mix. For modules that work lane by lane; known from {@link #activate}
     * on.
     */
    protected final int width() {
        return width;
    }

    /** [loader] What the modules of a patch share; known from {@link #activate} on. */
    protected final PatchResources resources() {
        return resources;
    }

    /** [loader] Rate, width and choices are known: allocate and compute tables. The only place that may fail. */
    protected void activate() { }

    /** [loader] The patch has ended: give back foreign memory, files and processes. Called once, also if {@link #activate} has failed. */
    protected void release() { }

    /** [loader] Back to what it was when it was activated, as far as that takes too long for {@link #reset}: another patch life begins. */
    protected void renew() { }

    /** [audio] This lane starts anew; its states are zero already. The other lanes go on sounding. */
    protected void reset(int lane) { }

    /**
     * [audio] Writes frames {@code start} to {@code limit - 1} of every output, within a block of {@link #BLOCK}. Neither allocates nor
     * throws. However a block is cut into calls, the same bits come out.
     */
    public abstract void generate(int start, int limit);

    /** [audio] Song position, for a module with a rate in beats: the number of its own cycles since the song's beginning, 0 or more. */
    public void locate(double cycles) { }

    /** Where it may stand. */
    public Place place() {
        return Place.ANYWHERE;
    }

    /** Frames by which the output comes later than the input. */
    public int latency() {
        return 0;
    }

    /** Seconds for which it may sound on after its input has ended; infinite if unknown. */
    public double tail() {
        return 0;
    }

    /** [loader] Before anything else: rate in Hz, and the number of lanes that are heard. Then {@link #activate} runs. */
    public final void prepare(float sampleRate, int width) {
        prepare(sampleRate, width, new PatchResources());
    }

    /** [loader] The same in a patch. */
    public final void prepare(float sampleRate, int width, PatchResources shared) {
        resources = shared;
        this.sampleRate = sampleRate;
        this.width = width;
        activate();
        for (int lane = 0; lane < LANES; lane++) {
            restart(lane, 1);
        }
    }

    /** [audio] Where no patch does it: says with which frame since the beginning the present block begins. */
    public final void clock(long frame) {
        resources.frame(frame);
    }

    /** [loader] The patch has been played and will be again: {@link #renew} runs. */
    public final void clear() {
        renew();
    }

    /** [loader] After everything else: {@link #release} runs, the first time only. */
    public final void close() {
        if (!closed) {
            closed = true;
            release();
        }
    }

    /** [audio] A voice starts on this lane: every state is zeroed and every seed drawn from the number of the start. */
    public final void restart(int lane, int start) {
        for (int i = 0; i < states.size(); i++) {
            states.get(i).reset(lane);
        }
        for (int i = 0; i < phases.size(); i++) {
            phases.get(i).reset(lane);
        }
        for (int i = 0; i < seeds.size(); i++) {
            seeds.get(i).reset(lane, start + i * 0x51ED27);
        }
        reset(lane);
    }

    /** [audio] At grid lines: zeroes states that are too small to hear. */
    public final void flush() {
        for (int i = 0; i < states.size(); i++) {
            states.get(i).flush();
        }
    }

    /** In the order of their declaration. */
    public final List<Input> inputs() {
        return inputs;
    }

    /** In the order of their declaration. */
    public final List<Output> outputs() {
        return outputs;
    }

    /** In the order of their declaration. */
    public final List<Choice<?>> choices() {
        return choices;
    }

    /** In the order of their declaration. */
    public final List<TextSetting> texts() {
        return texts;
    }
}

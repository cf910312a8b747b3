package org.chronus.modules;

import java.util.Arrays;
import java.util.Optional;

/**
 * An input port of a module: a value from the preset plus whatever is cabled to it, summed, clamped to the range and converted by the
 * engine before {@link Module#generate}. Declared in the module's field; the declaration is all that the validator, the
 * {@code describe} command and the engine know of it.
 *
 * <p>The methods that declare are called while the module is constructed, the others by any thread.
 */
public final class Input extends Signal {
    private final String symbol;
    private Unit unit = Unit.NONE;
    private double minimum = -Float.MAX_VALUE;
    private double maximum = Float.MAX_VALUE;
    private double normally;
    private double smoothing;
    private boolean logarithmic;
    private boolean held;
    private boolean replaced;
    private NoteSignal follows;
    private String meaning = "";
    private Conversion conversion = Conversion.NONE;

    Input(String symbol) {
        this.symbol = symbol;
    }

    /** The values that may reach the kernel, before conversion. */
    public Input range(double minimum, double maximum, Unit unit) {
        if (!(minimum < maximum)) {
            throw new IllegalArgumentException(symbol + ": a range from " + minimum + " to " + maximum + " is empty");
        }
        this.minimum = minimum;
        this.maximum = maximum;
        this.unit = unit;
        return normally(Math.clamp(normally, minimum, maximum));
    }

    /** A range of plain numbers. */
    public Input range(double minimum, double maximum) {
        return range(minimum, maximum, Unit.NONE);
    }

    /** The value while a preset says nothing, in the port's unit. */
    public Input normally(double value) {
        normally = value;
        Arrays.fill(data, conversion.apply((float) value));
        return this;
    }

    /**
     * A signal of the note that is cabled to it while a preset gives it no value. The preset's own cables add to it. A logarithmic input that
     * follows the octave is multiplied by it: its usual value is that of C4.
     */
    public Input follows(NoteSignal signal) {
        follows = signal;
        return this;
    }

    /** Its usual value is one for want of cables: whatever is cabled to it takes the place of that, and adds only to what a preset says. */
    public Input replaced() {
        replaced = true;
        return this;
    }

    /** Logarithmic: cables with an amount in octaves or semitones multiply it, and ramps run along its logarithm. */
    public Input logarithmic() {
        if (!(minimum > 0)) {
            throw new IllegalStateException(symbol + ": only a range above 0 can be logarithmic");
        }
        logarithmic = true;
        return this;
    }

    /** How long a change of the value takes, in seconds; 0 (a step) unless declared. */
    public Input smoothed(double seconds) {
        smoothing = seconds;
        return this;
    }

    /**
     * Read at grid lines and note starts only, and constant between them ({@code step} is always 0), so that the module may work out
     * coefficients once per call. For times and shapes, which need no modulation at audio rate.
     */
    public Input held() {
        held = true;
        return this;
    }

    /** The conversion from the port's own unit to what the kernel reads. */
    public Input as(Conversion conversion) {
        this.conversion = conversion;
        return normally(normally);
    }

    /** Says in a few words what it does. */
    public Input means(String text) {
        meaning = text;
        return this;
    }

    public String symbol() {
        return symbol;
    }

    public Unit unit() {
        return unit;
    }

    public double minimum() {
        return minimum;
    }

    public double maximum() {
        return maximum;
    }

    /**
     * The most that reaches the kernel at a sample rate: frequencies stay below 0.47 of it, where filters are still stable and their
     * approximations hold.
     */
    public double maximum(float sampleRate) {
        return unit == Unit.HERTZ ? Math.min(maximum, 0.47 * sampleRate) : maximum;
    }

    /** True if a range was declared; audio inputs have none. */
    public boolean isBounded() {
        return minimum > -Float.MAX_VALUE;
    }

    public double normally() {
        return normally;
    }

    /** Seconds. */
    public double smoothing() {
        return smoothing;
    }

    public boolean isLogarithmic() {
        return logarithmic;
    }

    public boolean isHeld() {
        return held;
    }

    /** The signal that is cabled to it by default. */
    public Optional<NoteSignal> follows() {
        return Optional.ofNullable(follows);
    }

    /** True if its usual value goes when something is cabled to it. */
    public boolean isReplaced() {
        return replaced;
    }

    /** True if the signal that it follows multiplies it. */
    public boolean followsInOctaves() {
        return logarithmic && follows == NoteSignal.OCTAVE;
    }

    /** True if it follows the gate of the note. */
    public boolean isGate() {
        return follows == NoteSignal.GATE;
    }

    public Conversion conversion() {
        return conversion;
    }

    public String meaning() {
        return meaning;
    }
}

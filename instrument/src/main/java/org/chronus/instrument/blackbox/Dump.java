package org.chronus.instrument.blackbox;

import java.util.List;
import java.util.Optional;

import org.chronus.instrument.engine.blackbox.CallbackTape;
import org.chronus.instrument.engine.blackbox.CommandTape;
import org.chronus.instrument.engine.blackbox.TroubleTape;
import org.chronus.instrument.engine.slots.SwapRequest;
import org.chronus.presets.preset.PresetSource;
import org.chronus.presets.preset.Transition;

/**
 * What a black box held at a moment, with all that is needed to play it again. Immutable; any thread. Positions and frames are counted from
 * the engine's start.
 *
 * @param names     of parameters: the place in the list is the number that commands have
 * @param presets   that were offered
 * @param spares    patches that were taken to stand by
 * @param callbacks of the last two minutes
 */
public record Dump(Header header, List<String> names, List<Sound> presets, List<Offer> offers, List<Offer> spares,
                   List<CommandTape.Entry> commands, List<TroubleTape.Entry> troubles, List<CallbackTape.Entry> callbacks) {
    /**
     * The engine, and the span of time.
     *
     * @param made       when, in words
     * @param cause      why
     * @param rate       in Hz
     * @param period     frames in a period of the audio device; 0 if there is none
     * @param channels   bit n: MIDI channel n plays
     * @param pitchOffset semitones added to every key
     * @param tuning     the pitches of 128 keys; empty for equal semitones
     * @param transition how patches change; empty to leave it to each preset
     * @param bank       its name
     * @param start      from where on everything is here
     * @param end        the frame after the last
     * @param input      true if sound came in, which is not kept
     */
    public record Header(String made, String cause, int rate, int period, int channels, float pitchOffset, List<Float> tuning,
                         Optional<Transition> transition, String bank, long start, long end, boolean input) { }

    /**
     * A preset as it was then.
     *
     * @param origin file that it came from
     * @param tuning the pitches of its keys; empty for that of the instrument
     */
    public record Sound(String name, String origin, PresetSource source, List<Float> tuning) { }

    /**
     * What was offered to the engine changed; or, among the spares, a patch was taken to stand by.
     *
     * @param position  where the engine was when it saw it
     * @param preset    the place in the list; {@link #NOTHING} if from then on nothing was offered
     * @param number    of its {@link SwapRequest}
     * @param frame     of its {@link SwapRequest}
     * @param swapFrame where the patch took over; -1 if it did not
     */
    public record Offer(long position, int preset, long number, long frame, int bank, int program, long swapFrame) {
        static final int NOTHING = -1;

        /** Nothing is offered any more. */
        static Offer nothing(long position) {
            return new Offer(position, NOTHING, 0, 0, SwapRequest.NO_PROGRAM, SwapRequest.NO_PROGRAM, -1);
        }

        boolean isNothing() {
            return preset == NOTHING;
        }
    }

    /** A frame in seconds. */
    double seconds(long frame) {
        return frame / (double) header.rate();
    }
}

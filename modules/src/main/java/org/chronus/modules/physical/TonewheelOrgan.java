package org.chronus.modules.physical;

import java.util.Arrays;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.chronus.modules.Choice;
import org.chronus.modules.Conversion;
import org.chronus.modules.Input;
import org.chronus.modules.NoteSignal;
import org.chronus.modules.Output;
import org.chronus.modules.Seed;
import org.chronus.modules.State;
import org.chronus.modules.Unit;

/**
 * A key of a tonewheel organ: nine contacts, which close one after the other, lead to nine of the 91 wheels ({@link TonewheelGenerator}), folded back
 * by octaves at both ends. The wheels turn all the time, so that a wheel has the same phase in every voice; a bend turns them faster, for its voice.
 * A drawbar that is pulled out to 8 is a sine of 0.25.
 */
public final class TonewheelOrgan extends KeyedModule {
    /** The wheel of the percussion: that of the drawbar 4', or 2 2/3'. */
    public enum Harmonic { SECOND, THIRD }

    private static final String[] FEET = {"16", "5_1_3", "8", "4", "2_2_3", "2", "1_3_5", "1_1_3", "1"};
    /** From the key's own wheel, in semitones. */
    private static final int[] ABOVE = {-12, 7, 0, 12, 19, 24, 28, 31, 36};
    private static final int BARS = FEET.length, FOUR_FEET = 3, LOWEST_KEY = 24, LOWEST_WHEEL = 12;
    private static final float FULL = 0.25f;
    /** The drawbar's notches are 3 dB apart. */
    private static final float[] NOTCHES = {0, 0.0884f, 0.125f, 0.1768f, 0.25f, 0.3536f, 0.5f, 0.7071f, 1, 1};
    /** Four times the third harmonic of the lowest wheel; the highest has none. */
    private static final float COLOUR = 0.1f;
    private static final float SOFTEST = 0.003f, LEAST_DECAY = 0.05f, LOG_CLICK = 3.4f, LOG_1000 = 6.9077554f, LONG_AGO = 1e6f;

    private final Input pitch = input("pitch").range(-24, 136, Unit.NOTE).follows(NoteSignal.PITCH).as(Conversion.FREQUENCY)
            .means("note number: the nearest key when the gate rises; it bends that from then on");
    private final Input[] drawbars = new Input[BARS];
    private final Input click;
    private final Input spread;
    private final Input leakage;
    private final Input percussion;
    private final Input decay;
    private final Choice<Harmonic> harmonic = choice("harmonic", Harmonic.SECOND).means("of the percussion: second (4') or third (2 2/3')");
    private final Output out = output("out");
    private final Seed seed = seed();
    private final State bleed = state();
    private final Contact[] contacts = new Contact[BARS];
    private final float[] level = new float[LANES], age = new float[LANES], nominal = new float[LANES];
    private final float[] speed = new float[LANES], fall = new float[LANES], drawn = new float[LANES];
    private final float[] seenClick = new float[LANES], seenDecay = new float[LANES];
    private final float[] turning = new float[BLOCK * LANES], sum = new float[BLOCK * LANES];
    private final float[] silence = new float[BLOCK];
    private TonewheelGenerator generator;

    /** A key with its drawbars at 00 8000 000. */
    public TonewheelOrgan() {
        for (int bar = 0; bar < BARS; bar++) {
            drawbars[bar] = input("d" + FEET[bar]).range(0, 8).normally(bar == 2 ? 8 : 0).held()
                    .means("drawbar " + FEET[bar].replaceFirst("_", " ").replace('_', '/') + "': 0 to 8, each 3 dB");
            contacts[bar] = new Contact(state(), state(), phase());
        }
        click = input("click").range(0, 1, Unit.SHARE).normally(0.4).held().means("how abruptly a contact closes: 0 within 3 ms, 1 at once");
        spread = input("spread").range(0, 0.05, Unit.SECONDS).normally(0.004).held().means("within which the nine contacts close");
        leakage = input("leakage").range(0, 1, Unit.SHARE).normally(0.3).held().means("of all wheels into the key; 1 is -30 dB");
        percussion = input("percussion").range(0, 1, Unit.SHARE).held()
                .means("on a key that goes down while no other is; 1 is as loud as a drawbar");
        decay = input("percussion_decay").range(LEAST_DECAY, 10, Unit.SECONDS).normally(1).logarithmic().held()
                .means("until it has decayed by 60 dB: fast 1 s, slow 4 s");
    }

    @Override protected void activate() {
        generator = TonewheelGenerator.of(resources(), sampleRate());
    }

    @Override protected void renew() {
        generator.clear();
    }

    @Override protected void reset(int lane) {
        age[lane] = LONG_AGO;
        nominal[lane] = 0;
        for (Contact contact : contacts) {
            contact.reset(lane);
        }
        seenClick[lane] = -1;
        seenDecay[lane] = -1;
    }

    @Override protected void prepare() {
        Arrays.fill(drawn, 0);
        for (int bar = 0; bar < BARS; bar++) {
            float[] position = drawbars[bar].data, target = contacts[bar].drawn;
            for (int lane = 0; lane < LANES; lane++) {
                int notch = Math.clamp((int) position[lane], 0, NOTCHES.length - 2);
                target[lane] = NOTCHES[notch] + (position[lane] - notch) * (NOTCHES[notch + 1] - NOTCHES[notch]);
                drawn[lane] += target[lane];
            }
        }
        for (int lane = 0; lane < LANES; lane++) {
            if (seenClick[lane] != click.data[lane]) {
                seenClick[lane] = click.data[lane];
                speed[lane] = (float) -StrictMath.expm1(-1 / (SOFTEST * StrictMath.exp(-LOG_CLICK * click.data[lane]) * sampleRate()));
            }
            if (seenDecay[lane] != decay.data[lane]) {
                seenDecay[lane] = decay.data[lane];
                fall[lane] = (float) StrictMath.exp(-LOG_1000 / (decay.data[lane] * sampleRate()));
            }
            level[lane] = leakage.data[lane] * drawn[lane];
        }
    }

    @Override protected void turn(int lane, int at, boolean down) {
        age[lane] = 0;
        if (down) {
            press(lane, at, generator.frame() + at);
        }
    }

    private void press(int lane, int at, long frame) {
        float hertz = pitch.data[at * pitch.step + lane];
        int key = Keys.nearest(hertz);
        boolean other = nominal[lane] != Keys.perHertz(key);
        nominal[lane] = Keys.perHertz(key);
        float turns = Keys.rounded(hertz * nominal[lane]), first = Float.MAX_VALUE;
        int random = seed.data[lane];
        for (int bar = 0; bar < BARS; bar++) {
            if (other) {
                int wheel = fold(key - LOWEST_KEY + ABOVE[bar]);
                contacts[bar].turn(lane, generator.advance(wheel), turns, frame);
                contacts[bar].colour[lane] = COLOUR * (1 - wheel / (float) TonewheelGenerator.WHEELS);
            }
            random ^= random << 13;
            random ^= random >>> 17;
            random ^= random << 5;
            contacts[bar].delay[lane] = (int) ((random >>> 8) * 0x1p-24f * spread.data[lane] * sampleRate());
            first = contacts[bar].drawn[lane] > 0 ? Math.min(first, contacts[bar].delay[lane]) : first;
        }
        seed.data[lane] = random;
        for (Contact contact : contacts) {
            contact.delay[lane] = Math.max(contact.delay[lane] - first, 0);
        }
        float since = generator.press(frame);
        contacts[FOUR_FEET + harmonic.value().ordinal()].extra.data[lane] = percussion.data[lane]
                * (float) StrictMath.exp(-LOG_1000 * since / (decay.data[lane] * sampleRate()));
    }

    /** Octaves down beyond the highest wheel; up below the thirteenth, since the pedals alone have those. */
    private static int fold(int wheel) {
        int folded = wheel;
        while (folded >= TonewheelGenerator.WHEELS) {
            folded -= 12;
        }
        while (folded < LOWEST_WHEEL) {
            folded += 12;
        }
        return folded;
    }

    @Override protected void play(int start, int limit) {
        float[] f = pitch.data;
        int df = pitch.step, last = df == 0 ? start + 1 : limit;
        FloatVector per = FloatVector.fromArray(LANE, nominal, 0);
        for (int i = start; i < last; i++) {
            FloatVector.fromArray(LANE, f, i * df).mul(per).add(Keys.ROUND).sub(Keys.ROUND).intoArray(turning, i * df);
        }
        for (int i = start; i < limit; i++) {
            FloatVector.zero(LANE).intoArray(sum, i * LANES);
        }
        close(df, start, limit);
        leak(start, limit);
        hold(limit);
        FloatVector.fromArray(LANE, age, 0).add((float) (limit - start)).min(LONG_AGO).intoArray(age, 0);
    }

    /** What no contact of any key lets through is passed over. */
    private void close(int df, int start, int limit) {
        for (Contact contact : contacts) {
            if (contact.isSilent(held(), age)) {
                contact.skip(turning, df, start, limit);
            } else {
                contact.play(turning, df, held(), age, speed, fall, sum, start, limit);
            }
        }
    }

    private void hold(int limit) {
        if (isAnyHeld()) {
            generator.hold(generator.frame() + limit - 1);
        }
    }

    /** All the wheels together are worth a voice's time. */
    private boolean isLeaking() {
        return FloatVector.fromArray(LANE, bleed.data, 0).add(FloatVector.fromArray(LANE, level, 0)).compare(VectorOperators.GT, 0f).anyTrue();
    }

    private void leak(int start, int limit) {
        float[] y = out.data, bed = isLeaking() ? generator.leakage() : silence;
        int dy = out.step;
        FloatVector on = FloatVector.fromArray(LANE, held(), 0), full = FloatVector.fromArray(LANE, level, 0).mul(on);
        FloatVector now = FloatVector.fromArray(LANE, bleed.data, 0), k = FloatVector.fromArray(LANE, speed, 0);
        for (int i = start; i < limit; i++) {
            now = now.add(full.sub(now).mul(k));
            FloatVector.fromArray(LANE, sum, i * LANES).add(now.mul(bed[i])).mul(FULL).intoArray(y, i * dy);
        }
        now.intoArray(bleed.data, 0);
    }
}

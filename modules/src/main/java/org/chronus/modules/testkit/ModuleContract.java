package org.chronus.modules.testkit;

import static org.chronus.modules.Module.LANES;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.chronus.modules.Choice;
import org.chronus.modules.Module;

/**
 * What the engine takes for granted of every module, proved on one: {@code ModuleContract.check(MyModule::new)} in a test is all that an
 * author needs. Each value of each choice is tried. Takes a second or two, most of it for the compiler to warm up.
 *
 * <p>Fails with an {@link AssertionError} that says which rule, and where.
 */
public final class ModuleContract {
    private static final double USUAL_ALLOWANCE = 10;

    private static final List<Rule> RULES = List.of(
            new AllocationRule(), new CostRule(), new CuttingRule(), new ConstancyRule(), new UnreadOutputRule(),
            new IndependenceRule(), new RestartRule(), new FinitenessRule(), new TailRule(), new DenormalRule());

    private final Supplier<? extends Module> maker;
    private double allowance = USUAL_ALLOWANCE;
    private boolean inMix;
    private boolean sharing;

    private ModuleContract(Supplier<? extends Module> maker) {
        this.maker = maker;
    }

    /** Proves all the rules. */
    public static void check(Supplier<? extends Module> maker) {
        of(maker).check();
    }

    /** For a module with a licence of its own; ends in {@link #check()}. */
    public static ModuleContract of(Supplier<? extends Module> maker) {
        return new ModuleContract(maker);
    }

    /** It may cost so many times what the multiply module does; 10 unless said. Say in the test why it does. */
    public ModuleContract costing(double times) {
        allowance = times;
        return this;
    }

    /** An effect that works lane by lane: tried in a mix, two lanes wide, as well; its cost counts there. */
    public ModuleContract inMix() {
        inMix = true;
        return this;
    }

    /** Its voices share what the instrument has only one of, as the keys of an organ do; what one reads may be heard in another. */
    public ModuleContract sharing() {
        sharing = true;
        return this;
    }

    /** Proves all the rules. */
    public void check() {
        for (Supplier<Module> variant : variants(maker)) {
            check(new ModuleUnderTest(variant, LANES, inMix ? Double.POSITIVE_INFINITY : allowance, sharing));
            if (inMix) {
                check(new ModuleUnderTest(variant, 2, allowance, sharing));
            }
        }
    }

    /** What one costs, with everything varying, as a multiple of the multiply module. */
    public double cost() {
        return new CostRule().ratio(new ModuleUnderTest(maker, inMix ? 2 : LANES, allowance, sharing));
    }

    private static void check(ModuleUnderTest subject) {
        for (Rule rule : RULES) {
            rule.check(subject);
        }
    }

    private static List<Supplier<Module>> variants(Supplier<? extends Module> maker) {
        List<Supplier<Module>> variants = new ArrayList<>(List.of(maker::get));
        List<Choice<?>> choices = maker.get().choices();
        for (int i = 0; i < choices.size(); i++) {
            int which = i;
            for (String name : choices.get(i).names()) {
                if (!name.equals(choices.get(i).name())) {
                    variants.add(() -> {
                        Module module = maker.get();
                        module.choices().get(which).choose(name);
                        return module;
                    });
                }
            }
        }
        return variants;
    }
}

package org.chronus.instrument.osc;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.chronus.instrument.settings.Binding;
import org.chronus.instrument.settings.BindingsReader;
import org.chronus.instrument.settings.Knob;

/** Binds controllers to parameters, and lets go of them. */
final class LearnHandler {
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final String PICK_UP = "pick-up";

    private record Wish(CompletableFuture<Binding> answer, Reply reply, long until) { }

    private final ControlContext studio;
    private Optional<Wish> wish = Optional.empty();

    LearnHandler(ControlContext studio) {
        this.studio = studio;
    }

    /** The words after the parameter may come in any order. */
    void learn(Arguments arguments, Reply reply) throws Refused {
        String parameter = arguments.text(0);
        if (!BindingsReader.isName(parameter)) {
            throw new Refused("\"" + parameter + "\" is no parameter", "write a module and a port, as filter.cutoff");
        }
        Knob knob = Knob.ABSOLUTE;
        boolean picksUp = false;
        for (int i = 1; i < arguments.count(); i++) {
            String word = arguments.text(i);
            if (word.equals(PICK_UP)) {
                picksUp = true;
            } else {
                knob = knob(word);
            }
        }
        wish.ifPresent(before -> before.reply().error("another took its place"));
        wish = Optional.of(new Wish(studio.instrument().learner().learn(parameter, knob, picksUp), reply, System.nanoTime() + PATIENCE_NANOS));
    }

    void forget(Arguments arguments, Reply reply) throws Refused {
        String parameter = arguments.text(0);
        try {
            List<Binding> before = studio.learned().read(), left = studio.learned().remove(each -> each.parameter().equals(parameter));
            if (left.size() == before.size()) {
                throw new Refused("nothing is bound to " + parameter, "chronus learn lists what is");
            }
            studio.instrument().bindings().use(left);
            reply.ok(parameter);
        } catch (IOException failure) {
            reply.error(failure.getMessage());
        }
    }

    /** True while a controller is waited for. */
    boolean isWaiting() {
        return wish.isPresent();
    }

    /** To be called often while one is. */
    void look() {
        if (wish.isPresent() && wish.get().answer().isDone()) {
            Wish done = wish.get();
            wish = Optional.empty();
            bind(done);
        } else if (wish.isPresent() && System.nanoTime() - wish.get().until() > 0) {
            wish.get().answer().cancel(false);
            wish.get().reply().error("no controller was moved within a minute: send it again");
            wish = Optional.empty();
        }
    }

    private void bind(Wish done) {
        try {
            Binding binding = done.answer().join();
            studio.instrument().bindings().use(studio.learned().add(binding));
            done.reply().ok(binding.parameter(), binding.device(), binding.channel() + 1, binding.controller());
        } catch (IOException failure) {
            done.reply().error(failure.getMessage());
        }
    }

    private static Knob knob(String word) throws Refused {
        return Stream.of(Knob.values()).filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word)).findFirst()
                .orElseThrow(() -> new Refused("\"" + word + "\" is no knob", "send absolute, twos, offset, sign, or " + PICK_UP));
    }
}

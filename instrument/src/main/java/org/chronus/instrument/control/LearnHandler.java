package org.chronus.instrument.control;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.chronus.instrument.assembly.Instrument;
import org.chronus.instrument.settings.Binding;
import org.chronus.instrument.settings.BindingsFile;
import org.chronus.instrument.settings.BindingsReader;

/** Binds controllers to parameters, and lets go of them. */
final class LearnHandler {
    private static final long PATIENCE_SECONDS = 60;

    private final Instrument instrument;
    private final BindingsFile file;

    LearnHandler(Instrument instrument, BindingsFile file) {
        this.instrument = instrument;
        this.file = file;
    }

    /** The file is written on a thread of its own: the controller is heard on its device's. */
    CompletableFuture<Answer> learn(Request.Learn request) throws Refused {
        if (!BindingsReader.isName(request.parameter())) {
            throw new Refused("\"" + request.parameter() + "\" is no parameter", "write a module and a port, as filter.cutoff");
        }
        return instrument.learner().learn(request.parameter(), request.knob(), request.picksUp()).orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .thenApplyAsync(this::bind, Thread::startVirtualThread).exceptionally(LearnHandler::refusal);
    }

    synchronized Answer forget(Request.Forget request) throws Refused {
        boolean waited = instrument.learner().giveUp(request.parameter());
        try {
            List<Binding> before = file.read(), left = file.remove(each -> each.parameter().equals(request.parameter()));
            if (left.size() == before.size() && !waited) {
                throw new Refused("nothing is bound to " + request.parameter(), "chronus learn lists what is");
            }
            instrument.bindings().use(left);
            return Answer.Done.of("parameter", request.parameter());
        } catch (IOException failure) {
            throw new Refused(failure.getMessage());
        }
    }

    private synchronized Answer bind(Binding binding) {
        try {
            instrument.bindings().use(file.add(binding));
            return Answer.Done.of("parameter", binding.parameter(), "device", binding.device(), "channel", binding.channel() + 1,
                    "controller", binding.controller());
        } catch (IOException failure) {
            return new Answer.Refusal(failure.getMessage());
        }
    }

    private static Answer refusal(Throwable thrown) {
        Throwable cause = thrown instanceof CompletionException wrapped ? wrapped.getCause() : thrown;
        return new Answer.Refusal(switch (cause) {
            case TimeoutException _ -> "no controller was moved within a minute: send it again";
            case CancellationException _ -> "another took its place, or it was forgotten: send it again";
            default -> cause + ": this is a mistake of ours";
        });
    }
}
